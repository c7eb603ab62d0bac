"""The ten columns of the registers (NĐ 30/2020 Phụ lục IV, mẫu I "Sổ đăng ký văn bản đi" and mẫu VI "Sổ đăng ký văn
bản đến").
"""

from datetime import date
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.documents.document_types import document_type
from qlvb.content.index.by_uid import rows_by_uid


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
HIDDEN = _("register_hidden_subject", default="(Anh/chị không có quyền xem nội dung)")
GONE = _("register_record_gone", default="(Không tìm thấy văn bản)")
STATUSES = {
    "taken": _("register_status_taken", default="Đã cấp"),
    "reserved": _("register_status_reserved", default="Đang giữ"),
    "voided": _("register_status_voided", default="Đã hủy"),
}


def columns_of(register):
    """The decree's columns of this register: tuple of (id, message id)."""
    return INCOMING if register.direction == "incoming" else OUTGOING


def type_and_subject(row):
    """Kind and subject in one line: ``Quyết định: Về việc …``; what has no kind shows its subject alone."""
    kind = document_type(row.document_type)
    title = kind.title.split(" (")[0] if kind is not None else ""
    return f"{title}: {row.subject}" if title else row.subject


def register_rows(register, entries):
    """The lines of a register for these INumberEntry, whose records are looked up in one go: list of RegisterRow."""
    entries = list(entries)
    visible, there = rows_by_uid(entry.record for entry in entries)
    return [RegisterRow(register, entry, visible.get(entry.record), entry.record in there) for entry in entries]


class RegisterRow:
    """One line of a register: the values of its columns by id, ``url`` of the record when it may be opened.

    ``row`` is the record's in the index when the reader may view it, else None; ``exists`` says that there is a record.
    """

    def __init__(self, register, entry, row, exists):
        self.register = register
        self.entry = entry
        self.row = row
        self.exists = exists

    @property
    def url(self):
        return self.row.url if self.row is not None else ""

    @property
    def status(self):
        """Message id."""
        return STATUSES[self.entry.status]

    def value(self, column):
        """str or message id of a column of the decree."""
        if column in ("reference", "date", "arrival_date", "arrival_number", "note"):
            return getattr(self, f"_{column}")()
        if not self.exists:
            return GONE if self.entry.status == "taken" and column == "subject" else ""
        if self.row is None:
            return HIDDEN if column == "subject" else ""
        return getattr(self, f"_{column}")()

    def _fact(self, name):
        return self.row.facts.get(name) or ""

    def _reference(self):
        if self.register.direction == "outgoing":
            return self.entry.reference or f"{self.entry.number:02d}"
        return self.row.reference if self.row is not None else ""

    def _date(self):
        if self.register.direction == "outgoing":
            return show_date(self.entry.date)
        return show_date(self.row.issue_date) if self.row is not None else ""

    def _arrival_date(self):
        return show_date(self.entry.date)

    def _arrival_number(self):
        return str(self.entry.number)

    def _note(self):
        if self.entry.status == "taken":
            return self._fact("note") if self.row is not None else ""
        return self.entry.reason

    def _subject(self):
        return type_and_subject(self.row)

    def _signatory(self):
        return self._fact("signatory_name")

    def _recipients(self):
        return "; ".join(self._fact("recipients"))

    def _retained_by(self):
        return self._fact("retained_by")

    def _copies(self):
        return str(self._fact("issued_copies"))

    def _issuing_body(self):
        return self.row.issuing_body

    def _receivers(self):
        return "; ".join(self._fact("receivers"))

    def _handed_on(self):
        day = self._fact("handed_on")
        return show_date(date.fromisoformat(day)) if day else ""

    def _receipt(self):
        return ""
