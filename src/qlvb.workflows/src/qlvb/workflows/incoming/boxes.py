"""In which boxes an incoming document sits, and whose."""

from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.lines.closing import is_open
from qlvb.workflows.lines.interfaces import ILines
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: States in which the agency still has to do something.
UNFINISHED = ("registered", "to_direct", "in_progress")


@implementer(IBoxTokens)
@adapter(IIncomingDocument)
class IncomingTokens:
    """``incoming.due`` and ``incoming.overdue`` hold every open line whose document has a due date; the boxes narrow by date."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """See IBoxTokens."""
        record = self.record
        agency = getUtility(IDirectory).agency_of(record)
        if agency is None:
            return []
        handling = handling_of(record)
        lines = ILines(record).all()
        state = state_of(record)
        dated = record.due_date is not None
        clerk, leaders = group_id(agency.id, "clerk"), group_id(agency.id, "leader")
        pairs = {
            *agency_pairs(state, handling, dated, clerk, leaders),
            *line_pairs(state, handling, lines, dated),
        }
        return sorted(f"{box}|{principal}" for box, principal in pairs)


def agency_pairs(state, handling, dated, clerk, leaders):
    """(box, principal) of clerks and leaders. Pure."""
    yield "incoming.all", clerk
    yield "incoming.all", leaders
    if state == "waiting":
        yield "incoming.waiting", clerk
    if state == "registered":
        yield "incoming.to_distribute", clerk
        if handling.returned_reason:
            yield "incoming.returned", clerk
    if state == "returned":
        yield "incoming.refused", clerk
    if state == "to_direct":
        yield "incoming.to_direct", handling.leader
        if handling.returned_reason:
            yield "incoming.returned", handling.leader
    if state in UNFINISHED and dated:
        yield "incoming.overdue_agency", clerk
        yield "incoming.overdue_agency", leaders


def line_pairs(state, handling, lines, dated):
    """(box, principal) of those who hold or gave lines, and of the leader who directed. Pure."""
    for line in lines:
        if line.state != "withdrawn":
            yield "incoming.all", line.recipient
        if line.role == "information":
            if line.state == "new":
                yield "incoming.information", line.recipient
            elif line.state == "finished":
                yield "incoming.information_read", line.recipient
            continue
        if line.state == "new":
            yield "incoming.unread", line.recipient
        elif line.state == "in_progress":
            yield "incoming.in_progress", line.recipient
        elif line.state == "forwarded":
            yield "incoming.forwarded", line.recipient
        elif line.state == "finished":
            yield "incoming.done", line.recipient
        elif line.state == "returned" and state == "in_progress":
            yield "incoming.returned", line.assigned_by
        if is_open(line) and dated:
            yield "incoming.due", line.recipient
            yield "incoming.overdue", line.recipient
    if handling.directed_by:
        if state == "in_progress":
            yield "incoming.forwarded", handling.directed_by
        elif state == "finished":
            yield "incoming.done", handling.directed_by
