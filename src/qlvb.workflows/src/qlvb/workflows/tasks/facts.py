"""What a row of a list shows of a task besides its fields, and its lines in the index."""

from qlvb.content.index.interfaces import IIndexRows
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.tasks.executors import PERSON
from qlvb.content.tasks.interfaces import ITask
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.tasks.execution import execution_of
from qlvb.workflows.tasks.heads import executing_people
from qlvb.workflows.tasks.heads import heads
from qlvb.workflows.tasks.interfaces import EXECUTING_STATES
from zope.component import adapter
from zope.interface import implementer


@implementer(IRowFacts)
@adapter(ITask)
class TaskFacts:
    """Whose turn it is, progress, chasing, the newest report."""

    def __init__(self, record):
        self.record = record

    def facts(self):
        """See IRowFacts."""
        task, execution = self.record, execution_of(self.record)
        facts = {
            "holders": self.holders(),
            "lines": {userid: self._line(userid) for userid in executing_people(task)},
            "progress": task.progress or 0,
            "parent": task.parent or task.source,
            "chases": len(execution.chases),
            "extensions": sum(1 for item in execution.extensions if item.decision == "granted"),
            "difficulties": len(execution.unsettled()),
        }
        if task.deadline:
            facts["deadline"] = task.deadline.isoformat()
        if execution.reports:
            facts["report"] = execution.reports[-1].text[:200]
        return facts

    def holders(self):
        """userids whose turn it is, by rank: list."""
        task, state = self.record, state_of(self.record)
        if state in ("assigned", "in_progress", "paused"):
            return executing_people(task) or [task.assigner]
        if state == "to_approve" and execution_of(task).level == "unit":
            return heads(task.responsible)
        return [task.assigner] if state in ("to_approve", "to_extend", "to_close", "returned") else []

    def _line(self, userid):
        state = state_of(self.record)
        word = "new" if state == "assigned" else "in_progress" if state in EXECUTING_STATES else "finished"
        return {
            "role": "lead",
            "state": word,
            "deadline": self.record.deadline.isoformat() if self.record.deadline else None,
        }


@implementer(IIndexRows)
@adapter(ITask)
class TaskRows:
    """A row for the unit (``line`` says ``unit``), one for the person, one for each who helps."""

    def __init__(self, record):
        self.record = record

    def rows(self):
        """See IIndexRows."""
        task = self.record
        found = []
        if task.executor is not None:
            found.append(self._row("unit", task.executor.place, "lead"))
        if task.assignee:
            found.append(self._row("person", task.assignee, "lead"))
        found += [self._row("helper", token.removeprefix(PERSON), "coordinate") for token in task.coordinators]
        return {"lines": found}

    def _row(self, line, recipient, role):
        task = self.record
        return {
            "line": line,
            "recipient": recipient,
            "assigned_by": task.assigner,
            "role": role,
            # In words of its own: lines of documents are looked for by the states of lines.
            "state": f"task.{state_of(task)}",
            "deadline_day": _ordinal(task.deadline),
            "assigned_day": _ordinal(task.assigned_on),
            "finished_day": _ordinal(task.finished_on),
        }


def _ordinal(day):
    return day.toordinal() if day else 0
