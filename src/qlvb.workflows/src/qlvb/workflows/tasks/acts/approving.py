"""Two levels of approval, and what ends a task otherwise: Duyệt hoàn thành, Chưa đạt, Đề xuất đóng, Đóng, Mở lại."""

from qlvb.content import _
from qlvb.content.clock import today
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.tasks.acts.base import STEERING
from qlvb.workflows.tasks.acts.base import Executing
from qlvb.workflows.tasks.acts.base import Steering
from qlvb.workflows.tasks.acts.base import TaskAct
from qlvb.workflows.tasks.acts.executing import not_complete
from qlvb.workflows.tasks.execution import change_execution
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.inputs import IOpinionInput
from qlvb.workflows.tasks.inputs import IReasonInput
from qlvb.workflows.tasks.interfaces import OPEN_STATES
from qlvb.workflows.tasks.notices import tell_closed_above
from qlvb.workflows.tasks.rows import rows_of
from qlvb.workflows.tasks.settling import settle_difficulty_above


class Approval(TaskAct):
    """An act of whoever's approval is awaited."""

    states = ("to_approve",)

    #: The permissions of which it takes one, by where the result lies.
    either = ("qlvb: Lead execution", STEERING)

    @property
    def permission(self):
        return "qlvb: Lead execution" if self.execution.level == "unit" else STEERING


class ApproveResult(Approval):
    """The head of the executing unit passes it on, the assigner finishes it."""

    id = "approve_result"
    title = _("act_approve_result", default="Duyệt hoàn thành")
    description = _(
        "act_approve_result_help", default="Xác nhận kết quả đạt yêu cầu; cấp sau cùng duyệt thì nhiệm vụ hoàn thành."
    )
    schema = IOpinionInput
    emphasis = "primary"
    order = 10

    def transition_for(self, data, result):
        return "approve_result" if result["level"] == "assigner" else None

    def execute(self, data):
        execution = self.change()
        level = execution.level
        if level == "unit":
            execution.level = "assigner"
        else:
            execution.go_on()
            self.record.finished_on = today()
            self.record.progress = 100
            settle_difficulty_above(self.record, self.actor.userid)
        return {"level": level}

    def detail(self, data, result):
        return {**super().detail(data, result), **result}


class RejectResult(Approval):
    """Not good enough: the work goes on."""

    id = "reject_result"
    title = _("act_reject_result", default="Chưa đạt, làm tiếp")
    description = _("act_reject_result_help", default="Trả lại để làm tiếp, nêu rõ điểm chưa đạt.")
    schema = IReasonInput
    transition = "reject_result"
    order = 20

    def execute(self, data):
        execution = self.change()
        execution.level = ""
        execution.stop(data["reason"], self.actor.userid)
        not_complete(self.record, execution)
        return {}


class ProposeClose(Executing):
    """It cannot or need not be done any more."""

    id = "propose_close"
    title = _("act_propose_close", default="Đề xuất đóng")
    description = _(
        "act_propose_close_help", default="Đề nghị người giao đóng nhiệm vụ không còn cần hoặc không làm được."
    )
    schema = IReasonInput
    states = ("in_progress",)
    transition = "propose_close"
    order = 60

    def execute(self, data):
        self.change().stop(data["reason"], self.actor.userid)
        return {}


class RefuseClose(Steering):
    """It is still to be done."""

    id = "refuse_close"
    title = _("act_refuse_close", default="Không đồng ý đóng")
    description = _("act_refuse_close_help", default="Yêu cầu làm tiếp, nêu rõ lý do.")
    schema = IReasonInput
    states = ("to_close",)
    transition = "refuse_close"
    order = 20

    def execute(self, data):
        self.change().stop(data["reason"], self.actor.userid)
        return {}


class CloseTask(Steering):
    """Close it: an instruction when all units have reported back, any other task with a reason."""

    id = "close_task"
    title = _("act_close_task", default="Đóng nhiệm vụ")
    description = _(
        "act_close_task_help", default="Kết thúc nhiệm vụ hoặc chỉ đạo; các phần còn mở bên dưới được đóng theo."
    )
    schema = IReasonInput
    states = OPEN_STATES
    transition = "close"
    order = 65

    def rules(self, data):
        waiting = sum(1 for row in rows_of(self.record) if not row.done)
        if self.is_instruction() and waiting:
            message = _(
                "violation_instruction_waits",
                default="Còn ${count} đơn vị chưa hồi báo nên chưa đóng được chỉ đạo.",
                mapping={"count": str(waiting)},
            )
            yield self.violation("rows_missing", message)

    def execute(self, data):
        closed = close_below(self.record, data["reason"], self.actor.userid)
        self.change().stop(data["reason"], self.actor.userid)
        if self.is_instruction():
            self.record.finished_on = today()
        return {"closed_below": closed}


class ReopenTask(Steering):
    """A finished task goes on."""

    id = "reopen_task"
    title = _("act_reopen_task", default="Mở lại")
    description = _("act_reopen_task_help", default="Mở lại nhiệm vụ đã hoàn thành để làm tiếp.")
    schema = IReasonInput
    states = ("finished",)
    transition = "reopen"
    order = 60

    def execute(self, data):
        self.record.finished_on = None
        execution = self.change()
        execution.stop(data["reason"], self.actor.userid)
        not_complete(self.record, execution)
        return {}


def close_below(task, reason, by):
    """Close every open task below; returns how many."""
    count = 0
    for child in children_of(task):
        count += close_below(child, reason, by)
        if state_of(child) in OPEN_STATES:
            change_execution(child).stop(reason, by)
            fire(child, "close", comment=reason)
            IJournal(child).append("task.closed_above", by, {"reason": reason})
            tell_closed_above(child, reason, by)
            child.reindexObject()
            child.reindexObjectSecurity()
            count += 1
    return count
