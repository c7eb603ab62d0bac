"""Documents in a dossier: references on both sides, changed in one transaction."""

from BTrees.IOBTree import IOBTree
from BTrees.OIBTree import OIBTree
from BTrees.OOBTree import OOTreeSet
from persistent import Persistent
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierItem
from qlvb.content.dossiers.totals import totals_of
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.holds.guarded import record_content
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.holds.part import RecordPart
from qlvb.content.index.renewing import renew
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.retention.demands import drop_demand
from qlvb.content.retention.demands import remember_demand
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


DOSSIER_KEY = record_content("qlvb.content.dossiers.contents")
DOCUMENT_KEY = record_content("qlvb.content.dossiers.kept_in")


@implementer(IDossierItem)
class DossierItem(RecordPart):
    """A reference to a document; never changes."""

    def __init__(self, order, uid, by, when):
        self.order = order
        self.uid = uid
        self.by = by
        self.when = when


class ContentsStore(Persistent):
    """Items by order number and numbers by UID; ``last`` is the highest number ever given."""

    def __init__(self):
        self.items = IOBTree()
        self.orders = OIBTree()
        self.last = 0


def dossier_uids(document):
    """UIDs that the document's side names: tuple of str."""
    return tuple(IAnnotations(document).get(DOCUMENT_KEY, ()))


def pages_of(document):
    """Pages of a document: as entered, else counted in its file, else 0."""
    entered = getattr(document, "page_count", None)
    if entered:
        return entered
    shown = IFileStore(document).readable()
    return (shown[1].page_count if shown else None) or 0


@implementer(IDossierContents)
class DossierContents:
    """One document may be in many dossiers without being copied (NĐ 30/2020 Phụ lục VI, VI-4b, VI-4e)."""

    def __init__(self, dossier):
        self.dossier = dossier

    @property
    def _store(self):
        return IAnnotations(self.dossier).get(DOSSIER_KEY)

    def add(self, document, by):
        """Reference the document; returns IDossierItem; a second time returns the first item.

        :raises Refused: 409 dossier closed.
        """
        known = self.item_of(document)
        if known is not None:
            return known
        self._check_open()
        annotations = IAnnotations(self.dossier)
        if DOSSIER_KEY not in annotations:
            annotations[DOSSIER_KEY] = ContentsStore()
        store = annotations[DOSSIER_KEY]
        store.last += 1
        item = DossierItem(store.last, IUUID(document), by, clock.now())
        store.items[item.order] = item
        store.orders[item.uid] = item.order
        kept_in = IAnnotations(document)
        if DOCUMENT_KEY not in kept_in:
            kept_in[DOCUMENT_KEY] = OOTreeSet()
        kept_in[DOCUMENT_KEY].insert(IUUID(self.dossier))
        remember_demand(self.dossier, document)
        self._journal(document, "dossier.added", by, {"order": item.order})
        renew(self.dossier)
        renew(document)
        return item

    def remove(self, document, by, reason):
        """Take the reference out; the document stays. The order number is not given again.

        :raises Refused: 409 closed; 404 not in the dossier.
        """
        item = self.item_of(document)
        if item is None:
            message = _("violation_not_in_dossier", default="Văn bản không có trong hồ sơ này.")
            raise Refused([Violation("document", "not_in_dossier", message)], 404)
        self._check_open()
        IHolds(document).check()
        self.forget(item.uid)
        kept_in = IAnnotations(document).get(DOCUMENT_KEY)
        if kept_in is not None and IUUID(self.dossier) in kept_in:
            kept_in.remove(IUUID(self.dossier))
        self._journal(document, "dossier.removed", by, {"order": item.order, "reason": reason})
        renew(document)

    def forget(self, uid):
        """Drop the dossier's side of a reference."""
        store = self._store
        if store is not None and uid in store.orders:
            del store.items[store.orders.pop(uid)]
            drop_demand(self.dossier, uid)
            renew(self.dossier)

    def item_of(self, document):
        """IDossierItem of the document, or None."""
        store = self._store
        order = None if store is None else store.orders.get(IUUID(document))
        return None if order is None else store.items[order]

    def items(self):
        """By order: list of IDossierItem."""
        store = self._store
        return [] if store is None else list(store.items.values())

    def documents(self):
        """By order: list of (IDossierItem, document or None when it is gone)."""
        return [(item, find_record(item.uid)) for item in self.items()]

    def totals(self):
        """(documents, pages)."""
        uid = IUUID(self.dossier)
        return totals_of([uid])[uid]

    def _check_open(self):
        if api.content.get_state(self.dossier, default="open") != "open":
            message = _(
                "violation_dossier_closed",
                default="Hồ sơ ${code} đã kết thúc, không thêm bớt văn bản được.",
                mapping={"code": self.dossier.code},
            )
            raise Refused([Violation("dossier", "dossier_closed", message, "NĐ 30/2020 Điều 29")], 409)

    def _journal(self, document, event, by, detail):
        """The document is named by its place: who sees the dossier need not see the document."""
        detail = {"dossier": self.dossier.code, **detail}
        IJournal(self.dossier).append(event, by, {**detail, "document": IUUID(document)})
        IJournal(document).append(event, by, {**detail, "dossier_uid": IUUID(self.dossier)})
