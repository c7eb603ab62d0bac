"""Whose word a task waits for, as far as it can be delegated: to accept it, to judge its result, to answer proposals.

The work itself is not: whoever carries a task out and is away has it handed on.
"""

from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.interfaces import ITurn
from qlvb.workflows.rights.secrecy import is_secret
from qlvb.workflows.tasks.boxes import TO_DECIDE
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.heads import executing_people
from qlvb.workflows.tasks.heads import heads
from qlvb.workflows.tasks.rows import rows_of
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: Permission of an act -> the role by which it is somebody's to do.
ROLE_OF = {"qlvb: Execute task": "Handler", "qlvb: Lead execution": "UnitLeader", "qlvb: Steer task": "Assigner"}


def waiting_roles(state, level, executors, heads, assigner, complete):
    """dict userid -> set of roles: whose word is awaited, and by which role he gives it. Pure.

    ``executors`` and ``heads`` are userids; ``complete``: an instruction whose rows are all in.

    >>> waiting_roles("to_approve", "unit", ["an"], ["binh"], "chi", False)
    {'binh': {'UnitLeader'}}
    """
    if state == "assigned":
        return {userid: {"Handler", "UnitLeader"} if userid in heads else {"Handler"} for userid in executors}
    if state == "to_approve" and level == "unit":
        return {userid: {"UnitLeader"} for userid in heads}
    if state in ("to_approve", "returned", *TO_DECIDE) or (complete and state == "in_progress"):
        return {assigner: {"Assigner"}}
    return {}


@implementer(ITurn)
@adapter(ITask)
class TaskTurn:
    """See ITurn."""

    def __init__(self, record):
        self.record = record

    def people(self):
        task = self.record
        rows = rows_of(task) if task.kind == "instruction" else []
        return waiting_roles(
            state_of(task),
            execution_of(task).level,
            executing_people(task),
            heads(task.responsible) if task.executor is not None else [],
            task.assigner,
            bool(rows) and all(row.done for row in rows),
        )

    def holders(self, permission):
        role = ROLE_OF.get(permission)
        return {userid for userid, roles in self.people().items() if role in roles}

    def reached_by(self, scope):
        agency = getUtility(IDirectory).agency_of(self.record)
        agencies = {self.record.executing_agency, agency.id if agency is not None else ""}
        return scope.covers_task(agencies, is_secret(self.record))
