"""Which holds bind which records: kept on both sides, changed in one transaction."""

from BTrees.IOBTree import IOBTree
from BTrees.OIBTree import OIBTree
from BTrees.OOBTree import OOTreeSet
from dataclasses import dataclass
from persistent import Persistent
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.holds.guarded import record_content
from qlvb.content.holds.interfaces import HELD
from qlvb.content.holds.interfaces import RULE
from qlvb.content.holds.interfaces import IBinding
from qlvb.content.holds.interfaces import IHeldRecord
from qlvb.content.holds.interfaces import IHold
from qlvb.content.holds.interfaces import IHoldContents
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.holds.refusal import RecordHeld
from qlvb.content.interfaces import IDocument
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.kept import kept_under
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


BOUND_BY = record_content("qlvb.content.holds.bound_by")
CONTENTS = "qlvb.content.holds.contents"


@implementer(IBinding)
@dataclass(frozen=True, eq=False)
class Binding:
    """See IBinding."""

    hold: object
    through: object = None


def bound_by(record):
    """UIDs of the holds that bind the record itself: tuple of str."""
    return tuple(IAnnotations(record).get(BOUND_BY, ()))


def kept_by(hold):
    """int: how many records a hold binds; of a released one how many it has bound."""
    contents = IHoldContents(hold)
    return len(contents.bound()) if state_of(hold) == "active" else len({held.uid for held in contents.all()})


@implementer(IHolds)
@adapter(IRecord)
class Holds:
    """See IHolds. ``bound`` and ``kept_in`` are UIDs of holds and of dossiers (of a part: its whole) that count, too,
    though the record does not name them (any more).
    """

    def __init__(self, record, bound=(), kept_in=()):
        self.record = record
        self.bound = bound
        self.kept_in = kept_in

    def bindings(self):
        found = [Binding(hold) for hold in _active({*bound_by(self.record), *self.bound})]
        for dossier in self._dossiers():
            found += [Binding(hold, dossier) for hold in _active(bound_by(dossier))]
        return sorted(found, key=lambda binding: (binding.hold.case_number, binding.through is not None))

    def held(self):
        return bool(self.bindings())

    def violations(self, besides=None):
        found = {}
        for binding in self.bindings():
            if besides is not None and binding.through is not None and IUUID(binding.through) == IUUID(besides):
                continue
            found.setdefault(IUUID(binding.hold), _violation(binding))
        return list(found.values())

    def check(self):
        if violations := self.violations():
            raise RecordHeld(violations)

    def _dossiers(self):
        """The dossiers that keep a document, and those of which these, or the dossier itself, are parts: list."""
        uids = dict.fromkeys((*(dossier_uids(self.record) if IDocument.providedBy(self.record) else ()), *self.kept_in))
        found = [dossier for uid in uids if (dossier := find_record(uid)) is not None]
        if IDossier.providedBy(self.record):
            found.append(self.record)
        wholes = [whole for dossier in found if (whole := whole_of(dossier)) is not None]
        return [one for one in (*found, *wholes) if one is not self.record]


def _active(uids):
    holds = (find_record(uid) for uid in uids)
    return [hold for hold in holds if IHold.providedBy(hold) and state_of(hold) == "active"]


def _violation(binding):
    mapping = {"case": binding.hold.case_number, "title": binding.hold.title}
    if binding.through is None:
        message = _(
            "violation_held", default="Đang tạm dừng hủy, phong tỏa theo vụ việc ${case} (${title}).", mapping=mapping
        )
    else:
        message = _(
            "violation_held_through",
            default="Đang tạm dừng hủy, phong tỏa theo vụ việc ${case} (${title}), vì nằm trong hồ sơ ${dossier}.",
            mapping={**mapping, "dossier": binding.through.code},
        )
    return Violation("", HELD, message, RULE)


@implementer(IHeldRecord)
class HeldRecord(Persistent):
    """See IHeldRecord."""

    removed = None
    removed_by = ""
    reason = ""

    def __init__(self, uid, title, by):
        self.uid = uid
        self.title = title
        self.added = clock.now()
        self.added_by = by


class ContentsStore(Persistent):
    """Records by number, and the number under which a record is bound now, by UID."""

    def __init__(self):
        self.records = IOBTree()
        self.bound = OIBTree()
        self.last = 0


@implementer(IHoldContents)
@adapter(IHold)
class HoldContents:
    """See IHoldContents."""

    def __init__(self, hold):
        self.hold = hold

    @property
    def _store(self):
        return IAnnotations(self.hold).get(CONTENTS)

    def all(self):
        return list(self._store.records.values()) if self._store is not None else []

    def bound(self):
        return [one for one in self.all() if one.removed is None]

    def add(self, record, by):
        uid = IUUID(record)
        store = self._store
        if store is not None and uid in store.bound:
            return store.records[store.bound[uid]]
        self._check_may_bind(record)
        if store is None:
            store = IAnnotations(self.hold)[CONTENTS] = ContentsStore()
        store.last += 1
        held = HeldRecord(uid, record.Title() or record.getId(), by)
        store.records[store.last] = held
        store.bound[uid] = store.last
        kept_under(record, BOUND_BY, OOTreeSet).insert(IUUID(self.hold))
        # Whoever destroys the record writes it too: of the two, the second is tried again and sees the first.
        record._p_changed = True
        self._tell(record, "hold.placed", by, {"reason": self.hold.reason})
        return held

    def remove(self, uid, by, reason):
        store = self._store
        if store is None or uid not in store.bound:
            message = _("violation_not_in_hold", default="Hồ sơ, văn bản này không thuộc vụ việc tạm dừng hủy.")
            raise Refused(Violation("records", "not_in_hold", message), 404)
        self._unbind(store, uid, by, reason)

    def release(self, by, reason):
        store = self._store
        uids = list(store.bound) if store is not None else []
        for uid in uids:
            self._unbind(store, uid, by, reason)
        return len(uids)

    def _unbind(self, store, uid, by, reason):
        held = store.records[store.bound[uid]]
        del store.bound[uid]
        held.removed, held.removed_by, held.reason = clock.now(), by, reason
        record = find_record(uid)
        if record is not None:
            kept = IAnnotations(record).get(BOUND_BY)
            if kept is not None and IUUID(self.hold) in kept:
                kept.remove(IUUID(self.hold))
            self._tell(record, "hold.lifted", by, {"reason": reason})

    def _check_may_bind(self, record):
        if state_of(self.hold) != "active":
            message = _("violation_hold_released", default="Vụ việc này đã được giải tỏa, không thêm được nữa.")
            raise Refused(Violation("", "wrong_state", message), 409)
        if not (IDocument.providedBy(record) or IDossier.providedBy(record)):
            message = _("violation_hold_kind", default="Chỉ tạm dừng hủy được hồ sơ và văn bản.")
            raise Refused(Violation("records", "wrong_kind", message))
        if state_of(record) == "destroyed":
            message = _("violation_hold_destroyed", default="Đã tiêu hủy, không còn nội dung để tạm dừng hủy.")
            raise Refused(Violation("records", "destroyed", message), 409)

    def _tell(self, record, event, by, detail):
        detail = {"case": self.hold.case_number, "hold": IUUID(self.hold), **detail}
        IJournal(record).append(event, by, detail)
        IJournal(self.hold).append(event, by, {**detail, "record": IUUID(record), "title": record.Title()})
