"""Tasks from a task or a document: Giao nhiệm vụ con, Giao nhiệm vụ, Giao tháo gỡ; Đã tháo gỡ."""

from AccessControl import getSecurityManager
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.workflows.acts.base import Act
from qlvb.workflows.tasks.acts.base import TaskAct
from qlvb.workflows.tasks.execution import change_execution
from qlvb.workflows.tasks.factory import agency_for
from qlvb.workflows.tasks.given import check_deadline
from qlvb.workflows.tasks.heads import executing_people
from qlvb.workflows.tasks.inputs import IAssignDifficultyInput
from qlvb.workflows.tasks.inputs import IGiveFromInput
from qlvb.workflows.tasks.inputs import IGiveInput
from qlvb.workflows.tasks.inputs import ISettleDifficultyInput
from qlvb.workflows.tasks.interfaces import ITaskFactory
from qlvb.workflows.tasks.reach import may_give
from qlvb.workflows.tasks.reach import standing_of
from zope.component import getUtility


#: Whoever has one of these may divide a task.
DIVIDING = ("qlvb: Execute task", "qlvb: Lead execution", "qlvb: Steer task")


class Giving:
    """Part of acts that make tasks in the name of the actor's agency."""

    permission = "View"

    @property
    def agency_id(self):
        return agency_for(self.actor.userid, self.record)

    def giver(self, carries=False):
        """bool: the actor may give work to somebody."""
        return bool(self.agency_id) and may_give(standing_of(self.actor.userid, self.agency_id, carries=carries))

    def no_giver(self):
        message = _("violation_task_no_giver", default="Anh/chị không phụ trách đơn vị nào nên không giao việc được.")
        return self.violation("forbidden", message)

    def made(self, fields, source=None):
        task = getUtility(ITaskFactory).create(self.agency_id, fields, self.actor.userid, source)
        return {"uid": IUUID(task), "url": task.absolute_url(), "subject": task.subject}


class GiveTask(Giving, Act):
    """A sentence of a document becomes a task; it keeps its words and its page (NĐ 30/2020 Điều 24: who directs
    follows up).
    """

    id = "give_task"
    title = _("act_give_task", default="Giao nhiệm vụ")
    description = _(
        "act_give_task_help",
        default="Giao nhiệm vụ từ văn bản: chủ trì, phối hợp, hạn, sản phẩm, câu chỉ đạo và trang.",
    )
    schema = IGiveFromInput
    states = ("to_direct", "in_progress", "finished", "issued")
    order = 45

    def relevant(self):
        return super().relevant() and self.giver()

    def rules(self, data):
        if not self.giver():
            return [self.no_giver()]
        if data is None:
            return []
        return getUtility(ITaskFactory).check(self.agency_id, data, self.actor.userid, self.record)

    def defaults(self):
        return {"urgency": self.record.urgency}

    def execute(self, data):
        return self.made(data, self.record)


class SplitTask(Giving, TaskAct):
    """Whoever carries a task out, or leads there, or has given it, divides it."""

    id = "split"
    title = _("act_split", default="Giao nhiệm vụ con")
    description = _("act_split_help", default="Chia nhiệm vụ thành việc nhỏ; tiến độ được tính từ các việc nhỏ.")
    schema = IGiveInput
    states = ("in_progress",)
    order = 35

    def allowed(self):
        may = getSecurityManager().checkPermission
        return any(may(permission, self.record) for permission in DIVIDING)

    def relevant(self):
        return super().relevant() and not list(self.rules(None))

    def defaults(self):
        return {"deadline": self.record.deadline, "urgency": self.record.urgency}

    def rules(self, data):
        carries = any(self.actor.stands_for(userid) for userid in executing_people(self.record))
        if not self.giver(carries):
            return [self.no_giver()]
        return getUtility(ITaskFactory).check(self.agency_id, self.fields(data), self.actor.userid) if data else []

    def fields(self, data):
        return {**data, "parent": IUUID(self.record), "urgency": data.get("urgency") or self.record.urgency}

    def execute(self, data):
        return self.made(self.fields(data))


class AssignDifficulty(Giving, TaskAct):
    """Somebody is to remove what hinders the task."""

    id = "assign_difficulty"
    title = _("act_assign_difficulty", default="Giao tháo gỡ khó khăn")
    description = _(
        "act_assign_difficulty_help", default="Giao một đơn vị hoặc người tháo gỡ khó khăn, vướng mắc đã nêu."
    )
    schema = IAssignDifficultyInput
    permission = "View"
    states = ("in_progress", "to_extend", "paused")
    order = 36

    def hidden(self):
        return not self.execution.unsettled() or not self.giver()

    def nothing_to_do(self):
        return self.no_giver() if not self.giver() else super().nothing_to_do()

    def defaults(self):
        return _only([one for one in self.execution.unsettled() if not one.task])

    def waiting(self, data):
        return next((item for item in self.execution.unsettled() if item.id == data["difficulty"]), None)

    def rules(self, data):
        if data is None:
            return []
        if self.waiting(data).task:
            message = _("violation_difficulty_assigned", default="Khó khăn này đã được giao tháo gỡ.")
            return [self.violation("difficulty_assigned", message, "difficulty")]
        found = check_deadline({name: data[name] for name in ("deadline", "working_days")})
        return found or getUtility(ITaskFactory).check(self.agency_id, self.fields(data), self.actor.userid)

    def fields(self, data):
        text = self.waiting(data).text
        return {
            "subject": f"{text[:450]}",
            "request": text,
            "leads": [data["executor"]],
            "deadline": data["deadline"],
            "working_days": data["working_days"],
            "kind": "difficulty",
            "parent": IUUID(self.record),
            "urgency": self.record.urgency,
        }

    def execute(self, data):
        difficulty = self.waiting(data)
        made = self.made(self.fields(data))
        change_execution(self.record)
        difficulty.task = made["uid"]
        return made


class SettleDifficulty(TaskAct):
    """It hinders no more."""

    id = "settle_difficulty"
    title = _("act_settle_difficulty", default="Đã tháo gỡ khó khăn")
    description = _("act_settle_difficulty_help", default="Ghi cách giải quyết một khó khăn, vướng mắc đã nêu.")
    schema = ISettleDifficultyInput
    order = 37

    permission = "View"
    states = ("in_progress", "to_extend", "paused", "to_approve", "to_close")

    def allowed(self):
        may = getSecurityManager().checkPermission
        return any(may(permission, self.record) for permission in DIVIDING)

    def hidden(self):
        return not self.execution.unsettled()

    def defaults(self):
        return _only(self.execution.unsettled())

    def execute(self, data):
        found = next(item for item in self.change().unsettled() if item.id == data["difficulty"])
        found.settle(self.actor.userid, data["answer"])
        return {"difficulty": found.id}


def _only(difficulties):
    """dict: nobody has to choose among one."""
    return {"difficulty": difficulties[0].id} if len(difficulties) == 1 else {}
