"""*Văn bản điều hành đang đăng*: of the clerks, the drafter and the signer."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.publication.interfaces import SCOPES
from qlvb.workflows.publication.interfaces import IPublication
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IBoxTokens)
@adapter(IOutgoingDocument)
class PublicationTokens:
    """See IBoxTokens."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """Only what is shown now; the day that ends it is followed by :class:`.ending.TakeDown`."""
        if not IPublication(self.record).shown(SCOPES):
            return []
        agency = getUtility(IDirectory).agency_of(self.record)
        people = {group_id(agency.id, "clerk"), self.record.drafter, self.record.signatory}
        return sorted(f"outgoing.published|{person}" for person in people if person)
