"""The content class of tasks."""

from plone.dexterity.content import Item
from qlvb.content.tasks.executors import Executor
from qlvb.content.tasks.interfaces import ITask
from qlvb.content.tasks.schema import ITaskSchema
from zope.interface import implementer
from zope.schema import getFields


def unset_fields(cls):
    """Class decorator: a field never set is answered from the class, not by Dexterity's search for its default."""
    for name, field in getFields(ITaskSchema).items():
        setattr(cls, name, () if field.defaultFactory is not None else field.default)
    return cls


@unset_fields
@implementer(ITask)
class Task(Item):
    """Nhiệm vụ. Its title is its subject; Dexterity's keywords of that name are answered here."""

    language = "vi"
    reference = ""  # tasks have no number

    @property
    def __ac_local_roles_block__(self):
        """True for a secret task: it takes no roles from the organisation above it, only its own grants count."""
        return self.secrecy not in (None, "", "none")

    @property
    def title(self):
        return self.subject

    def Title(self):
        return self.subject

    def setTitle(self, title):
        self.subject = title or ""

    def Subject(self):
        return ()

    def setSubject(self, subject):
        """Tasks have no keywords."""

    def Description(self):
        return self.request or ""

    @property
    def executor(self):
        """The Executor, None for an instruction."""
        if not self.executing_agency:
            return None
        return Executor(self.executing_agency, self.executing_unit, self.assignee)

    def cb_isMoveable(self):
        """A record stays in the period in which it came into being."""
        return False

    def cb_isCopyable(self):
        """A copy would carry the journal and the reports of another record."""
        return False
