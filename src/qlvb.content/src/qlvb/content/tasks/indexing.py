"""What the records index keeps of the fields of tasks."""

from Acquisition import aq_base
from qlvb.content.index.building import NO_DEADLINE
from qlvb.content.index.fields import ordinal
from qlvb.content.index.fields import priority
from qlvb.content.index.interfaces import IIndexedFields
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.executors import title_of
from qlvb.content.tasks.interfaces import ITask
from qlvb.content.text import compact
from qlvb.content.text import fold
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IIndexedFields)
@adapter(ITask)
class TaskFields:
    """``issue_day`` is the day on which it was given, ``arrival_day`` that on which it was finished, ``holder`` who
    carries it out, ``issuing_body`` the name of the unit that does.
    """

    def __init__(self, task):
        self.task = aq_base(task)

    def read(self, facts):
        """See IIndexedFields."""
        task = self.task
        deadline_day = task.deadline.toordinal() if task.deadline else NO_DEADLINE
        executor = title_of(task.executor.place, task.finished_on) if task.executor else ""
        given = task.assigned_on
        columns = {
            "urgency": task.urgency or "normal",
            "secrecy": task.secrecy or "none",
            "document_type": task.kind,
            "year": given.year if given else task.created().year(),
            "issue_day": ordinal(given),
            "arrival_day": ordinal(task.finished_on),
            "deadline_day": deadline_day,
            "subject": task.subject or "",
            "reference": task.province_number or "",
            "reference_key": compact(task.province_number or ""),
            "subject_sort": fold(task.subject)[:200],
            "issuing_body": executor,
            "holder": task.assignee or "",
            "priority": priority(task.urgency, deadline_day, float(task.created())),
        }
        more = {
            "due_date": task.deadline.isoformat() if task.deadline else None,
            "assigner": task.assigner,
            "executor": task.executor.place if task.executor else "",
            "product": task.product,
            "source": task.source,
            "page": task.page,
        }
        return columns, {name: value for name, value in more.items() if value not in (None, "")}, self._texts(executor)

    def _texts(self, executor):
        task = self.task
        directory = getUtility(IDirectory)
        people = [directory.person(userid).fullname for userid in (task.assigner, task.assignee) if userid]
        helpers = [title_of(token, task.finished_on) for token in task.coordinators]
        return {
            "subject": task.subject or "",
            "people": " · ".join(filter(None, [executor, *people, *helpers])),
            "fields": " · ".join(filter(None, [task.province_number, task.request, task.product, task.quotation])),
        }
