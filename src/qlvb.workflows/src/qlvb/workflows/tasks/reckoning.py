"""How far a task is, computed from its subtasks; in time or late. Pure functions."""

#: Subtasks that say nothing of the progress of the task above: nobody carries them out.
UNCOUNTED = ("returned", "closed")


def progress_of(own, children):
    """Percent (0 to 100): of a task with ``own`` percent (int or None) and ``children``, pairs (state, percent).

    The mean of the subtasks that somebody carries out, rounded down, so that 100 means all; a finished one counts 100.

    >>> progress_of(30, [])
    30
    >>> progress_of(None, [("finished", 80), ("in_progress", 45), ("closed", 0)])
    72
    """
    counted = [100 if state == "finished" else percent or 0 for state, percent in children if state not in UNCOUNTED]
    return sum(counted) // len(counted) if counted else own or 0


def timeliness(state, deadline, finished, today):
    """``in_time``, ``late`` or "" for a task without deadline or one closed without being finished; days are dates.

    >>> from datetime import date
    >>> timeliness("in_progress", date(2026, 3, 5), None, date(2026, 3, 6))
    'late'
    >>> timeliness("finished", date(2026, 3, 5), date(2026, 3, 5), date(2026, 4, 1))
    'in_time'
    """
    if deadline is None or state == "closed":
        return ""
    return "late" if (finished if state == "finished" else today) > deadline else "in_time"


def all_in(rows):
    """bool: ``rows`` of an instruction, pairs (state, answered), have all reported back or need not any more."""
    waiting = [state for state, answered in rows if not answered and state not in ("finished", "closed")]
    return bool(rows) and not waiting
