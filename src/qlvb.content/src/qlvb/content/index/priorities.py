"""*Số Ưu Tiên*: urgency and deadline of a record in one small number, which people can read."""

from qlvb.content.index.fields import URGENCY_RANK


#: Calendar days to the deadline, at most -> second digit.
_NEARNESS = ((-1, 0), (0, 1), (3, 2), (10, 3))
_FAR = 4
_NO_DEADLINE = 9


def priority_number(urgency, due, today):
    """int, 10 to 49, the lowest first: tens for the urgency, ones for how near the deadline (date or None) is.

    It never contradicts the order in which lists of work stand: urgency, then deadline. Pure.
    """
    near = _NO_DEADLINE
    if due is not None:
        near = next((digit for most, digit in _NEARNESS if (due - today).days <= most), _FAR)
    return 10 * (1 + URGENCY_RANK.get(urgency, URGENCY_RANK["normal"])) + near
