"""Whose turn it is on a document, as far as it can be delegated."""

from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.interfaces import IDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.delegation.interfaces import IAwaited
from qlvb.workflows.delegation.interfaces import ITurn
from qlvb.workflows.rights.grants import turn_of
from qlvb.workflows.rights.secrecy import is_secret
from zope.component import adapter
from zope.component import getAdapters
from zope.component import getUtility
from zope.interface import implementer


#: Permissions of acts that belong to whose turn it is: these can be done in his place.
OF_TURN = frozenset({"qlvb: Review", "qlvb: Appraise", "qlvb: Sign", "qlvb: Direct", "qlvb: Handle"})


@implementer(ITurn)
@adapter(IDocument)
class DocumentTurn:
    """See ITurn: who has a step or line that waits, and whose word is awaited besides. That word asks for no more than
    being let in (Participant).
    """

    def __init__(self, record):
        self.record = record

    def people(self):
        others = {userid for _name, adapter in getAdapters((self.record,), IAwaited) for userid in adapter.people()}
        return {userid: {"Participant"} for userid in others} | {userid: {"Handler"} for userid in turn_of(self.record)}

    def holders(self, permission):
        return turn_of(self.record) if permission in OF_TURN else set()

    def reached_by(self, scope):
        record = self.record
        agency = getUtility(IDirectory).agency_of(record)
        direction = "incoming" if IIncomingDocument.providedBy(record) else "outgoing"
        return scope.covers(agency.id if agency else "", direction, record.document_type or "", is_secret(record))
