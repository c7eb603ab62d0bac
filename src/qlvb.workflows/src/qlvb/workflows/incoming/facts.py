"""What a row of a list shows of an incoming document besides its fields."""

from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.lines.closing import deciding
from qlvb.workflows.lines.closing import has_work
from qlvb.workflows.lines.closing import is_open
from qlvb.workflows.lines.interfaces import ILines
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IRowFacts)
@adapter(IIncomingDocument)
class IncomingFacts:
    """Whose turn it is, the lines, and the earliest open deadline."""

    def __init__(self, record):
        self.record = record

    def facts(self):
        """See IRowFacts."""
        lines = ILines(self.record).all()
        open_last = sorted(lines, key=is_open)
        facts = {"holders": self.holders(lines), "lines": {line.recipient: line_facts(line) for line in open_last}}
        deadlines = [line.deadline for line in lines if is_open(line) and line.state != "to_confirm" and line.deadline]
        if deadlines:
            facts["deadline"] = min(deadlines).isoformat()
        told = [line.progress for line in deciding(lines) if line.progress is not None]
        if told:
            facts["progress"] = sum(told) // len(told)
        for name in ("extensions", "chases"):
            if count := sum(len(getattr(line, name)) for line in lines):
                facts[name] = count
        return facts

    def holders(self, lines):
        """userids whose turn it is, by rank: list."""
        state = state_of(self.record)
        if state in ("waiting", "registered"):
            agency = getUtility(IDirectory).agency_of(self.record)
            return getUtility(IDirectory).holders(agency.id, "clerk") if agency else []
        if state == "to_direct":
            return [handling_of(self.record).leader]
        waiting = [line.assigned_by for line in lines if line.state in ("to_extend", "to_confirm")]
        return list(dict.fromkeys([*(line.recipient for line in lines if has_work(line)), *waiting]))


def line_facts(line):
    """dict of a line for a row."""
    return {
        "role": line.role,
        "state": line.state,
        "deadline": line.deadline.isoformat() if line.deadline else None,
    }
