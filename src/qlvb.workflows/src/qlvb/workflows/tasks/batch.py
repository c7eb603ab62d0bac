"""Several tasks from one document at once: all that are right are given, each that is not says why."""

from dataclasses import dataclass
from qlvb.content.storage.savepoints import savepoint
from qlvb.content.violations import Refused
from qlvb.workflows.tasks.interfaces import ITaskFactory
from zope.component import getUtility


@dataclass(frozen=True)
class Outcome:
    """Of one row: ``task`` or what is wrong (``violations``)."""

    row: int
    task: object = None
    violations: tuple = ()


def give_all(agency_id, rows, by, source=None):
    """Give a task for each of ``rows`` (pairs of number and fields, as ITaskFactory.create takes them): list of
    Outcome. Nothing is given unless every row is right: people correct a page once, and never find half of it done.
    """
    factory = getUtility(ITaskFactory)
    checked = [Outcome(row, violations=tuple(factory.check(agency_id, fields, by, source))) for row, fields in rows]
    if any(outcome.violations for outcome in checked):
        return checked
    point = savepoint()
    outcomes = []
    for row, fields in rows:
        try:
            outcomes.append(Outcome(row, task=factory.create(agency_id, fields, by, source)))
        except Refused as refused:
            point.rollback()
            return [Outcome(row, violations=tuple(refused.violations))]
    return outcomes
