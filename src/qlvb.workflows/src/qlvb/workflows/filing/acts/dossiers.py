"""Acts on a dossier: close it when the work is done, open it again."""

from datetime import date
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.states import state_of
from qlvb.content.transfers.claims import with_archive
from qlvb.content.transfers.interfaces import IClaims
from qlvb.workflows.acts.base import Act
from qlvb.workflows.filing.acts.retention import said
from qlvb.workflows.filing.checklist import violations
from qlvb.workflows.filing.inputs import ICloseInput
from qlvb.workflows.filing.inputs import IReopenInput


RULE = "NĐ 30/2020 Điều 29.4"
TRANSFER = "NĐ 30/2020 Điều 30.3"


class CloseDossier(Act):
    """The work is settled: nothing is added or taken out any more, the retention begins to run."""

    id = "close"
    title = _("act_close_dossier", default="Kết thúc hồ sơ")
    description = _("act_close_dossier_help", default="Kiểm tra, xác định lại thời hạn bảo quản và đóng hồ sơ.")
    schema = ICloseInput
    permission = "qlvb: Close dossier"
    states = ("open",)
    transition = "close"
    emphasis = "primary"
    order = 10

    def defaults(self):
        kept = period_of(self.record.retention_kind, self.record.retention_years) or IRetention(self.record).period
        return {
            "end_date": self.ended() or clock.today(),
            "retention_kind": kept.kind if kept else None,
            "retention_years": kept.years if kept else None,
        }

    def ended(self):
        """The day on which the work had ended when the dossier was opened again only to be completed for the transfer
        that has it: its deadlines run from that day on (NĐ 30/2020 Điều 30.2). None otherwise.
        """
        if not IClaims(self.record).transfer:
            return None
        for entry in IJournal(self.record).entries(newest_first=True, events=("act.reopen",)):
            return date.fromisoformat(entry.detail["end_date"]) if entry.detail.get("end_date") else None
        return None

    def rules(self, data):
        yield from violations(self.record, with_retention=False, with_forms=data is not None)
        if data is not None:
            yield from self.input_rules(data)

    def input_rules(self, data):
        period = period_of(data["retention_kind"], data["retention_years"])
        if period is None:
            message = _(
                "violation_dossier_retention", default="Hãy xác định thời hạn bảo quản (vĩnh viễn hoặc 2 đến 70 năm)."
            )
            yield self.violation("retention_missing", message, field="retention_years", rule=RULE)
        elif (kept := IRetention(self.record)).inherited_from in ("entry", "own") and period.rank < kept.period.rank:
            message = _(
                "violation_close_shorter",
                default="Thời hạn ngắn hơn hiện có (${period}): hãy dùng “Xác định thời hạn” và ghi lý do trước.",
                mapping={"period": kept.period.label},
            )
            yield self.violation("retention_shorter", message, field="retention_years", rule=RULE)
        if data["end_date"] > clock.today():
            message = _("violation_end_in_future", default="Ngày kết thúc không được sau hôm nay.")
            yield self.violation("end_in_future", message, field="end_date", rule=RULE)
        elif self.record.start_date and data["end_date"] < self.record.start_date:
            message = _("violation_end_before_start", default="Ngày kết thúc không được trước ngày bắt đầu.")
            yield self.violation("end_before_start", message, field="end_date", rule=RULE)

    def execute(self, data):
        period = period_of(data["retention_kind"], data["retention_years"])
        before = IRetention(self.record).period
        self.record.end_date = data["end_date"]
        self.record.retention_kind = period.kind
        self.record.retention_years = period.years
        retention = IRetention(self.record)
        result = {"end_date": data["end_date"].isoformat(), "due": self.due_of(retention)}
        return {**result, "old": said(before), "new": said(retention.period)} if before != retention.period else result

    def due_of(self, retention):
        """ISO date from which the dossier may be appraised, "" for none."""
        return retention.due.date.isoformat() if retention.due.date else ""

    def detail(self, data, result):
        return {**super().detail(data, result), **result}


class ReopenDossier(Act):
    """The work goes on after all; the retention stops running."""

    id = "reopen"
    title = _("act_reopen_dossier", default="Mở lại hồ sơ")
    description = _("act_reopen_dossier_help", default="Mở lại hồ sơ đã kết thúc, ghi rõ lý do.")
    schema = IReopenInput
    permission = "qlvb: Close dossier"
    states = ("closed",)
    transition = "reopen"
    order = 20
    conflict_codes = Act.conflict_codes | {"whole_closed"}

    def relevant(self):
        """Not offered while the archive has it, but to its holder, who reads there what to ask for."""
        return super().relevant() and (self.actor.userid == self.record.holder or with_archive(self.record) is None)

    def rules(self, data):
        transfer = with_archive(self.record)
        if transfer is not None:
            message = _(
                "violation_reopen_with_archive",
                default="Hồ sơ đang do lưu trữ kiểm tra, tiếp nhận trong đợt giao nộp “${title}”: chỉ mở lại được khi"
                " lưu trữ trả lại để bổ sung hoặc người giao nộp rút đợt giao nộp.",
                mapping={"title": transfer.title},
            )
            yield self.violation("too_late", message, rule=TRANSFER)
        whole = whole_of(self.record)
        if whole is not None and state_of(whole) != "open":
            message = _(
                "violation_reopen_part",
                default="Hồ sơ ${code}, có hồ sơ con này, đã kết thúc: hãy mở lại hồ sơ đó trước.",
                mapping={"code": whole.code},
            )
            yield self.violation("whole_closed", message, rule=RULE)

    def execute(self, data):
        ended, self.record.end_date = self.record.end_date, None
        return {"end_date": ended.isoformat() if ended else ""}

    def detail(self, data, result):
        return {"comment": data["reason"], "reason": data["reason"], **result}
