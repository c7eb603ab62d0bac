"""Who gets which role on a task, and why."""

from plone.app.uuid.utils import uuidToObject
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.tasks.executors import PERSON
from qlvb.content.tasks.executors import executor_of
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.rights.reindex import reindex_security
from qlvb.workflows.tasks.heads import executing_principals
from qlvb.workflows.tasks.heads import heads_group
from zope.component import getUtility


CAUSE = "line"
#: How far up the tasks above are followed: their assigners read what was made of their task.
DEEPEST = 20


def share_out(task):
    """Grant the roles that the fields of ``task`` ask for; those who had it before go on reading. Repeatable."""
    grants = IGrants(task)
    before = {
        grant.principal for grant in grants.all() if grant.cause == CAUSE and grant.role in ("Handler", "UnitLeader")
    }
    grants.revoke(CAUSE)
    grants.grant(task.assigner, "Assigner", CAUSE, "assigner")
    for principal in executing_principals(task):
        grants.grant(principal, "Handler", CAUSE, "executor")
    if task.executor is not None:
        grants.grant(heads_group(task.responsible), "UnitLeader", CAUSE, "heads")
        if task.responsible != task.executor:
            grants.grant(heads_group(task.executor), "Participant", CAUSE, "unit")
        if task.executor.unit:
            grants.grant(group_id(task.executor.agency, "leader"), "Participant", CAUSE, "agency")
    for token in task.coordinators:
        for principal in principals_of(token):
            grants.grant(principal, "Participant", CAUSE, "coordinator")
    for userid in assigners_above(task):
        grants.grant(userid, "Participant", CAUSE, "above")
    now_there = {grant.principal for grant in grants.all() if grant.cause == CAUSE}
    for principal in before - now_there:
        grants.grant(principal, "Participant", CAUSE, "before")


def principals_of(token):
    """Userid or group behind the token of a coordinator: list of str."""
    if token.startswith(PERSON):
        return [token.removeprefix(PERSON)]
    executor = executor_of(token)
    return [heads_group(executor)] if executor is not None else []


def assigners_above(task):
    """userids of those who gave the tasks above: list."""
    found, above = [], parent_of(task)
    while above is not None and len(found) < DEEPEST:
        found.append(above.assigner)
        above = parent_of(above)
    return found


def parent_of(task):
    """The task above, or None."""
    return uuidToObject(task.parent, unrestricted=True) if task.parent else None


def open_source(task, source):
    """Let those who carry out ``task`` read the document it comes from, when it lies in their own agency.

    Another agency has its own copy of what was sent to it; of what was not, the quotation is enough.
    """
    agency = getUtility(IDirectory).agency_of(source)
    if agency is None or task.executor is None or task.executor.agency != agency.id:
        return
    grants = IGrants(source)
    reference = f"task:{task.UID()}"
    new = [grants.grant(who, "Participant", CAUSE, reference) for who in executing_principals(task)]
    if any(new):
        reindex_security(source)
