"""The ladder of chasing before and after a deadline: on which rung a day is. Pure; counts are working days."""

#: Which level a chasing by rule has after so many of them: the first reminds, then it grows severe.
LEVELS = ("reminder", "criticism", "review")


def rung(deadline, today, before, after, between):
    """The rung that ``today`` has reached: ``"before-3"``, ``"after-1"`` or "" for none.

    ``before`` and ``after`` are lists of working days (ITaskSettings); ``between`` counts those of (start, end]. The
    rung passed last counts, so that a day on which nothing ran is made up for the day after.

    >>> from datetime import date
    >>> days = lambda start, end: (end - start).days
    >>> rung(date(2026, 3, 10), date(2026, 3, 8), [3, 1], [1, 3], days)
    'before-3'
    >>> rung(date(2026, 3, 10), date(2026, 3, 12), [3, 1], [1, 3], days)
    'after-1'
    """
    if today <= deadline:
        left = between(today, deadline)
        reached = [days for days in before if left <= days]
        return f"before-{min(reached)}" if reached else ""
    late = between(deadline, today)
    reached = [days for days in after if late >= days]
    return f"after-{max(reached)}" if reached else ""


def level_after(number):
    """Level of the chasing by rule that comes after ``number`` others.

    >>> level_after(0), level_after(1), level_after(7)
    ('reminder', 'criticism', 'review')
    """
    return LEVELS[min(number, len(LEVELS) - 1)]
