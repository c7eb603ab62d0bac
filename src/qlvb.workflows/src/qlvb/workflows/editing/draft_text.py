"""The words of a draft's main file, and what was said about them."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.kinds import DOCX
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.editing.interfaces import IDraftText
from qlvb.workflows.editing.interfaces import Remark
from qlvb.workflows.editing.paragraphs import lines_of
from zope.component import adapter
from zope.interface import implementer


REMARKED = "act.remark_draft"


@implementer(IDraftText)
@adapter(IOutgoingDocument)
class DraftText:
    """See IDraftText. Remarks are entries of the journal: who said what to which version is not changed afterwards."""

    def __init__(self, document):
        self.document = document

    @property
    def version(self):
        main = IFileStore(self.document).main()
        return main.current if main is not None and main.current.mimetype == DOCX else None

    def lines(self, number=None):
        main = IFileStore(self.document).main()
        version = None if main is None else main.current if number is None else main.version(number)
        if version is None or version.mimetype != DOCX:
            return []
        try:
            return lines_of(version.data())
        except Exception:  # whatever a broken file makes python-docx and lxml raise: it holds no text
            return []

    def remarks(self):
        return [
            Remark(entry.actor, entry.when, entry.detail["comment"], entry.detail["version"], entry.detail["paragraph"])
            for entry in IJournal(self.document).entries(events={REMARKED})
        ]
