"""The acts of those who carry a task out: Tiếp nhận, Trả lại, Báo cáo tiến độ, Hồi báo, Trình duyệt hoàn thành."""

from qlvb.content import _
from qlvb.content.clock import now
from qlvb.content.tasks.executors import executor_of
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.tasks.acts.base import Executing
from qlvb.workflows.tasks.acts.base import TaskAct
from qlvb.workflows.tasks.acts.base import check_reply
from qlvb.workflows.tasks.acts.base import drafted
from qlvb.workflows.tasks.acts.base import keep_files
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.family import has_children
from qlvb.workflows.tasks.heads import level_for
from qlvb.workflows.tasks.inputs import ICompleteInput
from qlvb.workflows.tasks.inputs import IHandOnInput
from qlvb.workflows.tasks.inputs import IReasonInput
from qlvb.workflows.tasks.inputs import IReportBackInput
from qlvb.workflows.tasks.inputs import IReportInput
from qlvb.workflows.tasks.interfaces import OPEN_STATES
from qlvb.workflows.tasks.rights import share_out


#: Subtasks in these states keep the task above from being finished.
UNDONE = tuple(state for state in OPEN_STATES if state != "returned")


class AcceptTask(Executing):
    """I take it on."""

    id = "accept_task"
    title = _("act_accept_task", default="Tiếp nhận")
    description = _("act_accept_task_help", default="Xác nhận tiếp nhận nhiệm vụ; nhiệm vụ chuyển sang đang thực hiện.")
    states = ("assigned",)
    transition = "accept"
    emphasis = "primary"
    order = 10

    def execute(self, data):
        execution = self.change()
        execution.accepted_at, execution.accepted_by = now(), self.actor.userid
        execution.go_on()
        return {}


class Bounce(Executing):
    """It is not for me; whoever gave it decides anew."""

    id = "bounce"
    title = _("act_bounce", default="Trả lại")
    description = _("act_bounce_help", default="Trả lại người giao, nêu rõ lý do và nơi nên giao.")
    schema = IReasonInput
    states = ("assigned",)
    transition = "bounce"
    emphasis = "danger"
    order = 80

    def execute(self, data):
        self.change().stop(data["reason"], self.actor.userid)
        return {}


class HandOn(TaskAct):
    """The head of the executing unit says who of the unit does it."""

    id = "hand_on"
    title = _("act_hand_on", default="Phân công trong đơn vị")
    description = _("act_hand_on_help", default="Giao cho phòng hoặc người của đơn vị mình thực hiện.")
    schema = IHandOnInput
    permission = "qlvb: Lead execution"
    states = ("assigned", "in_progress")
    order = 12

    def hidden(self):
        return self.is_instruction()

    def rules(self, data):
        if data and self.record.executor.token == data["executor"]:
            message = _("violation_task_same_executor", default="Nhiệm vụ đang ở chính nơi này.")
            yield self.violation("same_executor", message, "executor")

    def transition_for(self, data, result):
        return "accept" if self.state == "assigned" else None

    def execute(self, data):
        executor = executor_of(data["executor"], self.record.executing_agency)
        self.record.executing_unit, self.record.assignee = executor.unit, executor.person
        execution = self.change()
        if execution.accepted_at is None:
            execution.accepted_at, execution.accepted_by = now(), self.actor.userid
        share_out(self.record)
        return {"executor": executor.token}


class ReportProgress(Executing):
    """How far it is, what hinders, what is proposed."""

    id = "report"
    title = _("act_report", default="Cập nhật tiến độ")
    description = _(
        "act_report_help", default="Báo cáo phần trăm đã làm, kết quả, khó khăn vướng mắc và kiến nghị, đề xuất."
    )
    schema = IReportInput
    states = ("in_progress", "to_extend", "to_close", "paused")
    order = 20
    kind = "progress"

    def defaults(self):
        return {"progress": self.record.progress or 0}

    def execute(self, data):
        report = self.change().report(
            self.kind,
            self.actor.userid,
            data["text"],
            progress=data["progress"],
            difficulty=data["difficulty"],
            proposal=data["proposal"],
            reply=data.get("reply", ""),
            files=keep_files(self, data["files"]),
        )
        if not has_children(self.record):
            self.record.progress = data["progress"]
        return {"report": report.id}


class ReportBack(ReportProgress):
    """The unit's answer to the instruction: its row in the table of reports back."""

    id = "report_back"
    title = _("act_report_back", default="Hồi báo")
    description = _(
        "act_report_back_help", default="Gửi nội dung hồi báo về cơ quan giao; hiện thành một dòng của bảng hồi báo."
    )
    schema = IReportBackInput
    order = 22
    kind = "report_back"

    def hidden(self):
        return super().hidden() or not self.record.report_back

    def defaults(self):
        return {**super().defaults(), "reply": drafted(self)}

    def rules(self, data):
        return check_reply(self, data["reply"]) if data else []


class Complete(Executing):
    """It is done; the head of the unit and then the assigner approve it. The state changes only when they do."""

    id = "complete"
    title = _("act_complete", default="Trình duyệt hoàn thành")
    description = _(
        "act_complete_help",
        default="Báo cáo kết quả, trình lãnh đạo đơn vị rồi người giao duyệt; chỉ hoàn thành khi được duyệt.",
    )
    schema = ICompleteInput
    states = ("in_progress",)
    transition = "complete"
    emphasis = "primary"
    order = 15

    def defaults(self):
        return {"reply": drafted(self)}

    def rules(self, data):
        undone = [child for child in children_of(self.record) if state_of(child) in UNDONE]
        if undone:
            message = _(
                "violation_subtasks_open",
                default="Còn ${count} nhiệm vụ con chưa kết thúc, ví dụ “${subject}”.",
                mapping={"count": str(len(undone)), "subject": undone[0].subject[:100]},
            )
            return [self.violation("subtasks_open", message)]
        return check_reply(self, data["reply"]) if data else []

    def execute(self, data):
        execution = self.change()
        execution.go_on()
        execution.report(
            "completion",
            self.actor.userid,
            data["text"],
            progress=100,
            reply=data["reply"],
            files=keep_files(self, data["files"]),
        )
        execution.level = level_for(self.record, self.actor.userid)
        if not has_children(self.record):
            self.record.progress = 100
        return {"level": execution.level}


def not_complete(task, execution):
    """The result is not accepted, taken back, or asked for anew: the task is as far as it was before.

    A task with subtasks counts them.
    """
    if not has_children(task):
        task.progress = execution.reported_progress()


class TakeBack(Executing):
    """Not yet after all: as long as nobody has decided."""

    id = "take_back"
    title = _("act_take_back", default="Rút lại đề xuất")
    description = _("act_take_back_help", default="Rút lại báo cáo hoàn thành hoặc đề xuất đang chờ để làm tiếp.")
    states = ("to_approve", "to_close")
    order = 70

    def transition_for(self, data, result):
        return "reject_result" if self.state == "to_approve" else "refuse_close"

    def execute(self, data):
        execution = self.change()
        execution.go_on()
        if self.state == "to_approve":
            not_complete(self.record, execution)
        return {}
