"""Mục lục văn bản, tài liệu: the seven columns of a dossier's contents list (NĐ 30/2020 Phụ lục V)."""

from qlvb.content import _
from qlvb.content.documents.document_types import document_type
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.lookup import may_view


COLUMNS = (
    ("order", _("contents_order", default="STT")),
    ("reference", _("contents_reference", default="Số, ký hiệu văn bản")),
    ("date", _("contents_date", default="Ngày tháng năm văn bản")),
    ("subject", _("contents_subject", default="Tên loại và trích yếu nội dung văn bản")),
    ("author", _("contents_author", default="Tác giả văn bản")),
    ("pages", _("contents_pages", default="Tờ số/Trang số")),
    ("note", _("contents_note", default="Ghi chú")),
)
HIDDEN = _("contents_hidden", default="(Bạn không có quyền xem văn bản này)")
GONE = _("contents_gone", default="(Không tìm thấy văn bản)")


def page_count(document):
    """int or None: pages as entered, else counted in the file."""
    if document.page_count:
        return document.page_count
    shown = IFileStore(document).readable()
    return shown[1].page_count if shown else None


class ContentsRow:
    """One line. What the reader may not see of a document stays empty, its place in the dossier does not."""

    def __init__(self, item, document, pages):
        self.item = item
        self.order = item.order
        self.document = document
        self.readable = document is not None and may_view(document)
        self._pages = pages

    @property
    def url(self):
        return self.document.absolute_url() if self.readable else ""

    @property
    def reference(self):
        return self.document.reference if self.readable else ""

    @property
    def date(self):
        issued = self.document.issue_date if self.readable else None
        return issued.strftime("%d/%m/%Y") if issued else ""

    @property
    def subject(self):
        """str, or message id where there is nothing to read."""
        if self.document is None:
            return GONE
        if not self.readable:
            return HIDDEN
        kind = document_type(self.document.document_type or "")
        subject = self.document.title
        return f"{kind.title.split(' (')[0]}: {subject}" if kind is not None and kind.abbreviation else subject

    @property
    def author(self):
        return (self.document.issuing_body or "") if self.readable else ""

    @property
    def pages(self):
        return self._pages if self.readable else ""

    @property
    def note(self):
        return (self.document.note or "") if self.readable else ""


def rows_of(dossier):
    """Lines by order: list of ContentsRow; pages are numbered through the dossier ("1–3", "4")."""
    rows, last = [], 0
    for item, document in IDossierContents(dossier).documents():
        count = page_count(document) if document is not None else None
        rows.append(ContentsRow(item, document, _range(last, count)))
        last += count or 0
    return rows


def _range(last, count):
    if not count:
        return ""
    return str(last + 1) if count == 1 else f"{last + 1}–{last + count}"
