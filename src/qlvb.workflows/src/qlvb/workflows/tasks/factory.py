"""How tasks come into being."""

from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.placing import store_task
from qlvb.content.tasks.placing import tasks_section
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.tasks.family import add_child
from qlvb.workflows.tasks.following import refresh_above
from qlvb.workflows.tasks.given import REFUSALS
from qlvb.workflows.tasks.given import read_given
from qlvb.workflows.tasks.interfaces import ITaskFactory
from qlvb.workflows.tasks.notices import tell_given
from qlvb.workflows.tasks.rights import open_source
from qlvb.workflows.tasks.rights import parent_of
from qlvb.workflows.tasks.rights import share_out
from zope.component import getUtility
from zope.interface import implementer


@implementer(ITaskFactory)
class TaskFactory:
    """See ITaskFactory."""

    def check(self, agency_id, fields, by, source=None):
        return list(read_given(agency_id, fields, by, source).violations)

    def create(self, agency_id, fields, by, source=None, origin=None):
        given = read_given(agency_id, fields, by, source, judged=origin is None)
        if given.violations:
            codes = {violation.code for violation in given.violations}
            raise Refused(given.violations, 403 if codes <= set(REFUSALS) else 400)
        tasks_section(agency_id)
        given.values.update(origin or {})
        if len(given.leads) == 1:
            task = self._made(agency_id, given, given.values, by, source, given.leads[0])
        else:
            task = self._instruction(agency_id, given, by, source)
        if source is not None:
            add_child(source, IUUID(task))
            source.reindexObject()
        refresh_above(task)
        return task

    def _instruction(self, agency_id, given, by, source):
        """An instruction has no executor, and begins at once; each lead gets a task below it."""
        values = {**given.values, "kind": "instruction"}
        top = self._made(agency_id, given, values, by, source, None)
        fire(top, "accept")
        for lead in given.leads:
            below = {**given.values, "parent": IUUID(top)}
            self._made(agency_id, given, below, by, source, lead)
        top.reindexObject()
        return top

    def _made(self, agency_id, given, values, by, source, lead):
        moment = clock.now()
        values = {
            **values,
            "assigner": by,
            "assigned_on": moment.date(),
            "first_deadline": values["deadline"],
            "progress": 0,
            "coordinators": list(given.coordinators) if lead is not None else [],
            "source": IUUID(source) if source is not None else "",
        }
        if lead is not None:
            values |= {"executing_agency": lead.agency, "executing_unit": lead.unit, "assignee": lead.person}
        task = store_task(agency_id, values, by, moment)
        share_out(task)
        if source is not None:
            open_source(task, source)
        if task.parent:
            add_child(parent_of(task), IUUID(task))
        detail = {"type": "Task", "subject": task.subject, "executor": lead.token if lead is not None else ""}
        IJournal(task).append("created", by, {name: value for name, value in detail.items() if value}, when=moment)
        task.reindexObject()
        task.reindexObjectSecurity()
        tell_given(task, by)
        return task


task_factory = TaskFactory()


def agency_for(userid, record=None):
    """Path id of the agency in the name of which somebody gives work: that of the record when he has a post there,
    else that of his main post; "" for nobody.
    """
    directory = getUtility(IDirectory)
    agency = directory.agency_of(record) if record is not None else None
    post = (directory.main_post(userid, agency.id) if agency is not None else None) or directory.main_post(userid)
    return post.agency if post is not None else ""
