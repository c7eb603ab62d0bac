"""What a change to a task means for the tasks above it, and for those who follow these."""

from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.following.interfaces import IFollowedWith
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.reckoning import progress_of
from qlvb.workflows.tasks.rights import DEEPEST
from qlvb.workflows.tasks.rights import parent_of
from zope.component import adapter
from zope.interface import implementer


@implementer(IFollowedWith)
@adapter(ITask)
class TaskAndAbove:
    """Who follows a steering document or a task hears of the tasks that were given from it."""

    def __init__(self, record):
        self.record = record

    def uids(self):
        """See IFollowedWith."""
        found, task = [], self.record
        for _level in range(DEEPEST):
            found += filter(None, [task.source, task.parent])
            task = parent_of(task)
            if task is None:
                break
        return list(dict.fromkeys(found))


def progress_now(task):
    """Percent of a task as its subtasks say, as it was reported when it has none: int."""
    return progress_of(task.progress, [(state_of(child), child.progress) for child in children_of(task)])


def refresh_above(task):
    """Bring the progress of the tasks above in step, and what lists show of them. Repeatable."""
    above = parent_of(task)
    for _level in range(DEEPEST):
        if above is None:
            return
        progress = progress_now(above)
        if progress != above.progress:
            above.progress = progress
        above.reindexObject()
        above = parent_of(above)
