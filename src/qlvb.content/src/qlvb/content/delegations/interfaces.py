"""What a delegation is (NĐ 30/2020 Điều 13; workflows 3.6)."""

from qlvb.content.interfaces import IRecord


#: How far the receiver may go: sign and decide, decide only, or prepare for the giver (trợ lý).
MODES = ("sign", "review", "assist")
#: Modes in which the receiver acts in the giver's place.
ACTING = ("sign", "review")
DIRECTIONS = ("incoming", "outgoing")


class IDelegation(IRecord):
    """A delegation of one person to another within an agency."""
