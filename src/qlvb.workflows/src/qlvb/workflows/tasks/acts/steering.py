"""The acts of whoever has given a task: Chuyển đơn vị thực hiện, Tạm dừng, Tiếp tục, Đôn đốc; and its answer."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.tasks.executors import executor_of
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.tasks.acts.base import Executing
from qlvb.workflows.tasks.acts.base import Steering
from qlvb.workflows.tasks.given import check_deadline
from qlvb.workflows.tasks.heads import executing_people
from qlvb.workflows.tasks.inputs import IAnswerChaseInput
from qlvb.workflows.tasks.inputs import IChaseInput
from qlvb.workflows.tasks.inputs import IReasonInput
from qlvb.workflows.tasks.inputs import ITransferInput
from qlvb.workflows.tasks.interfaces import EXECUTING_STATES
from qlvb.workflows.tasks.preview import of_chases
from qlvb.workflows.tasks.rights import parent_of
from qlvb.workflows.tasks.rights import share_out


class Transfer(Steering):
    """Somebody else is to do it; also how a task that was returned goes on."""

    id = "transfer"
    title = _("act_transfer", default="Chuyển đơn vị thực hiện")
    description = _(
        "act_transfer_help",
        default="Giao cho đơn vị hoặc người khác, hoặc yêu cầu nơi đã trả lại thực hiện; tiếp nhận lại từ đầu.",
    )
    schema = ITransferInput
    states = ("assigned", "in_progress", "to_extend", "to_close", "paused", "returned")
    transition = "transfer"
    order = 50

    @property
    def emphasis(self):
        """What was returned waits for this: the next step."""
        return "primary" if self.returned else "normal"

    @property
    def returned(self):
        """bool: nobody has it now; whoever gave it may also insist on those who sent it back."""
        return state_of(self.record) == "returned"

    def hidden(self):
        return self.is_instruction()

    def defaults(self):
        return {"deadline": self.record.deadline}

    def rules(self, data):
        if not data:
            return
        if data["executor"] == self.record.executor.token and not self.returned:
            message = _("violation_task_same_executor", default="Nhiệm vụ đang ở chính nơi này.")
            yield self.violation("same_executor", message, "executor")
        if data["deadline"] != self.record.deadline:
            above = parent_of(self.record)
            yield from check_deadline(data, above.deadline if above is not None else None)

    def execute(self, data):
        task = self.record
        executor, former = executor_of(data["executor"]), executing_people(task)
        task.executing_agency, task.executing_unit, task.assignee = executor.agency, executor.unit, executor.person
        task.deadline = data["deadline"]
        execution = self.change()
        execution.go_on()
        execution.accepted_at, execution.accepted_by = None, ""
        for asked in filter(None, [execution.asked_extension()]):
            asked.decide(self.actor.userid, None, data["reason"])
        share_out(task)
        return {"executor": executor.token, "former": former}


class Pause(Steering):
    """Not now."""

    id = "pause"
    title = _("act_pause", default="Tạm dừng")
    description = _("act_pause_help", default="Dừng nhiệm vụ cho đến khi tiếp tục; không đôn đốc trong thời gian đó.")
    schema = IReasonInput
    states = ("in_progress",)
    transition = "pause"
    order = 55

    def execute(self, data):
        self.change().stop(data["reason"], self.actor.userid)
        return {}


class Resume(Steering):
    """On with it."""

    id = "resume"
    title = _("act_resume", default="Tiếp tục thực hiện")
    description = _("act_resume_help", default="Cho nhiệm vụ đang tạm dừng chạy tiếp.")
    states = ("paused",)
    transition = "resume"
    emphasis = "primary"
    order = 10

    def execute(self, data):
        self.change().go_on()
        return {}


class ChaseTask(Steering):
    """Ask whoever carries it out to hurry; counted."""

    id = "chase_task"
    title = _("act_chase_task", default="Đôn đốc")
    description = _(
        "act_chase_task_help", default="Nhắc nhở, phê bình hoặc yêu cầu kiểm điểm; số lần đôn đốc được đếm."
    )
    schema = IChaseInput
    for_leaders = True
    states = ("assigned", *(state for state in EXECUTING_STATES if state != "paused"))
    asked_for_all = ("level",)
    order = 25

    def execute(self, data):
        chase = self.change().chase(data["level"], self.actor.userid, data["text"])
        return {"number": chase.number}

    def detail(self, data, result):
        return {**super().detail(data, result), "number": result["number"]}


class AnswerChase(Executing):
    """Say how it stands, after having been chased."""

    id = "answer_chase"
    title = _("act_answer_chase", default="Trả lời đôn đốc")
    description = _("act_answer_chase_help", default="Trả lời các lần đôn đốc chưa trả lời.")
    schema = IAnswerChaseInput
    states = ("assigned", *EXECUTING_STATES)
    emphasis = "primary"  # somebody asked: that comes before all else
    order = 9

    def hidden(self):
        return not self.execution.answerable()

    def preview(self):
        """See IAct."""
        return of_chases(self.execution.answerable())

    def nothing_to_do(self):
        message = _("violation_no_chase", default="Không có lần đôn đốc nào chờ trả lời.")
        return self.violation("not_your_turn", message)

    def execute(self, data):
        waiting = self.change().answerable()
        for chase in waiting:
            chase.reply(self.actor.userid, data["answer"])
        return {"answered": len(waiting)}


class NoteReports(Steering):
    """The reports have been read."""

    id = "note_reports"
    title = _("act_note_reports", default="Đã xem hồi báo")
    description = _("act_note_reports_help", default="Ghi nhận đã xem các báo cáo, hồi báo mới.")
    order = 40
    for_leaders = True

    def hidden(self):
        return not self.execution.has_news()

    def execute(self, data):
        self.change().seen_at = clock.now()
        return {}
