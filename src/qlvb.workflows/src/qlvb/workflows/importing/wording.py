"""The import in the journal, in words."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from zope.interface import implementer


@implementer(IJournalWording)
class Imported:
    """Where the record came from."""

    def sentence(self, entry):
        """Message id, to be read after the actor's name."""
        detail = entry.detail
        return _(
            "journal_imported",
            default="đã nhập từ ${file}, dòng ${line}",
            mapping={"file": str(detail.get("file", "")), "line": str(detail.get("line", ""))},
        )


imported = Imported()
