"""A difficulty that was assigned is settled when the task by which it was assigned is done."""

from qlvb.workflows.tasks.execution import change_execution
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.rights import parent_of


def settle_difficulty_above(task, by):
    """Settle the difficulty for which ``task`` was made, with its last report as the answer; True if there was one."""
    if task.kind != "difficulty":
        return False
    above = parent_of(task)
    if above is None:
        return False
    for difficulty in change_execution(above).unsettled():
        if difficulty.task == task.UID():
            report = execution_of(task).answer()
            difficulty.settle(by, report.text if report is not None else "")
            above.reindexObject()
            return True
    return False
