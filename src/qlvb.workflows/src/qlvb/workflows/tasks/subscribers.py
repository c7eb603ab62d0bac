"""What follows when an act on a task has been performed."""

from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.acts.interfaces import IActPerformed
from qlvb.workflows.tasks.following import progress_now
from qlvb.workflows.tasks.following import refresh_above
from zope.component import adapter


@adapter(ITask, IActPerformed)
def act_performed(task, event):
    """Progress and lists of the task and of those above follow its new state."""
    progress = progress_now(task)
    if progress != task.progress:
        task.progress = progress
    refresh_above(task)
