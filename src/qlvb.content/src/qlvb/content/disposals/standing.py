"""What stands against the destruction of one record now: asked when it is listed, and again when it is destroyed."""

from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.twins import left_without
from qlvb.content.disposals.twins import proposed_in
from qlvb.content.disposals.twins import twins
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.holds.interfaces import IHolds
from qlvb.content.interfaces import IDocument
from qlvb.content.locks import closed_violations
from qlvb.content.lookup import find_record
from qlvb.content.precedents.interfaces import IPrecedent
from qlvb.content.retention.ending import DOCUMENT_STATES
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.states import state_of
from qlvb.content.violations import Violation


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


def violations(record, reason, disposal_uid="", besides=(), day=None, elsewhere=True):
    """list of Violation; ``reason``: one of REASONS, ``besides``: UIDs of dossiers destroyed with it; ``elsewhere``:
    say also that another disposal than ``disposal_uid`` has it.
    """
    day = day or clock.today()
    if IDossier.providedBy(record):
        found = _against_dossier(record, reason, besides, day)
    elif IDocument.providedBy(record):
        found = _against_document(record, reason, besides)
    else:
        message = _("violation_disposal_kind", default="Chỉ xét hủy hồ sơ và văn bản.")
        return [Violation("items", "wrong_kind", message)]
    found = [*_kept(record), *found]
    if reason == "expired" and not due_on(record, day):
        message = _("violation_disposal_not_due", default="Chưa hết thời hạn bảo quản.")
        found.append(Violation("items", "not_due", message, RULE))
    other = proposed_in(record) if elsewhere else None
    if other is not None and IUUID(other) != disposal_uid:
        message = _("violation_disposal_elsewhere", default="Đang nằm trong một đợt xét hủy khác.")
        found.append(Violation("items", "proposed_elsewhere", message))
    return found


def _kept(record, dossier=None):
    """Whatever its period: cases that hold it, that it is a precedent, that it was reported as secret material (then
    its head takes it out, or nobody): list of Violation. A case that holds ``dossier`` with it is said of that alone.
    """
    return [*IHolds(record).violations(dossier), *IPrecedent(record).violations(), *closed_violations(record)]


def _against_parts(dossier, reason, besides, day):
    """A whole goes with or after its parts, a part not while the whole must be kept."""
    whole = whole_of(dossier)
    if whole is not None and _lives(whole) and not due_on(whole, day):
        message = _(
            "violation_disposal_whole",
            default="Là hồ sơ con của ${dossier}, hồ sơ đó chưa hết thời hạn bảo quản.",
            mapping={"dossier": whole.code},
        )
        yield Violation("items", "whole_kept", message, RULE)
    for part in filter(_lives, parts_of(dossier)):
        if IUUID(part) not in besides:
            message = _(
                "violation_disposal_parts",
                default="Còn hồ sơ con ${dossier}: chỉ hủy cùng hoặc sau hồ sơ con.",
                mapping={"dossier": part.code},
            )
            yield Violation("items", "parts_kept", message, RULE)
        elif found := violations(part, reason, besides=besides, day=day, elsewhere=False):
            yield from found


def _lives(dossier):
    return state_of(dossier) != "destroyed"


def _against_dossier(dossier, reason, besides, day):
    if state_of(dossier) not in DOSSIER_STATES:
        message = _("violation_disposal_state", default="Chỉ xét hủy hồ sơ đã kết thúc, chưa nộp lưu trữ lịch sử.")
        yield Violation("items", "wrong_record_state", message, RULE)
    if reason == "duplicate":
        message = _(
            "violation_disposal_dossier_duplicate",
            default="Hồ sơ chỉ được hủy khi hết thời hạn; lý do trùng lặp dành cho từng văn bản.",
        )
        yield Violation("reason", "dossier_duplicate", message, RULE)
    yield from _against_parts(dossier, reason, besides, day)
    for _item, document in IDossierContents(dossier).documents():
        if document is not None and not live_dossiers(document, {*besides, IUUID(dossier)}):
            yield from _kept(document, dossier)


def _against_document(document, reason, besides):
    if state_of(document) == "destroyed":
        message = _("violation_disposal_destroyed", default="Văn bản này đã được tiêu hủy.")
        yield Violation("items", "destroyed", message, RULE)
    elif state_of(document) not in DOCUMENT_STATES:
        message = _("violation_disposal_in_work", default="Văn bản còn đang xử lý, chưa xét hủy được.")
        yield Violation("items", "wrong_record_state", message, RULE)
    kept = live_dossiers(document, besides)
    if reason == "duplicate":
        copies = twins(document)
        kept = left_without(kept, copies)
        if not copies:
            message = _(
                "violation_disposal_last_copy",
                default="Không có bản nào khác được giữ lại: bản cuối cùng không hủy theo lý do trùng lặp.",
            )
            yield Violation("items", "last_copy", message, RULE)
    if kept:
        message = _(
            "violation_disposal_linked",
            default="Văn bản còn thuộc hồ sơ ${dossiers} có thời hạn dài hơn.",
            mapping={"dossiers": ", ".join(dossier.code for dossier in kept)},
        )
        yield Violation("items", "linked", message, RULE)
