"""Which dossiers may be put into a transfer: a pure rule over values, and the reading of them."""

from dataclasses import dataclass
from datetime import date
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.twins import proposed_in
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.parts import parts_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.content.transfers.deadlines import to_be_transferred
from qlvb.content.transfers.interfaces import HISTORICAL
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.violations import Violation
from qlvb.workflows.transfer.held import is_held
from zope.component import getUtility


FIELD = "dossiers"
PERIOD = "NĐ 30/2020 Điều 31.3.c"
LAW = "Luật Lưu trữ 33/2024/QH15 Điều 17"


@dataclass(frozen=True)
class Candidate:
    """A dossier as the rule sees it. ``transfer``: UID of the open transfer that has it; ``unit``: department of its
    holder, "" for none; ``appraised``: a disposal that goes on has it on its list; ``whole``: code of the dossier of
    which it is a part, when that is still being worked on.
    """

    code: str
    agency: str
    state: str
    retention: str
    years: int | None = None
    start: date | None = None
    end: date | None = None
    transfer: str = ""
    held: bool = False
    appraised: bool = False
    unit: str = ""
    whole: str = ""


def _violation(code, message, rule=""):
    return Violation(FIELD, code, message, rule)


def candidate_violations(one, kind, agency, unit, transfer, today):
    """list of Violation of a Candidate for a transfer of ``kind`` of an ``agency`` and ``unit`` (ids), itself the UID
    ``transfer``.
    """
    mapping = {"code": one.code}
    found = []
    if one.agency != agency:
        message = _("violation_transfer_agency", default="Hồ sơ ${code} thuộc cơ quan khác.", mapping=mapping)
        return [_violation("dossier_elsewhere", message)]
    wanted = "archived" if kind == HISTORICAL else "closed"
    if one.state != wanted:
        if kind == HISTORICAL:
            message = _(
                "violation_transfer_not_archived",
                default="Hồ sơ ${code} không ở lưu trữ hiện hành.",
                mapping=mapping,
            )
        elif one.state == "open":
            message = _("violation_transfer_open", default="Hồ sơ ${code} chưa kết thúc.", mapping=mapping)
        else:
            message = _(
                "violation_transfer_done", default="Hồ sơ ${code} đã được nộp lưu hoặc đã hủy.", mapping=mapping
            )
        found.append(_violation("dossier_state", message, LAW))
    if one.whole:
        message = _(
            "violation_transfer_part",
            default="Hồ sơ ${code} là hồ sơ con của ${whole} chưa kết thúc: nộp cùng hồ sơ đó.",
            mapping={**mapping, "whole": one.whole},
        )
        found.append(_violation("whole_open", message, "NĐ 30/2020 Điều 30.2"))
    if one.transfer not in ("", transfer):
        message = _(
            "violation_dossier_in_transfer",
            default="Hồ sơ ${code} đã có trong một đợt giao nộp khác.",
            mapping=mapping,
        )
        found.append(_violation("dossier_taken", message))
    if one.held:
        message = _("violation_transfer_held", default="Hồ sơ ${code} đang tạm dừng (phong tỏa).", mapping=mapping)
        found.append(_violation("dossier_held", message, "NĐ 30/2020 Phụ lục VI IV.1.g"))
    if one.appraised:
        message = _("violation_transfer_appraised", default="Hồ sơ ${code} đang được xét hủy.", mapping=mapping)
        found.append(_violation("dossier_appraised", message, "TT 05/2025/TT-BNV Điều 48-50"))
    if not one.retention:
        message = _("violation_transfer_retention", default="Hồ sơ ${code} chưa có thời hạn bảo quản.", mapping=mapping)
        found.append(_violation("retention_missing", message, PERIOD))
    elif kind == HISTORICAL and one.retention != "permanent":
        message = _(
            "violation_transfer_permanent",
            default="Hồ sơ ${code} không có thời hạn vĩnh viễn: lưu trữ lịch sử không nhận.",
            mapping=mapping,
        )
        found.append(_violation("not_permanent", message, LAW))
    elif not to_be_transferred(one.retention, one.years):
        message = _(
            "violation_transfer_short",
            default="Hồ sơ ${code} có thời hạn bảo quản dưới 05 năm: không thuộc diện nộp lưu.",
            mapping=mapping,
        )
        found.append(_violation("retention_short", message, PERIOD))
    if one.end is None or one.end > today or (one.start is not None and one.end < one.start):
        message = _(
            "violation_transfer_dates",
            default="Hồ sơ ${code} có ngày bắt đầu, ngày kết thúc không đúng.",
            mapping=mapping,
        )
        found.append(_violation("dossier_dates", message, "NĐ 30/2020 Điều 29"))
    if unit and one.unit and one.unit != unit:
        message = _("violation_transfer_unit", default="Hồ sơ ${code} do đơn vị khác lập.", mapping=mapping)
        found.append(_violation("dossier_of_other_unit", message, "NĐ 30/2020 Điều 31.3"))
    return found


def read(dossier):
    """Candidate of a dossier."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(dossier)
    whole = whole_of(dossier)
    post = directory.main_post(dossier.holder, agency.id) if dossier.holder and agency is not None else None
    return Candidate(
        code=dossier.code or "",
        agency=agency.id if agency is not None else "",
        state=state_of(dossier),
        retention=dossier.retention_kind or "",
        years=dossier.retention_years,
        start=dossier.start_date,
        end=dossier.end_date,
        transfer=IClaims(dossier).transfer,
        held=is_held(dossier),
        appraised=proposed_in(dossier) is not None,
        unit=post.department if post is not None else "",
        whole=whole.code if whole is not None and state_of(whole) == "open" else "",
    )


def violations_for(transfer, dossier):
    """list of Violation of a dossier (object) for a transfer."""
    agency = getUtility(IDirectory).agency_of(transfer)
    return candidate_violations(
        read(dossier), transfer.kind, agency.id, transfer.drafting_unit or "", IUUID(transfer), clock.today()
    )


def chosen(transfer, uids):
    """(dossiers, violations): the dossiers named by UIDs that the current user may view."""
    found, violations = [], []
    for uid in dict.fromkeys(uids):
        dossier = visible_record(uid)
        if dossier is None or not IDossier.providedBy(dossier):
            message = _(
                "violation_transfer_unknown",
                default="Không có hồ sơ này, hoặc anh/chị không được xem: ${uid}.",
                mapping={"uid": str(uid)[:40]},
            )
            violations.append(_violation("dossier_unknown", message))
            continue
        violations.extend(violations_for(transfer, dossier))
        found.append(dossier)
    return found, violations


def with_parts(transfer, dossiers):
    """The dossiers, each followed by those of its parts that may go into the transfer and are not in one yet: list."""
    found = {}
    for dossier in dossiers:
        parts = [one for one in parts_of(dossier) if not IClaims(one).transfer and not violations_for(transfer, one)]
        found |= {IUUID(one): one for one in (dossier, *parts)}
    return list(found.values())
