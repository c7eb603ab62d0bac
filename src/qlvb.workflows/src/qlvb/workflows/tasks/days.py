"""Working days of a task: those of the agency that has given it, which decides on days off of its own."""

from functools import partial
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from zope.component import getUtility


def between_for(task):
    """``between(start, end)`` of the IWorkingCalendar of the task's agency, as lists of tasks count."""
    agency = getUtility(IDirectory).agency_of(task)
    return partial(getUtility(IWorkingCalendar).between, agency=agency.id if agency is not None else None)
