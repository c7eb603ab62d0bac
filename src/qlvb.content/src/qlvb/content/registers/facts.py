"""What the registers show of a document beside its own fields, kept in its row of the records index."""

from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.interfaces import IDocument
from qlvb.content.registers.interfaces import IHandover
from zope.component import adapter
from zope.interface import implementer


@implementer(IRowFacts)
@adapter(IDocument)
class RegisterFacts:
    """``handed_on`` (ISO date); of an incoming document ``receivers`` (names), of an outgoing one ``recipients``
    (names) and ``retained_by``.
    """

    def __init__(self, document):
        self.document = document

    def facts(self):
        """See IRowFacts."""
        document, handover = self.document, IHandover(self.document)
        found = {"handed_on": handover.date.isoformat() if handover.date else None}
        if IIncomingDocument.providedBy(document):
            found["receivers"] = handover.receivers
        else:
            found["recipients"] = [row.get("name", "") for row in getattr(document, "recipients", None) or ()]
            found["retained_by"] = getattr(document, "retained_by", None)
        return {name: value for name, value in found.items() if value}
