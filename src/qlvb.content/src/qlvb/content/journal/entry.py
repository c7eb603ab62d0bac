"""One line of a journal, and how its hash is made."""

from datetime import date
from datetime import datetime
from hashlib import sha256
import json
from qlvb.content.holds.part import RecordPart
from qlvb.content.journal.interfaces import IJournalEntry
from zope.interface import implementer


#: What the first entry gives as the hash of the entry before it.
GENESIS = "0" * 64


def _plain(value):
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    raise TypeError(f"A journal keeps JSON values only, not {type(value).__name__}")


def canonical(value):
    """``value`` as canonical JSON: keys sorted, no spaces, letters not escaped; dates in ISO 8601.

    :raises TypeError: a value that JSON does not know.
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


@implementer(IJournalEntry)
class Entry:
    """An entry. Time and detail are kept as the text that was hashed, so no later library can change their meaning."""

    def __init__(self, seq, when, actor, on_behalf, event, detail, previous):
        self.seq = seq
        self.stamp = when.isoformat()
        self.actor = actor
        self.on_behalf = on_behalf
        self.event = event
        self.detail_json = canonical(detail)
        self.previous = previous
        self.hash = self.computed_hash()

    @property
    def when(self):
        """datetime, aware."""
        return datetime.fromisoformat(self.stamp)

    @property
    def detail(self):
        """A fresh dict: changing it changes nothing stored."""
        return json.loads(self.detail_json)

    def payload(self):
        """dict: everything that the hash covers."""
        return {
            "seq": self.seq,
            "when": self.stamp,
            "actor": self.actor,
            "on_behalf": self.on_behalf,
            "event": self.event,
            "detail": self.detail,
            "previous": self.previous,
        }

    def computed_hash(self):
        """SHA-256 over the canonical JSON of :meth:`payload`, hex; "" when what is kept is no such text any more."""
        try:
            return sha256(canonical(self.payload()).encode()).hexdigest()
        except ValueError:
            return ""


class JournalEntry(Entry, RecordPart):
    """An entry as an object of the database of its own: so they were kept before 1005."""
