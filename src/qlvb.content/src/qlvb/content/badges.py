"""Marks beside the state of a record: what whoever opens it has to know before he does anything with it."""

from dataclasses import dataclass
from qlvb.content.interfaces import IBadges
from zope.component import getAdapters


@dataclass(frozen=True)
class Badge:
    """``tone`` of a chip (info, warn, bad …), ``icon`` in Bootstrap's set, ``title`` a message."""

    tone: str
    icon: str
    title: str


def badges_of(record):
    """Those that all rooms have: list of Badge."""
    return [badge for _name, one in sorted(getAdapters((record,), IBadges)) for badge in one.badges()]
