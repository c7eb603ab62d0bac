"""Work that is still open goes to those who carry it on: adapters of records, one for each kind of work.

Each changes the fields that name a department and says what it changed; what a person has to do stays the person's, so
it goes where his post goes.
"""

from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.submission.interfaces import ISubmissionNote
from qlvb.content.tasks.executors import PERSON
from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.lines.closing import is_open
from qlvb.workflows.lines.interfaces import ILines
from qlvb.workflows.reorganisation.interfaces import IOpenWork
from qlvb.workflows.tasks.rights import share_out
from zope.component import adapter
from zope.interface import implementer


@implementer(IOpenWork)
class Drafted:
    """A record that a department drafts."""

    def __init__(self, record):
        self.record = record

    def hand_on(self, way):
        old = self.record.drafting_unit or ""
        new = way.unit_for(old, self.record.drafter or "")
        if new == old:
            return []
        self.record.drafting_unit = new
        return [(old, new)]


@adapter(IOutgoingDocument)
class OutgoingWork(Drafted):
    """Văn bản đi chưa ban hành."""


@adapter(ISubmissionNote)
class NoteWork(Drafted):
    """Phiếu trình chưa xong."""


@implementer(IOpenWork)
@adapter(IIncomingDocument)
class IncomingWork:
    """Văn bản đến đang xử lý: the open lines; those that have ended stay as they were."""

    def __init__(self, document):
        self.document = document

    def hand_on(self, way):
        found = []
        for line in ILines(self.document).all():
            old = line.department or ""
            new = way.unit_for(old, line.recipient) if is_open(line) else old
            if new != old:
                line.department = new
                found.append((old, new))
        return found


@implementer(IOpenWork)
@adapter(ITask)
class TaskWork:
    """Nhiệm vụ đang mở: the unit that carries it out, and units that help."""

    def __init__(self, task):
        self.task = task

    def hand_on(self, way):
        task, found = self.task, []
        if task.executing_agency == way.agency:
            old = task.executing_unit or ""
            new = way.unit_for(old, task.assignee or "")
            if new != old:
                task.executing_unit = new
                found.append((old, new))
        helpers = [self._helper(token, way) for token in task.coordinators]
        if helpers != list(task.coordinators):
            changed = [pair for pair in zip(task.coordinators, helpers, strict=True) if pair[0] != pair[1]]
            found += [tuple(token.partition(".")[2] for token in pair) for pair in changed]
            task.coordinators = list(dict.fromkeys(helpers))
        if found:
            share_out(task)
        return found

    def _helper(self, token, way):
        agency, _dot, unit = token.partition(".")
        if token.startswith(PERSON) or agency != way.agency or not unit:
            return token
        return f"{agency}.{way.unit_for(unit, '')}"
