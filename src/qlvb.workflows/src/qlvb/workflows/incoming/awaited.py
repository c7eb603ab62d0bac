"""Whose word an incoming document waits for: who gave a line whose holder asks for time, or has told its result."""

from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.interfaces import IAwaited
from qlvb.workflows.incoming.turns import AWAITING
from qlvb.workflows.incoming.turns import givers
from qlvb.workflows.lines.interfaces import ILines
from zope.component import adapter
from zope.interface import implementer


@implementer(IAwaited)
@adapter(IIncomingDocument)
class AwaitedGivers:
    """See IAwaited."""

    def __init__(self, record):
        self.record = record

    def people(self):
        if state_of(self.record) != "in_progress":
            return set()
        return {who for line in ILines(self.record).all() if line.state in AWAITING for who in givers(line)}
