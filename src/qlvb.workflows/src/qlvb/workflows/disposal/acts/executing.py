"""Execution in two steps: begun and undoable for a while, then carried out by the worker for ever."""

from datetime import timedelta
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.disposals.interfaces import EXECUTE
from qlvb.content.disposals.rules import DUTIES
from qlvb.content.disposals.rules import duties_violations
from qlvb.workflows.disposal.acts.base import DisposalAct
from qlvb.workflows.disposal.acts.deciding import DECISION
from qlvb.workflows.disposal.acts.deciding import PROPOSAL
from qlvb.workflows.disposal.filing import file_component
from qlvb.workflows.disposal.filing import missing_components
from qlvb.workflows.disposal.inputs import IExecuteInput
from qlvb.workflows.disposal.inputs import IWhyInput
from qlvb.workflows.disposal.jobs import KIND
from qlvb.workflows.disposal.jobs import failed_job
from qlvb.workflows.disposal.passwords import password_violations
from qlvb.workflows.disposal.settings import USUAL
from qlvb.workflows.disposal.settings import hours_of
from qlvb.workflows.disposal.window import window_of
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.signing.interfaces import IKeyRing
from zope.component import getUtility


#: The rule of the waiting time: the agency's own, within the days that the law gives.
WAITING = "Quy định tiêu hủy của cơ quan; TT 06/2025/TT-BNV"


class ExecutingAct(DisposalAct):
    """Base: what brings about that records are destroyed is done by nobody who proposed or decided it."""

    permission = EXECUTE

    def duties(self):
        """list of Violation."""
        others = {PROPOSAL: self.record.proposer, DECISION: self.sheet.decision.get("by")}
        return duties_violations(self.actor.userid, others)


class Execute(ExecutingAct):
    """Records are handed over for destruction. Until the window is over it can be stopped, afterwards nothing can."""

    id = "execute_disposal"
    title = _("act_disposal_execute", default="Ghi nhận tiêu hủy")
    schema = IExecuteInput
    states = ("decided",)
    transition = "execute"
    emphasis = "danger"
    order = 80

    @property
    def description(self):
        """Message: what will be destroyed, and for how long it can be taken back."""
        mapping = {
            "count": str(len(self.sheet.items("destroy"))),
            "decision": self.sheet.decision.get("number", ""),
            "hours": str(hours_of(self.record)),
        }
        return _(
            "act_disposal_execute_help",
            default="Bàn giao và tiêu hủy ${count} hồ sơ, văn bản theo Quyết định ${decision}. Hoàn tác được trong"
            " ${hours} giờ, sau đó thì không. Nhập lại mật khẩu.",
            mapping=mapping,
        )

    def rules(self, data):
        userid = self.actor.userid
        yield from self.duties()
        if missing := missing_components(self.record, before="handover"):
            yield self.violation("incomplete", missing, rule="TT 06/2025/TT-BNV Điều 15.4")
        key = getUtility(IKeyRing).describe(agency_id=self.agency.id)
        if key is None or key.get("expired"):
            message = _("violation_disposal_key", default="Cơ quan chưa có chứng thư số còn hạn để ký biên bản hủy.")
            yield self.violation("no_key", message)
        if data is not None:
            if data["witness"] == data["keeper"] or userid in (data["witness"], data["keeper"]):
                message = _("violation_disposal_people", default="Người giao, người hủy, người chứng kiến là ba người.")
                yield self.violation("same_people", message, field="witness", rule=DUTIES)
            yield from password_violations(userid, data["password"])

    def execute(self, data):
        begun, hours = clock.now(), hours_of(self.record)
        final = begun + timedelta(hours=hours)
        self.sheet.write(
            "execution",
            {
                "by": self.actor.userid,
                "keeper": data["keeper"],
                "witness": data["witness"],
                "hours": hours,
                "begun": begun.isoformat(),
                "final": final.isoformat(),
            },
        )
        file_component(self.record, "handover", self.actor.userid)
        IJobs(self.record).enqueue(KIND, f"begin-{begun.isoformat()}", owner=self.actor.userid, due=final)
        return {"final": final.isoformat()}


class UndoExecution(DisposalAct):
    """Taken back while it still can be: nothing has been destroyed, so who proposed or decided it may stop it, too."""

    id = "undo_execution"
    title = _("act_disposal_undo", default="Hoàn tác")
    description = _("act_disposal_undo_help", default="Dừng trước khi hủy; chỉ được trong thời gian chờ.")
    schema = IWhyInput
    permission = EXECUTE
    states = ("executing",)
    transition = "undo"
    emphasis = "danger"
    order = 85

    def rules(self, data):
        window = window_of(self.record)
        if window is None or not window.open:
            message = _(
                "violation_disposal_final",
                default="Đã quá thời gian chờ ${hours} giờ, việc tiêu hủy không dừng được nữa.",
                mapping={"hours": str(self.sheet.execution.get("hours", USUAL))},
            )
            yield self.violation("too_late", message, rule=WAITING)

    def execute(self, data):
        self.sheet.write("execution", {})
        return {}


class RetryExecution(ExecutingAct):
    """What stopped the job (no certificate of the agency, no room on the disk) is mended: it goes on where it was."""

    id = "retry_execution"
    title = _("act_disposal_retry", default="Tiếp tục tiêu hủy")
    description = _("act_disposal_retry_help", default="Sau khi khắc phục lỗi; làm tiếp từ chỗ đã dừng.")
    states = ("executing",)
    emphasis = "primary"
    order = 86
    conflict_codes = DisposalAct.conflict_codes | {"not_failed"}

    def relevant(self):
        return super().relevant() and failed_job(self.record) is not None

    def rules(self, data):
        yield from self.duties()
        if failed_job(self.record) is None:
            message = _("violation_disposal_not_failed", default="Việc tiêu hủy không bị dừng vì lỗi.")
            yield self.violation("not_failed", message)

    def execute(self, data):
        IJobs(self.record).retry(failed_job(self.record).id, self.actor.userid)
        return {}
