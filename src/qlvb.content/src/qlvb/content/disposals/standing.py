"""What stands against the destruction of one record now: asked when it is listed, and again when it is destroyed."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.interfaces import LIVE
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.interfaces import IDocument
from qlvb.content.lookup import find_record
from qlvb.content.retention.ending import DOCUMENT_STATES
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.states import state_of
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations


#: On a record: UID of the disposal that proposes it.
PROPOSED_IN = "qlvb.content.disposals.proposed_in"
#: Dossiers that can be proposed: their work is over and they are still here.
DOSSIER_STATES = ("closed", "archived")
RULE = "Luật Lưu trữ 33/2024/QH15 Điều 16, 36"


def due_on(record, day):
    """bool: the retention of the record is over on ``day`` (date)."""
    due = IRetention(record).due
    return due is not None and due.date is not None and due.date <= day


def live_dossiers(document, besides=()):
    """Dossiers that still keep the document, but those with a UID in ``besides``: list."""
    found = (find_record(uid) for uid in dossier_uids(document) if uid not in besides)
    return [dossier for dossier in found if dossier is not None and state_of(dossier) != "destroyed"]


def survivors(dossier, besides=()):
    """Documents of the dossier that other live dossiers keep, too: list. Their content stays (Luật 2024 Điều 36)."""
    others = {*besides, IUUID(dossier)}
    documents = (document for _item, document in IDossierContents(dossier).documents() if document is not None)
    return [document for document in documents if live_dossiers(document, others)]


def proposed_elsewhere(record, disposal_uid):
    """The live disposal other than ``disposal_uid`` that proposes the record, or None."""
    uid = IAnnotations(record).get(PROPOSED_IN, "")
    disposal = find_record(uid) if uid and uid != disposal_uid else None
    return disposal if disposal is not None and state_of(disposal) in LIVE else None


def violations(record, reason, disposal_uid="", besides=(), day=None):
    """list of Violation; ``reason``: one of REASONS, ``besides``: UIDs of dossiers destroyed with it."""
    found = list(IHolds(record).violations())
    day = day or clock.today()
    if IDossier.providedBy(record):
        if state_of(record) not in DOSSIER_STATES:
            message = _("violation_disposal_state", default="Chỉ xét hủy hồ sơ đã kết thúc, chưa nộp lưu trữ lịch sử.")
            found.append(Violation("items", "wrong_record_state", message, RULE))
        for _item, document in IDossierContents(record).documents():
            if document is not None and not live_dossiers(document, {*besides, IUUID(record)}):
                found += IHolds(document).violations()
    elif IDocument.providedBy(record):
        if state_of(record) == "destroyed":
            message = _("violation_disposal_destroyed", default="Văn bản này đã được tiêu hủy.")
            found.append(Violation("items", "destroyed", message, RULE))
        elif state_of(record) not in DOCUMENT_STATES:
            message = _("violation_disposal_in_work", default="Văn bản còn đang xử lý, chưa xét hủy được.")
            found.append(Violation("items", "wrong_record_state", message, RULE))
        if kept := live_dossiers(record, besides):
            message = _(
                "violation_disposal_linked",
                default="Văn bản còn thuộc hồ sơ ${dossiers} có thời hạn dài hơn.",
                mapping={"dossiers": ", ".join(dossier.code for dossier in kept)},
            )
            found.append(Violation("items", "linked", message, RULE))
    else:
        message = _("violation_disposal_kind", default="Chỉ xét hủy hồ sơ và văn bản.")
        return [Violation("items", "wrong_kind", message)]
    if reason == "expired" and not due_on(record, day):
        message = _("violation_disposal_not_due", default="Chưa hết thời hạn bảo quản.")
        found.append(Violation("items", "not_due", message, RULE))
    if proposed_elsewhere(record, disposal_uid) is not None:
        message = _("violation_disposal_elsewhere", default="Đang nằm trong một đợt xét hủy khác.")
        found.append(Violation("items", "proposed_elsewhere", message))
    return found
