"""The letter that a document came in goes when the document is destroyed."""

from qlvb.content.disposals.interfaces import IFurtherCopies
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.workflows.mailbox.entries import ANNOTATION
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


@implementer(IFurtherCopies)
@adapter(IIncomingDocument)
class LetterCopies:
    """The whole letter, with its text and all attachments."""

    def __init__(self, record):
        self.record = record

    def blobs(self):
        """See IFurtherCopies."""
        stored = IAnnotations(self.record).get(ANNOTATION)
        return [stored.blob] if stored is not None else []

    def forget(self):
        """See IFurtherCopies."""
        IAnnotations(self.record).pop(ANNOTATION, None)
