"""In which boxes an incoming document sits, and whose."""

from functools import partial
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.index.incoming_boxes import OPEN_WORK
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.incoming.handling import handling_of
from qlvb.workflows.incoming.turns import decider_of
from qlvb.workflows.lines.closing import is_open
from qlvb.workflows.lines.interfaces import ILines
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: States in which the agency still has to do something.
UNFINISHED = ("registered", "to_direct", "in_progress")
#: State of a line that waits for its assigner -> his box.
ANSWER_BOXES = {"to_extend": "incoming.to_extend", "to_confirm": "incoming.to_confirm"}
#: State of a line that asks for work -> box of its holder.
LINE_BOXES = {
    "new": "incoming.unread",
    "in_progress": "incoming.in_progress",
    "forwarded": "incoming.forwarded",
    "to_extend": "incoming.in_progress",
    "to_confirm": "incoming.forwarded",
    "finished": "incoming.done",
}
#: Role of a line that asks for work now -> box of its holder.
ROLE_BOXES = {"lead": "incoming.lead", "coordinate": "incoming.coordinated"}


@implementer(IBoxTokens)
@adapter(IIncomingDocument)
class IncomingTokens:
    """The boxes of clerks, leaders and those who hold lines; what is due is found by date in the boxes of open work."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """See IBoxTokens."""
        record = self.record
        agency = getUtility(IDirectory).agency_of(record)
        if agency is None:
            return []
        handling = handling_of(record)
        state = state_of(record)
        clerk, leaders = group_id(agency.id, "clerk"), group_id(agency.id, "leader")
        lines = ILines(record).all()
        pairs = {
            *open_pairs(lines, agency.id),
            *agency_pairs(state, handling, clerk, leaders),
            *recall_pairs(state, IRecallRequests(record).pending(), lines, clerk, leaders),
            *line_pairs(state, handling, lines, partial(decider_of, record)),
        }
        return sorted(f"{box}|{principal}" for box, principal in pairs)


def agency_pairs(state, handling, clerk, leaders):
    """(box, principal) of clerks and leaders. Pure."""
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
    if state in UNFINISHED:
        yield "incoming.unfinished", clerk
        yield "incoming.unfinished", leaders


def recall_pairs(state, request, lines, clerk, leaders):
    """(box, principal) of those who answer a sender that asks for the document back. Pure."""
    if request is None or state in ("returned", "recalled", "replaced"):
        return
    yield "incoming.to_recall", clerk
    if any(is_open(line) for line in lines):
        yield "incoming.to_recall", leaders


def open_pairs(lines, agency_id):
    """(box, principal) of open work by the role in which somebody does it, and of the heads of the departments whose
    people do. Pure.
    """
    for line in lines:
        if line.department and line.role != "information" and is_open(line):
            yield "incoming.unit", group_id(agency_id, "unit_leader", line.department)
        if line.role in ROLE_BOXES and LINE_BOXES.get(line.state) in OPEN_WORK:
            yield ROLE_BOXES[line.role], line.recipient


def line_pairs(state, handling, lines, decider):
    """(box, principal) of those who hold or gave lines, and of the leader who directed. Pure; ``decider(line)`` is the
    principal that answers for who gave it.
    """
    for line in lines:
        if line.role == "information":
            if line.state == "new":
                yield "incoming.information", line.recipient
            elif line.state == "finished":
                yield "incoming.information_read", line.recipient
        elif line.state in LINE_BOXES:
            yield LINE_BOXES[line.state], line.recipient
        elif line.state == "returned" and state == "in_progress" and not given_again(line, lines):
            yield "incoming.returned", decider(line)
        if line.state in ANSWER_BOXES:
            yield ANSWER_BOXES[line.state], decider(line)
            if line.assigned_for:
                yield ANSWER_BOXES[line.state], line.assigned_for
    if handling.directed_by:
        if state == "in_progress":
            yield "incoming.forwarded", handling.directed_by
        elif state == "finished":
            yield "incoming.done", handling.directed_by


def given_again(returned, lines):
    """bool: since this line came back, who had given it has given the work to somebody else. Pure."""
    return any(
        line.assigned_by == returned.assigned_by and line.assigned_at >= returned.closed_at
        for line in lines
        if line is not returned and line.role != "information"
    )
