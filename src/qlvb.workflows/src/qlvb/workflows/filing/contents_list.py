"""Mục lục văn bản, tài liệu: the seven columns of a dossier's contents list (NĐ 30/2020 Phụ lục V)."""

from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.documents.document_types import document_type
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.totals import pages_by_uid
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.text import fold


COLUMNS = (
    ("order", _("contents_order", default="STT")),
    ("reference", _("contents_reference", default="Số, ký hiệu văn bản")),
    ("date", _("contents_date", default="Ngày tháng năm văn bản")),
    ("subject", _("contents_subject", default="Tên loại và trích yếu nội dung văn bản")),
    ("author", _("contents_author", default="Tác giả văn bản")),
    ("pages", _("contents_pages", default="Tờ số/Trang số")),
    ("note", _("contents_note", default="Ghi chú")),
)
HIDDEN = _("contents_hidden", default="(Anh/chị không có quyền xem văn bản này)")
GONE = _("contents_gone", default="(Không tìm thấy văn bản)")


class ContentsRow:
    """One line. What the reader may not see of a document stays empty, its place in the dossier does not.

    ``row`` is the document's in the records index when the reader may view it, else None; ``exists`` says that there is
    a document.
    """

    def __init__(self, item, row, exists, pages):
        self.item = item
        self.order = item.order
        self.row = row
        self.exists = exists
        self._pages = pages

    @property
    def readable(self):
        return self.row is not None

    @property
    def url(self):
        return self.row.url if self.readable else ""

    @property
    def reference(self):
        return self.row.reference if self.readable else ""

    @property
    def date(self):
        issued = self.row.issue_date if self.readable else None
        return show_date(issued)

    @property
    def subject(self):
        """str, or message id where there is nothing to read."""
        if not self.exists:
            return GONE
        if not self.readable:
            return HIDDEN
        kind = document_type(self.row.document_type)
        subject, name = self.row.subject, kind.title.split(" (")[0] if kind is not None and kind.abbreviation else ""
        return subject if not name or fold(subject).startswith(fold(name)) else f"{name}: {subject}"

    @property
    def author(self):
        return self.row.issuing_body if self.readable else ""

    @property
    def pages(self):
        return self._pages if self.readable else ""

    @property
    def note(self):
        return self.row.facts.get("note", "") if self.readable else ""


def rows_of(dossier):
    """Lines by order: list of ContentsRow; pages are numbered through the dossier ("1–3", "4")."""
    items = IDossierContents(dossier).items()
    uids = [item.uid for item in items]
    visible, there = rows_by_uid(uids)
    pages = pages_by_uid(uids)
    rows, last = [], 0
    for item in items:
        count = pages.get(item.uid)
        rows.append(ContentsRow(item, visible.get(item.uid), item.uid in there, _range(last, count)))
        last += count or 0
    return rows


def row_of(dossier, document):
    """The line of one document: ContentsRow, without pages."""
    item = IDossierContents(dossier).item_of(document)
    visible, there = rows_by_uid([item.uid])
    return ContentsRow(item, visible.get(item.uid), item.uid in there, "")


def _range(last, count):
    if not count:
        return ""
    return str(last + 1) if count == 1 else f"{last + 1}–{last + count}"
