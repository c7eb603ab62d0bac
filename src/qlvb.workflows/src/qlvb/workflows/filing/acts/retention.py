"""Acts on the retention of dossiers and documents: determined anew, or brought in step with the schedule.

Never silent (every act leaves old and new period with its reason in the journal) and never below what the schedule's
row prescribes (Luật Lưu trữ 33/2024/QH15 Điều 15). What has been destroyed or lies in the historical archive stays.
"""

from qlvb.content import _
from qlvb.content.dossiers.catalogue import period_of
from qlvb.content.retention.interfaces import IOwnPeriod
from qlvb.content.retention.interfaces import IRetention
from qlvb.content.retention.versions import schedule_for
from qlvb.workflows.acts.base import Act
from qlvb.workflows.filing.access import may
from qlvb.workflows.filing.inputs import IDetermineInput
from qlvb.workflows.filing.inputs import IFollowScheduleInput
from qlvb.workflows.filing.inputs import IOwnPeriodInput
from zope.i18n import translate


RULE = "Luật Lưu trữ 33/2024/QH15 Điều 15"
DETERMINE = "qlvb: Determine retention"
#: States in which a dossier's retention may still change.
CHANGEABLE = ("open", "closed", "archived")


def said(period):
    """A Period in Vietnamese, for the journal; "" for none."""
    return translate(period.label, target_language="vi", domain="qlvb") if period else ""


class DetermineRetention(Act):
    """The archivist decides how long a dossier is kept; while it is open its keeper may, too."""

    id = "determine_retention"
    title = _("act_determine_retention", default="Xác định thời hạn")
    description = _("act_determine_retention_help", default="Xác định lại thời hạn bảo quản, ghi căn cứ và lý do.")
    schema = IDetermineInput
    permission = DETERMINE
    states = CHANGEABLE
    order = 30

    def allowed(self):
        """See Act."""
        return super().allowed() or (self.state == "open" and may("Modify portal content", self.record))

    def defaults(self):
        dossier = self.record
        return {
            "retention_kind": dossier.retention_kind,
            "retention_years": dossier.retention_years,
            "retention_row": dossier.retention_row or None,
            "retention_basis": dossier.retention_basis,
            "retention_event": dossier.retention_event,
            "retention_extended": dossier.retention_extended,
        }

    def rules(self, data):
        if data is None:
            return
        period = period_of(data["retention_kind"], data["retention_years"])
        if period is None:
            message = _(
                "violation_dossier_retention", default="Hãy xác định thời hạn bảo quản (vĩnh viễn hoặc 2 đến 70 năm)."
            )
            yield self.violation("retention_missing", message, field="retention_years", rule=RULE)
            return
        row = self.row(data)
        if row is not None and period.rank < row.period.rank:
            message = _(
                "violation_below_prescribed",
                default="Thời hạn ngắn hơn quy định (${basis}: ${prescribed}).",
                mapping={"basis": row.basis, "prescribed": row.period.label},
            )
            yield self.violation("below_prescribed", message, field="retention_years", rule=RULE)
        extended, due = data["retention_extended"], IRetention(self.record).due
        if extended and due is not None and due.date is not None and due.reason != "extended" and extended < due.date:
            message = _("violation_extended_earlier", default="Ngày kéo dài phải sau ngày hết thời hạn.")
            yield self.violation("extended_earlier", message, field="retention_extended", rule=RULE)

    def row(self, data):
        """ScheduleRow that was named, or None."""
        token = data.get("retention_row")
        return schedule_for(self.record).current().row(token) if token else None

    def execute(self, data):
        dossier, before = self.record, IRetention(self.record)
        old, old_due = before.period, before.due
        period, row = period_of(data["retention_kind"], data["retention_years"]), self.row(data)
        dossier.retention_kind, dossier.retention_years = period.kind, period.years
        dossier.retention_row = row.token if row is not None else ""
        dossier.retention_basis = data["retention_basis"] or (row.basis if row is not None else "")
        dossier.retention_event = data["retention_event"]
        dossier.retention_extended = data["retention_extended"]
        return result_of(old, old_due, IRetention(dossier))

    def detail(self, data, result):
        return {**result, "comment": data["reason"], "reason": data["reason"]}


class FollowSchedule(Act):
    """Take over what the row of the schedule says now that the dossier was given its period by."""

    id = "follow_schedule"
    title = _("act_follow_schedule", default="Theo bảng thời hạn")
    description = _("act_follow_schedule_help", default="Áp dụng thời hạn hiện nay của dòng bảng thời hạn đã chọn.")
    schema = IFollowScheduleInput
    permission = DETERMINE
    states = CHANGEABLE
    order = 31
    conflict_codes = Act.conflict_codes | {"nothing_to_follow"}

    @property
    def row(self):
        """ScheduleRow that governs the dossier, or None."""
        token = self.record.retention_row
        return schedule_for(self.record).current().row(token) if token else None

    @property
    def differs(self):
        own = period_of(self.record.retention_kind, self.record.retention_years)
        return self.row is not None and self.row.period != own

    def relevant(self):
        return super().relevant() and self.differs

    def rules(self, data):
        if not self.differs:
            message = _("violation_nothing_to_follow", default="Thời hạn của hồ sơ đã đúng với bảng thời hạn.")
            yield self.violation("nothing_to_follow", message)

    def execute(self, data):
        dossier, before = self.record, IRetention(self.record)
        old, old_due, row = before.period, before.due, self.row
        dossier.retention_kind, dossier.retention_years = row.period.kind, row.period.years
        dossier.retention_basis = row.basis
        version = schedule_for(dossier).current()
        result = result_of(old, old_due, IRetention(dossier))
        return {**result, "version": version.number, "shared_version": version.shared}

    def detail(self, data, result):
        return {**result, "comment": data["reason"], "reason": data["reason"]}


class DetermineOwnPeriod(Act):
    """A document that must be kept longer than its dossier: the dossier follows it."""

    id = "determine_own_period"
    title = _("act_determine_own_period", default="Thời hạn riêng của văn bản")
    description = _(
        "act_determine_own_period_help",
        default="Văn bản có giá trị hơn hồ sơ: hồ sơ theo thời hạn dài nhất của văn bản trong hồ sơ.",
    )
    schema = IOwnPeriodInput
    permission = DETERMINE
    order = 90

    def defaults(self):
        own = IOwnPeriod(self.record)
        kind, years = (own.period.kind, own.period.years) if own.period else (None, None)
        return {"retention_kind": kind, "retention_years": years, "retention_basis": own.basis}

    def rules(self, data):
        if data is None or data["retention_kind"] is None:
            return
        if period_of(data["retention_kind"], data["retention_years"]) is None:
            message = _(
                "violation_dossier_retention", default="Hãy xác định thời hạn bảo quản (vĩnh viễn hoặc 2 đến 70 năm)."
            )
            yield self.violation("retention_missing", message, field="retention_years", rule=RULE)

    def execute(self, data):
        own = IOwnPeriod(self.record)
        old = own.period
        new = period_of(data["retention_kind"], data["retention_years"]) if data["retention_kind"] else None
        own.determine(new, data["retention_basis"])
        return {"old": said(old), "new": said(new)}

    def detail(self, data, result):
        return {**result, "comment": data["reason"], "reason": data["reason"]}


def result_of(old, old_due, retention):
    """dict for journal and caller: periods and due days before and after; strings."""
    due = retention.due
    return {
        "old": said(old),
        "new": said(retention.period),
        "old_due": old_due.date.isoformat() if old_due and old_due.date else "",
        "new_due": due.date.isoformat() if due and due.date else "",
        "basis": retention.basis,
    }
