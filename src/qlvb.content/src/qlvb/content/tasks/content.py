"""The content class of tasks."""

from qlvb.content.subjects import SubjectRecord
from qlvb.content.subjects import unset_fields
from qlvb.content.tasks.executors import Executor
from qlvb.content.tasks.interfaces import ITask
from qlvb.content.tasks.schema import ITaskSchema
from zope.interface import implementer


@unset_fields(ITaskSchema)
@implementer(ITask)
class Task(SubjectRecord):
    """Nhiệm vụ."""

    reference = ""  # tasks have no number

    def Description(self):
        return self.request or ""

    @property
    def executor(self):
        """The Executor, None for an instruction."""
        if not self.executing_agency:
            return None
        return Executor(self.executing_agency, self.executing_unit, self.assignee)
