"""The journal of a record, kept in an annotation."""

from BTrees.IOBTree import IOBTree
from qlvb.content import clock
from qlvb.content.holds.guarded import record_content
from qlvb.content.holds.part import RecordPart
from qlvb.content.journal.entry import GENESIS
from qlvb.content.journal.entry import Entry
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.text import nfc_tree
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


KEY = record_content("qlvb.content.journal")


#: Entries that lie in the store itself; of longer journals they lie in a tree, some thirty to an object.
INLINE = 30


class JournalStore(RecordPart):
    """Entries by number, and where the chain ends: without the end a cut-off tail would not be noticed.

    Most journals are short: with their entries in the store itself they are one object of the database, not one for
    each entry and each tree (as stores of before 1005 are, which go on as they began).
    """

    def __init__(self):
        self.entries = {}
        self.counts = {}
        self.last = 0
        self.head = GENESIS

    def add(self, entry):
        """Put the next entry at the end."""
        if type(self.entries) is dict and len(self.entries) >= INLINE:
            self.entries = IOBTree(self.entries)
        self.entries[entry.seq] = entry
        self.counts[entry.event] = self.counts.get(entry.event, 0) + 1
        # Said of the store itself, so it is written whatever its entries lie in.
        self.last = entry.seq
        self.head = entry.hash


@implementer(IJournal)
class Journal:
    """Append-only, hash-chained history of a record (NĐ 30/2020 Phụ lục VI: lịch sử tác động)."""

    def __init__(self, record):
        self.record = record

    @property
    def _store(self):
        return IAnnotations(self.record).get(KEY)

    def append(self, event, actor, detail=None, on_behalf="", when=None):
        """Add an entry and return it.

        :raises TypeError: ``detail`` holds something that JSON does not know.
        """
        annotations = IAnnotations(self.record)
        store = annotations.get(KEY)
        if store is None:
            store = JournalStore()
        entry = Entry(
            seq=store.last + 1,
            when=when or clock.now(),
            actor=actor,
            on_behalf=on_behalf,
            event=event,
            detail=nfc_tree(detail or {}),
            previous=store.head,
        )
        store.add(entry)
        if KEY not in annotations:
            annotations[KEY] = store
        return entry

    def entries(self, newest_first=False, events=None):
        """iterable of IJournalEntry; ``events`` narrows to these words."""
        store = self._store
        if store is None:
            return
        keys = range(store.last, 0, -1) if newest_first else range(1, store.last + 1)
        for key in keys:
            entry = store.entries.get(key)
            if entry is not None and (events is None or entry.event in events):
                yield entry

    def verify(self):
        """None when the chain holds, else the ``seq`` of the first entry that does not fit."""
        store = self._store
        if store is None:
            return None
        previous = GENESIS
        for seq in range(1, max(store.last, len(store.entries)) + 1):
            entry = store.entries.get(seq)
            if entry is None or entry.seq != seq or entry.previous != previous or entry.hash != entry.computed_hash():
                return seq
            previous = entry.hash
        return None if store.head == previous else store.last

    def count(self, event):
        """int: how many entries of this event."""
        store = self._store
        return 0 if store is None else store.counts.get(event, 0)

    def __len__(self):
        store = self._store
        return 0 if store is None else store.last

    def __bool__(self):
        return True
