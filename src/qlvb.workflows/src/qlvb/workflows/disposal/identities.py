"""By what the index finds outgoing documents that are there twice, or came back as incoming ones."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IIndexRows
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.incoming.duplicates import identities
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IIndexRows)
@adapter(IOutgoingDocument)
class OutgoingIdentityRows:
    """The same keys as those of incoming documents, the agency itself being the issuing body."""

    def __init__(self, record):
        self.record = record

    def rows(self):
        """See IIndexRows."""
        agency = getUtility(IDirectory).agency_of(self.record)
        shown = IFileStore(self.record).readable()
        if agency is None:
            return {}
        keys = identities(
            agency.id,
            "",
            self.record.document_number,
            self.record.document_symbol,
            agency.title,
            self.record.issue_date,
            [shown[1].sha256] if shown else (),
        )
        return {"identities": [{"identity": key} for key in keys]}
