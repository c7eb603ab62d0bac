"""Who stands above the work on a task: the group that leads where it is carried out."""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from zope.component import getUtility


def heads_group(executor):
    """Id of the group that leads the executor's department, or the agency when nobody leads the department."""
    if executor.unit and getUtility(IDirectory).holders(executor.agency, "unit_leader", executor.unit):
        return group_id(executor.agency, "unit_leader", executor.unit)
    return group_id(executor.agency, "leader")


def heads(executor):
    """userids of the heads, by rank: list."""
    directory = getUtility(IDirectory)
    found = directory.holders(executor.agency, "unit_leader", executor.unit) if executor.unit else []
    return found or directory.holders(executor.agency, "leader")


def executing_principals(task):
    """On whose desk the work lies: the person, or the group of heads: list of str."""
    if task.executor is None:
        return []
    return [task.assignee] if task.assignee else [heads_group(task.executor)]


def executing_people(task):
    """userids of those who carry it out: list."""
    if task.executor is None:
        return []
    return [task.assignee] if task.assignee else heads(task.executor)


def level_for(task, by):
    """Whose approval a completion by ``by`` (userid) needs first: ``unit`` or ``assigner``.

    The head of the executing unit is asked unless he reports himself or has given the task himself.
    """
    if task.executor is None:
        return "assigner"
    above = heads(task.responsible)
    return "assigner" if not above or by in above or task.assigner in above else "unit"
