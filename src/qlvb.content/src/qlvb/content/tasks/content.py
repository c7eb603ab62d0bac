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

    @property
    def reference(self):
        """The number that the province's system gave it; tasks of our own have none."""
        return self.province_number

    def Description(self):
        return self.request or ""

    @property
    def executor(self):
        """The Executor, None for an instruction."""
        if not self.executing_agency:
            return None
        return Executor(self.executing_agency, self.executing_unit, self.assignee)

    @property
    def responsible(self):
        """The Executor whose heads answer for the result: of a task of the province the whole agency, however it is
        handed on inside; None for an instruction.
        """
        return Executor(self.executing_agency) if self.province_number else self.executor
