"""In which boxes a task sits, and whose."""

from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.interfaces import IDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.family import has_children
from qlvb.workflows.tasks.heads import executing_principals
from qlvb.workflows.tasks.heads import heads_group
from qlvb.workflows.tasks.interfaces import EXECUTING_STATES
from qlvb.workflows.tasks.interfaces import OPEN_STATES
from qlvb.workflows.tasks.rights import principals_of
from qlvb.workflows.tasks.rows import rows_of
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: States in which the assigner has to decide.
TO_DECIDE = ("to_extend", "to_close")


@implementer(IBoxTokens)
@adapter(ITask)
class TaskTokens:
    """The boxes of those who carry it out, of those who help, and of those who gave it."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """See IBoxTokens."""
        task = self.record
        state, execution = state_of(task), execution_of(task)
        agency = getUtility(IDirectory).agency_of(task)
        followers = [task.assigner]
        if agency is not None:
            followers += [group_id(agency.id, "leader"), group_id(agency.id, "appraiser")]
        heads = [heads_group(task.responsible)] if task.executor is not None else []
        helpers = [principal for token in task.coordinators for principal in principals_of(token)]
        rows = rows_of(task) if task.kind == "instruction" else []
        complete = bool(rows) and all(row.done for row in rows)
        pairs = {
            *executing_pairs(state, executing_principals(task), bool(execution.unanswered())),
            *helping_pairs(state, helpers),
            *approving_pairs(state, execution.level, heads, task.assigner, complete),
            *following_pairs(state, task.kind, task.assigner, followers, execution.has_news()),
            *province_pairs(state, task.province_number, followers),
        }
        return sorted(f"{box}|{principal}" for box, principal in pairs)


def executing_pairs(state, principals, chased):
    """(box, principal) of those who carry it out. Pure."""
    for principal in principals:
        if state == "assigned":
            yield "tasks.to_accept", principal
        if state in EXECUTING_STATES:
            yield "tasks.in_progress", principal
        if state == "to_extend":
            yield "tasks.extensions", principal
        if state in ("finished", "closed"):
            yield "tasks.done", principal
        if chased and state in OPEN_STATES and state != "returned":
            yield "tasks.chased", principal


def helping_pairs(state, principals):
    """(box, principal) of those who help. Pure."""
    for principal in principals:
        if state in OPEN_STATES:
            yield "tasks.coordinated", principal


def approving_pairs(state, level, heads, assigner, complete):
    """(box, principal) of those whose decision is awaited; ``complete``: an instruction whose rows are all in. Pure."""
    if state == "to_approve":
        for principal in heads if level == "unit" else [assigner]:
            yield "tasks.to_approve", principal
    if state in TO_DECIDE or (complete and state == "in_progress"):
        yield "tasks.to_approve", assigner
    if state == "returned":
        yield "tasks.returned", assigner


def following_pairs(state, kind, assigner, followers, news):
    """(box, principal) of those who gave it and follow it. Pure."""
    if news and state != "closed":
        yield "tasks.reported", assigner
    if state in OPEN_STATES:
        for principal in followers:
            yield "tasks.assigned", principal
            if kind == "instruction":
                yield "tasks.instructions", principal


def province_pairs(state, number, followers):
    """(box, principal) of those who steer what the province's system has given (``number``: its number of it). Pure."""
    if number and state in OPEN_STATES:
        for principal in followers:
            yield "tasks.province", principal


@implementer(IBoxTokens)
@adapter(IDocument)
class SteeringDocumentTokens:
    """A document from which tasks were given (văn bản chỉ đạo)."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """See IBoxTokens."""
        agency = getUtility(IDirectory).agency_of(self.record) if has_children(self.record) else None
        if agency is None:
            return []
        return [f"tasks.documents|{group_id(agency.id, function)}" for function in ("leader", "appraiser", "member")]
