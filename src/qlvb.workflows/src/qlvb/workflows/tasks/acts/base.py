"""What the acts on tasks have in common."""

from plone.app.uuid.utils import uuidToObject
from qlvb.content import _
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.interfaces import IDocument
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.acts.base import Act
from qlvb.workflows.acts.transitions import title_of_state
from qlvb.workflows.tasks.execution import change_execution
from qlvb.workflows.tasks.execution import execution_of


STEERING = "qlvb: Steer task"


class TaskAct(Act):
    """An act on a task; ``record`` is the task."""

    permission = "qlvb: Execute task"
    #: Of a task of the province's system: leaders of the agency may do it beside the system that gave it.
    for_leaders = False

    def allowed(self):
        return super().allowed() and not self.reserved()

    def reserved(self):
        """bool: only the province's system, which gave the task, decides that; no leader does in its place."""
        if self.permission != STEERING or self.for_leaders or not self.record.province_number:
            return False
        return not self.actor.stands_for(self.record.assigner)

    @property
    def execution(self):
        """The Execution to read."""
        return execution_of(self.record)

    def change(self):
        """The Execution to write."""
        return change_execution(self.record)

    def is_instruction(self):
        """bool: nobody carries it out itself, only what is below it."""
        return self.record.kind == "instruction"

    def relevant(self):
        return super().relevant() and not self.hidden()

    def hidden(self):
        """bool: there is nothing to do by it on this task; neither shown nor done."""
        return False

    def basic_violations(self):
        return super().basic_violations() or ([self.nothing_to_do()] if self.hidden() else [])

    def nothing_to_do(self):
        """The violation of an act that is hidden."""
        message = _(
            "violation_task_nothing_to_do",
            default="Nhiệm vụ này không có gì để thực hiện “${act}”.",
            mapping={"act": self.title},
        )
        return self.violation("not_your_turn", message)

    def wrong_state(self):
        message = _(
            "violation_task_wrong_state",
            default="Không thực hiện được “${act}” khi nhiệm vụ đang ở trạng thái “${state}”.",
            mapping={"act": self.title, "state": title_of_state(self.record)},
        )
        return self.violation("wrong_state", message)

    def missing_right(self):
        message = _(
            "violation_task_forbidden",
            default="Anh/chị không có quyền thực hiện “${act}” đối với nhiệm vụ này.",
            mapping={"act": self.title},
        )
        return self.violation("forbidden", message)


class Executing(TaskAct):
    """An act of whoever carries it out."""

    def hidden(self):
        return self.is_instruction()


class Steering(TaskAct):
    """An act of whoever has given it, or of the leaders of that agency."""

    permission = STEERING


def keep_files(act, uploads):
    """Keep the files that prove a report; ids in their order: tuple of str.

    :raises Refused: 400 naming every file that is not taken; nothing of the act is kept then.
    """
    store, by = IFileStore(act.record), act.actor.userid
    ids, faults = [], []
    for upload in uploads:
        try:
            ids.append(store.add("result", upload.filename, upload.data, by).id)
        except Refused as refused:
            faults += [_named(fault, upload.filename) for fault in refused.violations]
    if faults:
        raise Refused(faults)
    return tuple(ids)


def _named(fault, filename):
    message = _(
        "violation_task_file", default="${name}: ${message}", mapping={"name": filename, "message": fault.message}
    )
    return Violation("files", fault.code, message, fault.rule)


def drafted(act):
    """UID of the newest document that was drafted for the task, as the proposed answer; "" when the actor sees none."""
    found = next(reversed(act.execution.drafts), "")
    return found if found and uuidToObject(found) is not None else ""


def check_reply(act, uid):
    """Violations of the UID of the document by which a task was answered: "" for none, else one the actor may see."""
    if not uid:
        return []
    document = uuidToObject(uid)
    if document is None or not IDocument.providedBy(document):
        message = _("violation_task_reply", default="Không có văn bản trả lời này, hoặc anh/chị không được xem.")
        return [act.violation("reply_unknown", message, "reply")]
    return []
