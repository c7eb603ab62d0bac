"""The book of fixity: passes over the files, how far a pass has come, and what is wrong now."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from persistent.list import PersistentList
from qlvb.content.integrity.interfaces import IFixityFault
from qlvb.content.integrity.interfaces import IFixityLedger
from qlvb.content.kept import kept_under
from zope.annotation.attribute import AttributeAnnotations
from zope.interface import implementer


KEY = "qlvb.content.integrity.fixity"
#: Passes that are remembered.
RUNS = 400


@implementer(IFixityFault)
class FixityFault(Persistent):
    """See IFixityFault."""

    mended = None
    mended_by = ""

    def __init__(self, look, when):
        self.uid = look.uid
        self.file = look.file
        self.version = look.version
        self.filename = look.filename
        self.expected = look.expected
        self.found = look.found
        self.fault = look.fault
        self.since = when


class FixityBook(Persistent):
    """``place``: where the full pass goes on, () at the beginning."""

    def __init__(self):
        self.runs = PersistentList()
        self.faults = OOBTree()
        self.place = ()


@implementer(IFixityLedger)
class FixityLedger:
    """See IFixityLedger."""

    def __init__(self, site):
        self.site = site

    def runs(self):
        return [dict(run) for run in reversed(self._book.runs)] if self._book is not None else []

    def faults(self, open_only=True):
        found = self._book.faults.values() if self._book is not None else ()
        return [fault for fault in found if not open_only or fault.mended is None]

    def faults_of(self, uid):
        if self._book is None:
            return []
        found = self._book.faults.values((uid,), (uid, "\U0010ffff"))
        return [fault for fault in found if fault.mended is None]

    def open_run(self, kind):
        run = next((run for run in self.runs() if run["kind"] == kind), None)
        return run if run is not None and run["ended"] is None else None

    @property
    def place(self):
        return self._book.place if self._book is not None else ()

    def begin(self, kind, when):
        book = self._writable()
        book.runs.append({"kind": kind, "started": when, "ended": None, "files": 0, "bytes": 0, "faults": 0})
        del book.runs[:-RUNS]
        if kind == "full":
            book.place = ()

    def note(self, kind, looks, when, place=None, ended=False):
        """Enter what ``looks`` (list of Look) found into the open run of ``kind``; returns the new faults."""
        book = self._writable()
        at = max(index for index, run in enumerate(book.runs) if run["kind"] == kind)
        run = dict(book.runs[at])
        run["files"] += len(looks)
        run["bytes"] += sum(look.size for look in looks)
        run["faults"] += sum(1 for look in looks if look.fault)
        run["ended"] = when if ended else None
        book.runs[at] = run
        if place is not None:
            book.place = tuple(place)
        return self._enter(book, looks, when)

    def _enter(self, book, looks, when):
        new = []
        for look in looks:
            key = (look.uid, look.file, look.version)
            known = book.faults.get(key)
            if look.fault and (known is None or known.mended is not None or known.fault != look.fault):
                book.faults[key] = FixityFault(look, when)
                new.append(book.faults[key])
            elif not look.fault and known is not None and known.mended is None:
                known.mended = when
                known.mended_by = "system"
        return new

    @property
    def _book(self):
        # As ``IAnnotations`` says it: every row of the records index asks here, and Plone's site works out anew what it
        # provides whenever it is adapted.
        return AttributeAnnotations(self.site).get(KEY)

    def _writable(self):
        return kept_under(self.site, KEY, FixityBook)
