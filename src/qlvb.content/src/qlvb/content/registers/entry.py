"""One number of a register."""

from dataclasses import dataclass
from persistent import Persistent
from qlvb.content.registers.interfaces import INumberChanged
from qlvb.content.registers.interfaces import INumberEntry
from zope.interface import implementer


@implementer(INumberEntry)
class NumberEntry(Persistent):
    """A number with all that ever happened to it; the fields say how it stands now."""

    def __init__(self, number):
        self.number = number
        self.status = ""
        self.record = None
        self.reference = ""
        self.date = None
        self.by = ""
        self.when = None
        self.reason = ""
        self.expires = None
        self.history = ()

    def become(self, status, by, when, reason="", **values):
        """Move to ``status``; ``values`` are the fields that go with it."""
        self.status = status
        self.by = by
        self.when = when
        self.reason = reason
        for name, value in values.items():
            setattr(self, name, value)
        self.history = (*self.history, (when, by, status, reason))


@implementer(INumberChanged)
@dataclass(frozen=True)
class NumberChanged:
    """See INumberChanged."""

    register: object
    entry: object
