"""Where an issued document sits because it is to be, or has been, recalled or replaced."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delivery.interfaces import IRecalls
from qlvb.workflows.delivery.recall.interfaces import IChanges
from qlvb.workflows.outgoing.interfaces import IRoute
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


GONE = ("recalled", "replaced")


@implementer(IBoxTokens)
@adapter(IOutgoingDocument)
class RecallTokens:
    """*VB thay thế, thu hồi* of all who took part, the signer's decision, and the clerk's open answers."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """See IBoxTokens."""
        changes = IChanges(self.record)
        state = state_of(self.record)
        if not changes.all() and state not in GONE:
            return []
        agency = getUtility(IDirectory).agency_of(self.record)
        clerks = group_id(agency.id, "clerk")
        boxes = []
        if changes.pending() is not None:
            boxes.append(("outgoing.change_to_approve", self.record.signatory))
        if state in GONE:
            people = [self.record.drafter, self.record.signatory, *IRoute(self.record).people(), clerks]
            boxes.extend(("outgoing.replaced", person) for person in people)
        if IRecalls(self.record).awaited():
            boxes.append(("outgoing.recall_awaited", clerks))
        return sorted({f"{box}|{principal}" for box, principal in boxes if principal})
