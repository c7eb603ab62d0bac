"""The journal of a record: append-only, hash-chained."""

from zope.interface import Attribute
from zope.interface import Interface


class IJournalEntry(Interface):
    """A line of a journal; each holds the hash of the one before."""

    seq = Attribute("int, from 1")
    when = Attribute("datetime, aware")
    actor = Attribute("userid; 'system' for jobs")
    on_behalf = Attribute("userid or ''")
    event = Attribute("stable word: created, changed, file_viewed, opened, act.<id>, line.<what>, delivered, …")
    detail = Attribute("dict, JSON values only")
    previous = Attribute("hash of the entry before, hex; 64 zeros for the first")
    hash = Attribute("SHA-256 over the canonical JSON of all the above, hex")


class IJournal(Interface):
    """Adapter of IRecord. Created on first write, never by reading."""

    def append(event, actor, detail=None, on_behalf="", when=None):
        """Add an entry and return it."""

    def entries(newest_first=False, events=None):
        """iterable of IJournalEntry."""

    def verify():
        """None when the chain holds, else the ``seq`` of the first entry that does not fit."""

    def count(event):
        """int"""


class IJournalWording(Interface):
    """Named utility; the name is an event word: how a room words its own events."""

    def sentence(entry):
        """Message id, to be read after the actor's name: "đã ký số"."""
