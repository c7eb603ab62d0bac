"""What the records index keeps of a dossier's contents."""

from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.index.interfaces import IIndexRows
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
            "items": [
                {"document": item.uid, "position": item.order, "filed": item.when.timestamp()} for item in items
            ]
        }
