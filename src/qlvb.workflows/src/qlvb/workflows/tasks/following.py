"""What a change to a task means for the tasks above it."""

from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.tasks.family import children_of
from qlvb.workflows.tasks.reckoning import progress_of
from qlvb.workflows.tasks.rights import DEEPEST
from qlvb.workflows.tasks.rights import parent_of


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
