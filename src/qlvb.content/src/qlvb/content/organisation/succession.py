"""What became of departments and names: pure functions.

A department that was merged, split or dissolved stays, closed, and names its successors; the first of them keeps what
is not given to anybody in particular. So nothing that names the old one has to be written anew to be found.
"""


def heir_of(units, unit_id):
    """Id of the department in which the business of ``unit_id`` is carried on; itself while it is open, or nobody's.

    ``units``: dict id -> object with ``closed_on`` (date or None) and ``successors`` (ids, the keeper first). A circle,
    which no plan makes, ends where it began.
    """
    current, seen = unit_id, {unit_id}
    while (unit := units.get(current)) is not None and unit.closed_on and unit.successors:
        if unit.successors[0] in seen:
            break
        current = unit.successors[0]
        seen.add(current)
    return current


def forebears_of(units, unit_id):
    """Ids of the closed departments whose heir is ``unit_id``, in order: list."""
    return sorted(other for other in units if other != unit_id and heir_of(units, other) == unit_id)


def name_on(name, past_names, day):
    """What something was called on ``day`` (date or None: now). ``past_names``: tuple of (name, symbol, the first day
    on which it was called otherwise), oldest first.
    """
    if day is not None:
        for former, _symbol, until in past_names:
            if day < until:
                return former
    return name
