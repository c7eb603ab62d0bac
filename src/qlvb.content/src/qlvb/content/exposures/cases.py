"""Where cases are kept: in one place of the site, because a case reaches over agencies."""

from BTrees.OOBTree import OOBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from datetime import datetime
from persistent import Persistent
from persistent.mapping import PersistentMapping
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import clock
from qlvb.content.exposures.interfaces import OPEN
from qlvb.content.exposures.interfaces import WAITING
from qlvb.content.exposures.interfaces import ICase
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.exposures.interfaces import IItem
from qlvb.content.exposures.interfaces import IParty
from qlvb.content.kept import kept_under
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.content.exposures"


@dataclass(frozen=True)
class Report:
    """Who said it, when and why; ``record``: UID of what he had before him."""

    by: str
    when: datetime
    reason: str
    record: str = ""


@implementer(IItem)
class Item(Persistent):
    """See IItem."""

    state = OPEN
    by = ""
    files = ()

    def __init__(self, uid, agency, kind, found):
        self.uid, self.agency, self.kind, self.found = uid, agency, kind, found
        self.when = clock.now()

    def move(self, state, by, files=()):
        """Write down what became of it."""
        self.state, self.by, self.when, self.files = state, by, clock.now(), tuple(files)


@implementer(IParty)
class Party(Persistent):
    """See IParty."""

    state = WAITING
    when = None
    by = ""
    note = ""

    def __init__(self, key, agency="", name=""):
        self.key, self.agency, self.name = key, agency, name

    def move(self, state, by, note=""):
        """Write down that it was told, or how."""
        self.state, self.by, self.when, self.note = state, by, clock.now(), note


@implementer(ICase)
class Case(Persistent):
    """See ICase."""

    state = OPEN
    closed = None
    closed_by = ""
    outcome = ""

    def __init__(self, case_id, agency, record, report):
        self.id, self.agency, self.record = case_id, agency, record
        self.reports = (report,)
        self.items = PersistentMapping()
        self.parties = PersistentMapping()
        self.hashes = OOTreeSet()

    @property
    def opened(self):
        """Aware datetime."""
        return self.reports[0].when

    def concerns(self, agency):
        """bool: it was reported in the agency, closes something of its, or the agency is to be told."""
        named = {item.agency for item in self.items.values()} | {party.agency for party in self.parties.values()}
        return agency in {self.agency, *named}

    def end(self, state, by, reason):
        """The case is over."""
        self.state, self.closed, self.closed_by, self.outcome = state, clock.now(), by, reason


class Store(Persistent):
    """``cases`` by id; ``bytes``: SHA-256 -> id of the case."""

    def __init__(self):
        self.cases = OOBTree()
        self.bytes = OOBTree()


@implementer(ICases)
class Cases:
    """See ICases."""

    def all(self, state="", agency=""):
        kept = self._kept
        found = reversed(list(kept.cases.values())) if kept is not None else ()
        return [one for one in found if state in ("", one.state) and (not agency or one.concerns(agency))]

    def get(self, case_id):
        kept = self._kept
        return kept.cases.get(case_id) if kept is not None and isinstance(case_id, str) else None

    def add(self, agency, record_uid, report):
        kept = kept_under(getUtility(IPloneSiteRoot), ANNOTATION, Store)
        year = f"{report.when:%Y}"
        last = next(reversed(list(kept.cases.keys(f"{year}-", f"{year}-~"))), f"{year}-000")
        case = Case(f"{year}-{int(last.rpartition('-')[2]) + 1:03d}", agency, record_uid, report)
        kept.cases[case.id] = case
        return case

    def case_of(self, sha256):
        kept = self._kept
        return kept.bytes.get(sha256, "") if kept is not None else ""

    def close_bytes(self, case, hashes):
        for sha256 in hashes:
            case.hashes.add(sha256)
            self._kept.bytes[sha256] = case.id

    def open_bytes(self, case):
        for sha256 in case.hashes:
            if self._kept.bytes.get(sha256) == case.id:
                del self._kept.bytes[sha256]

    @property
    def _kept(self):
        return IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION)
