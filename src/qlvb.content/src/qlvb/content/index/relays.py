"""Boxes that show what sits in the boxes of others: whoever acts in somebody's place sees what waits there.

Such a box keeps no entries: a relay says today whose entries they are, so nothing has to be written when a delegation
begins or ends.
"""

from dataclasses import dataclass
from dataclasses import field
from qlvb.content.index.interfaces import IBoxRelay
from zope.component import getUtility


@dataclass(frozen=True)
class Seat:
    """The entries of ``principal`` (userid), as far as ``filters`` (names in ``filters.FILTERS``) let through."""

    principal: str
    filters: dict = field(default_factory=dict)


def seats_of(box, principals):
    """list of Seat of the box for somebody with these principals; empty for boxes with entries of their own."""
    if not box.relay:
        return []
    relay = getUtility(IBoxRelay, name=box.relay)
    userids = sorted(principal for principal in principals if "." not in principal)
    return [seat for userid in userids for seat in relay.seats(userid)]
