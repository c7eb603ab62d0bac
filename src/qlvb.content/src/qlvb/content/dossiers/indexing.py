"""What the records index keeps of dossiers' contents, of the pages in them and of fields that agencies add."""

from qlvb.content.additional.record import said_by
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
@adapter(IDossier)
class AdditionalFacts:
    """``additional``: dict id -> str of what a dossier says in the fields that its agency adds."""

    def __init__(self, dossier):
        self.dossier = dossier

    def facts(self):
        """See IRowFacts."""
        values = {said.field.id: said.value for said in said_by(self.dossier)}
        return {"additional": values} if values else {}


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
