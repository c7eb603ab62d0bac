"""Entries in an annotation of the agency, in order of their beginnings."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import datetime
from datetime import time
from datetime import timedelta
from math import ceil
from persistent import Persistent
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import VIETNAM
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.calendar.interfaces import IEntry
from qlvb.policy.calendar.interfaces import ISchedule
from qlvb.policy.calendar.rules import LONGEST
from qlvb.policy.calendar.rules import checked
from secrets import token_hex
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.schedule"
#: Id of an entry -> Cancelled.
CANCELLED = "qlvb.schedule.cancelled"
#: So long calendars that follow the schedule are told that an entry was called off.
TOLD_FOR = timedelta(days=90)


@dataclass(frozen=True)
class Cancelled:
    """What is still told of an entry that was published and is not any more: no more than makes it known again."""

    id: str
    start: datetime
    end: datetime | None
    title: str
    place: str
    sequence: int
    when: datetime


@implementer(IEntry)
class Entry(Persistent):
    """See IEntry."""

    quotes = ()
    #: How often it was changed, None for entries from before this was kept.
    _sequence = None

    def __init__(self, values, by, source):
        self.id = token_hex(6)
        self.by = by
        self.source = source
        self.created = self.changed = clock.now()
        self.take(values)

    def take(self, values):
        for name, value in values.items():
            setattr(self, name, value)

    @property
    def sequence(self):
        """int that grows with every change (SEQUENCE of RFC 5545)."""
        return ceil((self.changed - self.created).total_seconds()) if self._sequence is None else self._sequence

    def touch(self):
        """Write down that it changes now."""
        before = self.sequence
        self.changed = clock.now()
        self._sequence = max(before + 1, ceil((self.changed - self.created).total_seconds()))

    def stand_above(self, sequence):
        """Make its SEQUENCE greater than this one."""
        self._sequence = max(self.sequence, sequence + 1)

    def as_json(self):
        """dict of JSON values."""
        return {
            "id": self.id,
            "start": self.start.isoformat(),
            "end": self.end.isoformat() if self.end else None,
            "title": self.title,
            "place": self.place,
            "leaders": list(self.leaders),
            "participants": self.participants,
            "note": self.note,
            "published": self.published,
            "source": self.source or None,
            **({"quotes": dict(self.quotes)} if self.quotes else {}),
        }

    @property
    def untouched(self):
        """bool: a draft from an invitation that nobody has looked through yet."""
        return bool(self.source) and not self.published and self.changed == self.created


@implementer(ISchedule)
@adapter(IAgency)
class Schedule:
    """See ISchedule. Keys begin with the moment, so a week is a range."""

    def __init__(self, agency):
        self.agency = agency

    @property
    def _stored(self):
        return IAnnotations(self.agency).get(ANNOTATION) or {}

    def entries(self, first, last, drafts=False):
        stored = self._stored
        if not stored:
            return []
        begin = datetime.combine(first, time(), VIETNAM)
        end = datetime.combine(last + timedelta(days=1), time(), VIETNAM)
        found = stored.values(_key(begin - LONGEST), _key(end))
        kept = [entry for entry in found if entry.start < end and (entry.end or entry.start) >= begin]
        return [entry for entry in kept if drafts or entry.published]

    def cancelled(self):
        since = clock.now() - TOLD_FOR
        kept = IAnnotations(self.agency).get(CANCELLED) or {}
        return [one for one in kept.values() if one.when >= since]

    def get(self, entry_id):
        return next((entry for entry in self._stored.values() if entry.id == entry_id), None) if self._stored else None

    def of_source(self, uid):
        """The entry drafted from the document, or None."""
        return next((entry for entry in self._stored.values() if entry.source == uid), None) if self._stored else None

    def add(self, values, by, source=""):
        entry = Entry(self._checked(values), by, source)
        kept_under(self.agency, ANNOTATION, OOBTree)[_key(entry.start, entry.id)] = entry
        return entry

    def reread(self, entry, values, quotes):
        """Take what the invitation says into a draft that nobody has looked through; ``quotes``: dict, see IEntry."""
        moment = entry.changed
        self.change(entry.id, values)
        entry.changed = moment
        entry.quotes = tuple(sorted(quotes.items()))

    def change(self, entry_id, values):
        entry = self._known(entry_id)
        now = {name: value for name, value in entry.as_json().items() if name not in ("id", "source", "quotes")}
        kept = self._checked({**now, **values})
        stored = IAnnotations(self.agency)[ANNOTATION]  # not _stored: a tree that is empty for a moment counts as none
        del stored[_key(entry.start, entry.id)]
        if entry.published and not kept["published"]:
            self._call_off(entry)
        entry.take(kept)
        entry.touch()
        if entry.published:
            self._take_up(entry)
        stored[_key(entry.start, entry.id)] = entry
        return entry

    def remove(self, entry_id):
        entry = self._known(entry_id)
        if entry.published:
            self._call_off(entry)
        del self._stored[_key(entry.start, entry.id)]

    def _call_off(self, entry):
        """Calendars have the entry: they are told, and what was told long enough is forgotten."""
        told, since = kept_under(self.agency, CANCELLED, OOBTree), clock.now() - TOLD_FOR
        for one in [one for one in told.values() if one.when < since]:
            del told[one.id]
        told[entry.id] = Cancelled(
            entry.id, entry.start, entry.end, entry.title, entry.place, entry.sequence + 1, clock.now()
        )

    def _take_up(self, entry):
        """An entry that was called off is on again: above what calendars were told last."""
        told = IAnnotations(self.agency).get(CANCELLED)
        if told is not None and entry.id in told:
            entry.stand_above(told.pop(entry.id).sequence)

    def _known(self, entry_id):
        entry = self.get(entry_id)
        if entry is None:
            text = _("violation_schedule_unknown", default="Không có mục lịch này.")
            raise Refused(Violation("", "entry_unknown", text), status=404)
        return entry

    def _checked(self, values):
        people = set(getUtility(IDirectory).holders(self.agency.getId(), "member"))
        kept, violations = checked(values, people)
        if violations:
            raise Refused(violations)
        return kept


def _key(moment, entry_id=""):
    return f"{moment.astimezone(VIETNAM):%Y-%m-%dT%H:%M}|{entry_id}"
