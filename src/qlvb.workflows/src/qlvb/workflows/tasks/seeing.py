"""Whoever gave a task has seen its reports when he opens it: written down on GET, as reading is what is to be noted."""

from plone.protect.interfaces import IDisableCSRFProtection
from qlvb.content import clock
from qlvb.workflows.tasks.execution import change_execution
from qlvb.workflows.tasks.execution import execution_of
from zope.globalrequest import getRequest
from zope.interface import alsoProvides


def seen(task, userid):
    """Note that ``userid`` has opened the task; True if that made reports seen. Called by the screen of the task."""
    if userid != task.assigner or not execution_of(task).has_news():
        return False
    alsoProvides(getRequest(), IDisableCSRFProtection)
    change_execution(task).seen_at = clock.now()
    task.reindexObject()
    return True
