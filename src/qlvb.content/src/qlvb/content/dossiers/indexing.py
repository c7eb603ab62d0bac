"""What the records index keeps of dossiers' contents and of the pages in them."""

from qlvb.content.dossiers.contents import pages_of
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.index.interfaces import IIndexRows
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.interfaces import IDocument
from zope.component import adapter
from zope.interface import implementer


@implementer(IIndexRows)
@adapter(IDossier)
class ItemRows:
    """A row per document in the dossier."""

    def __init__(self, dossier):
        self.dossier = dossier

    def rows(self):
        """See IIndexRows."""
        items = IDossierContents(self.dossier).items()
        return {
            "items": [{"document": item.uid, "position": item.order, "filed": item.when.timestamp()} for item in items]
        }


@implementer(IRowFacts)
@adapter(IDocument)
class PageFacts:
    """``pages``: of a document, as entered or else counted in its file."""

    def __init__(self, document):
        self.document = document

    def facts(self):
        """See IRowFacts."""
        pages = pages_of(self.document)
        return {"pages": pages} if pages else {}
