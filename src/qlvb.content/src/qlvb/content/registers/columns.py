"""The ten columns of the registers (NĐ 30/2020 Phụ lục IV, mẫu I "Sổ đăng ký văn bản đi" and mẫu VI "Sổ đăng ký văn
bản đến").
"""

from qlvb.content import _
from qlvb.content.documents.document_types import document_type
from qlvb.content.lookup import find_record
from qlvb.content.lookup import may_view
from qlvb.content.registers.interfaces import IHandover


OUTGOING = (
    ("reference", _("register_column_reference", default="Số, ký hiệu văn bản")),
    ("date", _("register_column_date", default="Ngày tháng văn bản")),
    ("subject", _("register_column_subject", default="Tên loại và trích yếu nội dung văn bản")),
    ("signatory", _("register_column_signatory", default="Người ký")),
    ("recipients", _("register_column_recipients", default="Nơi nhận văn bản")),
    ("retained_by", _("register_column_retained_by", default="Đơn vị, người nhận bản lưu")),
    ("copies", _("register_column_copies", default="Số lượng bản")),
    ("handed_on", _("register_column_handed_on", default="Ngày chuyển")),
    ("receipt", _("register_column_receipt", default="Ký nhận")),
    ("note", _("register_column_note", default="Ghi chú")),
)
INCOMING = (
    ("arrival_date", _("register_column_arrival_date", default="Ngày đến")),
    ("arrival_number", _("register_column_arrival_number", default="Số đến")),
    ("issuing_body", _("register_column_issuing_body", default="Tác giả")),
    ("reference", _("register_column_reference", default="Số, ký hiệu văn bản")),
    ("date", _("register_column_date", default="Ngày tháng văn bản")),
    ("subject", _("register_column_subject", default="Tên loại và trích yếu nội dung văn bản")),
    ("receivers", _("register_column_receivers", default="Đơn vị hoặc người nhận")),
    ("handed_on", _("register_column_handed_on", default="Ngày chuyển")),
    ("receipt", _("register_column_receipt", default="Ký nhận")),
    ("note", _("register_column_note", default="Ghi chú")),
)
HIDDEN = _("register_hidden_subject", default="(Bạn không có quyền xem nội dung)")
GONE = _("register_record_gone", default="(Không tìm thấy văn bản)")
STATUSES = {
    "taken": _("register_status_taken", default="Đã cấp"),
    "reserved": _("register_status_reserved", default="Đang giữ"),
    "voided": _("register_status_voided", default="Đã hủy"),
}


def columns_of(register):
    """The decree's columns of this register: tuple of (id, message id)."""
    return INCOMING if register.direction == "incoming" else OUTGOING


def shown_date(day):
    """dd/mm/yyyy, or ""."""
    return day.strftime("%d/%m/%Y") if day else ""


def type_and_subject(document):
    """Kind and subject in one line: ``Quyết định về việc …``; letters show their subject alone."""
    kind = document_type(getattr(document, "document_type", "") or "")
    title = kind.title.split(" (")[0] if kind is not None else ""
    subject = getattr(document, "subject", "") or ""
    return f"{title}: {subject}" if title else subject


class RegisterRow:
    """One line of a register: the values of its columns by id, ``url`` of the record when it may be opened."""

    def __init__(self, register, entry):
        self.register = register
        self.entry = entry
        self.document = find_record(entry.record)
        self.readable = self.document is not None and may_view(self.document)
        self.url = self.document.absolute_url() if self.readable else ""

    @property
    def status(self):
        """Message id."""
        return STATUSES[self.entry.status]

    def value(self, column):
        """str or message id of a column of the decree."""
        if column in ("reference", "date", "arrival_date", "arrival_number", "note"):
            return getattr(self, f"_{column}")()
        if self.document is None:
            return GONE if self.entry.status == "taken" and column == "subject" else ""
        if not self.readable:
            return HIDDEN if column == "subject" else ""
        return getattr(self, f"_{column}")()

    def _reference(self):
        if self.register.direction == "outgoing":
            return self.entry.reference or f"{self.entry.number:02d}"
        return self.document.reference if self.readable else ""

    def _date(self):
        if self.register.direction == "outgoing":
            return shown_date(self.entry.date)
        return shown_date(getattr(self.document, "issue_date", None)) if self.readable else ""

    def _arrival_date(self):
        return shown_date(self.entry.date)

    def _arrival_number(self):
        return str(self.entry.number)

    def _note(self):
        if self.entry.status == "taken":
            return (getattr(self.document, "note", "") or "") if self.readable else ""
        return self.entry.reason

    def _subject(self):
        return type_and_subject(self.document)

    def _signatory(self):
        return getattr(self.document, "signatory_name", "") or ""

    def _recipients(self):
        return "; ".join(row.get("name", "") for row in getattr(self.document, "recipients", None) or ())

    def _retained_by(self):
        return getattr(self.document, "retained_by", "") or ""

    def _copies(self):
        return str(getattr(self.document, "issued_copies", None) or "")

    def _issuing_body(self):
        return getattr(self.document, "issuing_body", "") or ""

    def _receivers(self):
        return "; ".join(IHandover(self.document).receivers)

    def _handed_on(self):
        return shown_date(IHandover(self.document).date)

    def _receipt(self):
        return ""
