"""Which clerks a signed document goes to."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.outgoing.interfaces import IIssuingClerks
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IIssuingClerks)
@adapter(IOutgoingDocument)
class IssuingClerks:
    """The clerks of the document's agency."""

    def __init__(self, document):
        self.document = document

    def group(self):
        return group_id(getUtility(IDirectory).agency_of(self.document).id, "clerk")
