"""What the document itself says of its being passed on."""

from qlvb.content.interfaces import IDocument
from qlvb.content.registers.interfaces import IHandover
from zope.component import adapter
from zope.interface import implementer


@implementer(IHandover)
@adapter(IDocument)
class Handover:
    """Reads the fields of the document: ``to_places``, and the day of its number."""

    def __init__(self, document):
        self.document = document

    @property
    def receivers(self):
        places = getattr(self.document, "to_places", "") or ""
        return [places] if places else []

    @property
    def date(self):
        return getattr(self.document, "arrival_date", None) or getattr(self.document, "issue_date", None)
