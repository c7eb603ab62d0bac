"""Where a task stands, as one sentence for people."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.executors import title_of
from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.standing.interfaces import Standing
from qlvb.workflows.tasks.days import between_for
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.facts import TaskFacts
from qlvb.workflows.tasks.rows import rows_of
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


SENTENCES = {
    "assigned": _("standing_task_assigned", default="Chờ ${executor} tiếp nhận từ ngày ${given}; ${due}."),
    "in_progress": _("standing_task_in_progress", default="${executor} đang thực hiện, đạt ${progress}%; ${due}."),
    "to_approve": _("standing_task_to_approve", default="Chờ ${approver} duyệt hoàn thành; ${due}."),
    "to_extend": _("standing_task_to_extend", default="Chờ ${assigner} trả lời đề xuất gia hạn đến ${until}; ${due}."),
    "to_close": _("standing_task_to_close", default="Chờ ${assigner} trả lời đề xuất đóng nhiệm vụ."),
    "paused": _("standing_task_paused", default="Đang tạm dừng, đạt ${progress}%."),
    "returned": _("standing_task_returned", default="${executor} trả lại; chờ ${assigner} giao nơi khác hoặc đóng."),
    "finished": _("standing_task_finished", default="Đã hoàn thành ngày ${finished}, ${timely}."),
    "closed": _("standing_task_closed", default="Đã đóng, đạt ${progress}%."),
}
#: Somebody said that the work has to go on: what was called complete was not good enough, or may not be closed.
TO_GO_ON = _(
    "standing_task_to_go_on",
    default="${asker} yêu cầu làm tiếp; ${executor} đang thực hiện, đạt ${progress}%; ${due}.",
)
GATHERING = _("standing_instruction", default="Đã có hồi báo của ${answered}/${all} đơn vị; ${due}.")
GATHERED = _("standing_instruction_complete", default="Đủ hồi báo của ${all} đơn vị; chờ ${assigner} đóng chỉ đạo.")
DUE = {
    "none": _("standing_task_no_deadline", default="không đặt hạn"),
    "late": _("standing_task_late", default="quá hạn ${days} ngày làm việc (hạn ${date})"),
    "today": _("standing_task_today", default="đến hạn hôm nay"),
    "left": _("standing_task_left", default="còn ${days} ngày làm việc (hạn ${date})"),
}
TIMELY = {
    True: _("standing_task_was_in_time", default="đúng hạn"),
    False: _("standing_task_was_late", default="quá hạn"),
}


@implementer(IStanding)
@adapter(ITask)
class TaskStanding:
    """See IStanding."""

    def __init__(self, record):
        self.record = record

    def standing(self):
        task, execution = self.record, execution_of(self.record)
        state = state_of(task)
        sentence = TO_GO_ON if state == "in_progress" and execution.reason else SENTENCES[state]
        rows = rows_of(task)
        if task.kind == "instruction" and state == "in_progress":
            answered = sum(1 for row in rows if row.done)
            sentence = GATHERED if rows and answered == len(rows) else GATHERING
        message = _(str(sentence), default=sentence.default, mapping=self._mapping(execution, rows))
        holders = TaskFacts(task).holders()
        asked = execution.asked_extension()
        request = asked.reason if asked is not None and state == "to_extend" else execution.reason
        return Standing(message, kind=state, request=request, holders=holders)

    def _mapping(self, execution, rows):
        task, directory = self.record, getUtility(IDirectory)
        asked = execution.asked_extension()
        above = TaskFacts(task).holders() if execution.level == "unit" else [task.assigner]
        return {
            "executor": title_of(task.executor.token) if task.executor is not None else "…",
            "assigner": directory.person(task.assigner).fullname,
            "approver": ", ".join(directory.person(userid).fullname for userid in above),
            "asker": directory.person(execution.reason_by).fullname,
            "given": _day(task.assigned_on),
            "progress": str(task.progress or 0),
            "until": _day(asked.until if asked is not None else None),
            "finished": _day(task.finished_on),
            "timely": TIMELY[task.deadline is None or (task.finished_on or clock.today()) <= task.deadline],
            "due": due_words(task.deadline, clock.today(), between_for(task)),
            "answered": str(sum(1 for row in rows if row.done)),
            "all": str(len(rows)),
        }


def due_words(deadline, today, between):
    """Message id: working days left or over; pure."""
    if deadline is None:
        return DUE["none"]
    left = between(today, deadline)
    known = DUE["late" if deadline < today else "today" if deadline == today else "left"]
    return _(str(known), default=known.default, mapping={"days": str(max(1, abs(left))), "date": _day(deadline)})


def _day(day):
    return day.strftime("%d/%m/%Y") if day else "…"
