"""Đề xuất gia hạn, Đồng ý, Không đồng ý."""

from qlvb.content import _
from qlvb.content.clock import today
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.tasks.acts.base import Executing
from qlvb.workflows.tasks.acts.base import Steering
from qlvb.workflows.tasks.days import between_for
from qlvb.workflows.tasks.execution import Extension
from qlvb.workflows.tasks.extending import check_ask
from qlvb.workflows.tasks.extending import check_until
from qlvb.workflows.tasks.inputs import IAskExtensionInput
from qlvb.workflows.tasks.inputs import IGrantExtensionInput
from qlvb.workflows.tasks.inputs import IReasonInput
from qlvb.workflows.tasks.interfaces import ITaskSettings
from qlvb.workflows.tasks.preview import of_deadline
from qlvb.workflows.tasks.rights import parent_of
from types import SimpleNamespace
from zope.component import getUtility


#: What the province's system gives is bound by no limits of the agency that carries it out.
UNLIMITED = SimpleNamespace(most_extensions=10**6, longest_extension=10**6, ask_before=0, ask_late=True)


def settings_for(task):
    """The ITaskSettings of the agency that has given the task; UNLIMITED for one of the province's system."""
    if task.province_number:
        return UNLIMITED
    directory = getUtility(IDirectory)
    return ITaskSettings(directory.agency_object(directory.agency_of(task).id))


class AskExtension(Executing):
    """More time is needed."""

    id = "ask_task_extension"
    title = _("act_ask_task_extension", default="Đề xuất gia hạn")
    description = _("act_ask_task_extension_help", default="Đề nghị người giao cho thêm thời gian, nêu rõ lý do.")
    schema = IAskExtensionInput
    states = ("in_progress",)
    transition = "ask_extension"
    order = 30

    def preview(self):
        """See IAct."""
        return of_deadline(self.record)

    def rules(self, data):
        granted = sum(1 for item in self.execution.extensions if item.decision == "granted")
        until = data["until"] if data else None
        between, settings = between_for(self.record), settings_for(self.record)
        return check_ask(self.record.deadline, until, granted, today(), settings, between)

    def execute(self, data):
        asked = Extension(self.actor.userid, data["until"], data["reason"], self.record.deadline)
        self.change().extensions.append(asked)
        return {}


class Deciding(Steering):
    """Whoever gave the task says yes or no."""

    states = ("to_extend",)
    transition = "decide_extension"

    def asked(self):
        """The Extension that waits."""
        return self.execution.asked_extension()

    def preview(self):
        """See IAct."""
        return of_deadline(self.record, self.asked())


class GrantExtension(Deciding):
    """Yes, or until another day."""

    id = "grant_task_extension"
    title = _("act_grant_task_extension", default="Đồng ý gia hạn")
    description = _("act_grant_task_extension_help", default="Đặt hạn mới cho nhiệm vụ.")
    schema = IGrantExtensionInput
    emphasis = "primary"
    order = 10

    def defaults(self):
        asked = self.asked()
        return {"until": asked.until if asked is not None else None}

    def rules(self, data):
        if not data:
            return []
        between, settings = between_for(self.record), settings_for(self.record)
        found = check_until(self.record.deadline, data["until"], today(), settings, between)
        above = parent_of(self.record)
        if not found and above is not None and above.deadline and data["until"] > above.deadline:
            message = _(
                "violation_task_deadline_beyond",
                default="Hạn không được sau hạn của nhiệm vụ cấp trên (${date}).",
                mapping={"date": above.deadline.strftime("%d/%m/%Y")},
            )
            return [self.violation("deadline_beyond", message, "until")]
        return found

    def execute(self, data):
        self.change()
        self.asked().decide(self.actor.userid, data["until"], data["opinion"])
        self.record.deadline = data["until"]
        return {"deadline": data["until"].isoformat()}


class RefuseExtension(Deciding):
    """No, for a reason."""

    id = "refuse_task_extension"
    title = _("act_refuse_task_extension", default="Không đồng ý gia hạn")
    description = _("act_refuse_task_extension_help", default="Giữ nguyên hạn, nêu rõ lý do.")
    schema = IReasonInput
    order = 20

    def execute(self, data):
        self.change()
        self.asked().decide(self.actor.userid, None, data["reason"])
        return {}
