"""A destroyed document stays in no package: those with it go, as the packages of a destroyed dossier do."""

from plone.uuid.interfaces import IUUID
from qlvb.content.disposals.interfaces import IFurtherCopies
from qlvb.content.interfaces import IDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.packages.loose.shelf import DocumentPackages
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IFurtherCopies)
@adapter(IDocument)
class PackagesOfDocuments:
    """Those of the document's agency. They lie beside the database, so there is no blob to empty."""

    def __init__(self, document):
        self.document = document

    def blobs(self):
        """See IFurtherCopies."""
        return []

    def forget(self):
        """See IFurtherCopies."""
        agency = getUtility(IDirectory).agency_of(self.document)
        if agency is not None:
            DocumentPackages(agency.id).forget_with(IUUID(self.document))
