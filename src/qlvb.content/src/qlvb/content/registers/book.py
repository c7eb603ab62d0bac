"""The numbers of a register."""

from BTrees.IIBTree import IITreeSet
from BTrees.IOBTree import IOBTree
from BTrees.OIBTree import OIBTree
from functools import cached_property
from persistent import Persistent
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.kept import kept_under
from qlvb.content.registers import refusals
from qlvb.content.registers.entry import NumberChanged
from qlvb.content.registers.entry import NumberEntry
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.listing import EntryList
from qlvb.content.registers.siblings import books_of
from qlvb.content.registers.siblings import reference_owner
from qlvb.content.registers.symbols import parse_reference
from qlvb.content.text import nfc
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.interface import implementer


KEY = "qlvb.content.registers.numbers"
#: Shortest reason that says something.
REASON_LENGTH = 10


class NumberStore(Persistent):
    """Entries by number; numbers by record, by reference (spelling-proof key), and those that are not taken by
    status. Up to ``given_to`` the numbers come from an older book, which may have had gaps.
    """

    given_to = 0

    def __init__(self):
        self.entries = IOBTree()
        self.records = OIBTree()
        self.references = OIBTree()
        self.reserved = IITreeSet()
        self.voided = IITreeSet()


@implementer(INumberBook)
class NumberBook:
    """Numbers run from 1 in the order in which they are given and are never given twice (NĐ 30/2020 Điều 15, 22)."""

    def __init__(self, register):
        self.register = register

    @property
    def store(self):
        """NumberStore, or None before the first number."""
        return IAnnotations(self.register).get(KEY)

    def _writable(self):
        return kept_under(self.register, KEY, NumberStore)

    @property
    def next_number(self):
        """int: what :meth:`take` would give."""
        store = self.store
        return 1 if store is None else _next(store)

    def take(self, record, by, date, reference=None):
        """Give the next number to ``record`` and return it; the same record again gets the number it has.

        :raises Refused: 409 register closed, date of another year, reference given already in this year.
        """
        given = self.entry_of(record)
        if given is not None:
            return given.number
        self._check(date)
        number = self.next_number
        shown = self._reference(number, reference)
        entry = NumberEntry(number)
        self._give(entry, record, by, date, shown)
        return number

    def refusals_of_given(self, number, date, shown=""):
        """Why ``number`` of an older book cannot be kept here: list of Violation; ``shown`` is the reference with it.

        Numbers that this site has given itself are never mixed with those of a book before: behind them nothing of the
        older book is taken any more.
        """
        found = []
        if self.register.closed:
            found.append(refusals.closed(self.register))
        if date.year != self.register.year:
            found.append(refusals.wrong_year(self.register))
        store = self.store
        if store is not None and number in store.entries:
            found.append(refusals.number_taken(number, self.register))
        elif store is not None and number > store.given_to and _next(store) > store.given_to + 1:
            found.append(refusals.register_in_use(number, self.register))
        if shown and self.register.direction == "outgoing" and not found:
            owner = reference_owner(self._siblings, shown)
            if owner is not None:
                found.append(refusals.reference_taken(shown, owner))
        return found

    def enter_given(self, number, record, by, date, shown=""):
        """Enter ``number`` of an older book for ``record`` as it is. The caller holds the lock of the register, and has
        found no :meth:`refusals_of_given` in this transaction.

        :raises Refused: 409 the number is taken.
        """
        if self.entry(number) is not None:
            refusals.refuse([refusals.number_taken(number, self.register)], 409)
        self._give(NumberEntry(number), record, by, date, shown)
        store = self._writable()
        store.given_to = max(store.given_to, number)
        return number

    def reserve(self, by, reason, expires):
        """Set the next number aside until ``expires`` (date); returns INumberEntry.

        :raises Refused: 400 reason missing, expiry missing or past; 409 register closed.
        """
        reason = nfc(reason or "").strip()
        wrong = []
        if not reason:
            wrong.append(refusals.reason_missing())
        if expires is None or expires < clock.today():
            wrong.append(refusals.expiry_past())
        refusals.refuse(wrong, 400)
        self._check()
        entry = NumberEntry(self.next_number)
        entry.become("reserved", by, clock.now(), reason, expires=expires)
        store = self._writable()
        store.entries[entry.number] = entry
        store.reserved.insert(entry.number)
        notify(NumberChanged(self.register, entry))
        return entry

    def take_reserved(self, number, record, by, date, reference=None):
        """Use a reserved number and return it.

        :raises Refused: 409 not reserved (any more), expired, register closed, the record has another number.
        """
        given = self.entry_of(record)
        if given is not None and given.number == number:
            return number
        self._check(date)
        entry = self.entry(number)
        if entry is None or entry.status != "reserved":
            refusals.refuse([refusals.not_reserved(number)], 409)
        if entry.expires < clock.today():
            refusals.refuse([refusals.reservation_expired(number, entry.expires)], 409)
        if given is not None:
            refusals.refuse([refusals.has_number(given.number)], 409)
        self._give(entry, record, by, date, self._reference(number, reference))
        return number

    def void(self, number, by, reason):
        """Mark a taken or reserved number voided; it stays in the book and is never given again.

        :raises Refused: 400 reason shorter than 10 characters; 404 no such number; 409 voided already, register closed.
        """
        reason = nfc(reason or "").strip()
        if len(reason) < REASON_LENGTH:
            refusals.refuse([refusals.reason_short(REASON_LENGTH)], 400)
        self._check()
        entry = self.entry(number)
        if entry is None:
            refusals.refuse([refusals.unknown_number(number)], 404)
        if entry.status == "voided":
            refusals.refuse([refusals.voided_already(number)], 409)
        store = self._writable()
        if entry.record and store.records.get(entry.record) == number:
            del store.records[entry.record]
        _discard(store.reserved, number)
        store.voided.insert(number)
        entry.become("voided", by, clock.now(), reason, expires=None)
        notify(NumberChanged(self.register, entry))
        return entry

    def entry(self, number):
        """INumberEntry, or None."""
        store = self.store
        return None if store is None else store.entries.get(number)

    def entry_of(self, record):
        """INumberEntry taken by the record, or None."""
        store = self.store
        number = None if store is None else store.records.get(IUUID(record))
        return None if number is None else store.entries[number]

    def entries(self):
        """By number: iterable of INumberEntry."""
        store = self.store
        return () if store is None else store.entries.values()

    def listing(self, status=None, newest_first=False):
        """Sequence of INumberEntry (``len`` and slices are cheap however thick the book); ``status`` None is all."""
        return EntryList(self.store, status, newest_first)

    def gaps(self):
        """Numbers below :attr:`next_number` without an entry: list of int; those of an older book are none of ours."""
        store = self.store
        if store is None:
            return []
        return [number for number in range(store.given_to + 1, self.next_number) if number not in store.entries]

    def number_of_reference(self, reference):
        """The number under which this reference was given, however spelled; or None."""
        store = self.store
        return None if store is None else store.references.get(parse_reference(reference).key)

    def has_reference(self, key):
        """bool: a reference with this key (see :attr:`Reference.key`) was given."""
        store = self.store
        return store is not None and key in store.references

    @cached_property
    def _siblings(self):
        """Books are made for a moment; registers are opened in transactions of their own."""
        return books_of(self.register)

    def _check(self, date=None):
        if self.register.closed:
            refusals.refuse([refusals.closed(self.register)], 409)
        if date is not None and date.year != self.register.year:
            refusals.refuse([refusals.wrong_year(self.register)], 409)

    def _reference(self, number, reference):
        shown = "" if reference is None else nfc(reference(number))
        if shown and self.register.direction == "outgoing":
            owner = reference_owner(self._siblings, shown)
            if owner is not None:
                refusals.refuse([refusals.reference_taken(shown, owner)], 409)
        return shown

    def _give(self, entry, record, by, date, shown):
        store = self._writable()
        uid = IUUID(record)
        entry.become("taken", by, clock.now(), entry.reason, record=uid, date=date, reference=shown, expires=None)
        store.entries[entry.number] = entry
        _discard(store.reserved, entry.number)
        store.records[uid] = entry.number
        if shown:
            store.references[parse_reference(shown).key] = entry.number
        notify(NumberChanged(self.register, entry))


def _next(store):
    return store.entries.maxKey() + 1 if store.entries else 1


def _discard(numbers, number):
    if number in numbers:
        numbers.remove(number)
