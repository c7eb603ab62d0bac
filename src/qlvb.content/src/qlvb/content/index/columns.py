"""The columns that lists can have: what each is called, what it takes from a row, and which sort goes with it.

Screens, REST and exports have the same columns. A value is typed (date, int, str, tuple of userids); how it is said to
people is :mod:`qlvb.content.index.wording`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.codes import parse_code
from qlvb.content.index.priorities import priority_number
from qlvb.content.retention.period import RetentionDue
from qlvb.content.retention.period import retention_due
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.globalrequest import getRequest
from zope.i18n import translate


@dataclass(frozen=True)
class Reader:
    """Who reads a row, and as which of the list it stands there (from 1)."""

    userid: str = ""
    ordinal: int | None = None


@dataclass(frozen=True)
class Column:
    """``kind`` says what the values are: ``text``, ``number``, ``day`` (date), ``people`` (tuple of userids or names),
    ``state``, ``agency`` (id), ``unit`` (id of a department), ``role`` (of a line), ``direction``, ``type``, ``period``
    (retention: years or a kind), ``message`` (message id), or ``term:`` and the name of a vocabulary. ``sort`` is a
    name of ``filters.SORTS``, "" for none.
    """

    id: str
    title: str
    read: Callable  # (Row, Reader) -> value or None
    kind: str = "text"
    sort: str = ""

    def value(self, row, reader=Reader()):  # noqa: B008 (a Reader never changes)
        """The typed value of a row; None for none."""
        value = self.read(row, reader)
        return None if value in ("", ()) else value

    def json_value(self, row, reader=Reader()):  # noqa: B008
        """The value as JSON has it."""
        value = self.value(row, reader)
        if self.kind == "day" and value is not None:
            return value.isoformat()
        if self.kind == "message" and value is not None:
            return translate(value, context=getRequest())
        return list(value or ()) if self.kind == "people" else value


def _own(name):
    """A field of the row."""
    read = attrgetter(name)
    return lambda row, _reader: read(row)


def _fact(name):
    """One of the facts beside the fields."""
    return lambda row, _reader: row.facts.get(name)


def _fact_day(name):
    return lambda row, _reader: date.fromisoformat(row.facts[name]) if row.facts.get(name) else None


def _person(name):
    return lambda row, _reader: (row.facts[name],) if row.facts.get(name) else ()


def _assignee(row, _reader):
    return (row.holder,) if row.holder else ()


def _day_of(name):
    return lambda row, _reader: getattr(row, name).date()


def _heading(row, _reader):
    parsed = parse_code(row.reference) if row.portal_type == "Dossier" else None
    return parsed[1] if parsed else ""


def _span(row, _reader):
    days = [day.strftime("%d/%m/%Y") if day else "…" for day in (row.issue_date, row.arrival_date)]
    return " – ".join(days) if row.issue_date or row.arrival_date else ""


def _period(row, _reader):
    """Years (str), or the kind of a retention without years."""
    return str(row.facts.get("retention_years") or row.facts.get("retention_kind") or "")


def due_of(row):
    """RetentionDue of a Row: of a dossier, or of a document with a period of its own; None where nothing is known."""
    facts = row.facts
    if row.portal_type != "Dossier":
        reason, mapping = facts.get("retention_why") or (None, {})
        return RetentionDue(_fact_day("retention_due")(row, None), reason, mapping) if reason else None
    kind = facts.get("retention_kind")
    if not kind:
        return None
    event, extended = (_fact_day(name)(row, None) for name in ("retention_event", "retention_extended"))
    return retention_due(kind, facts.get("retention_years"), row.arrival_date, event, extended)


def _retention_due(row, _reader):
    found = due_of(row)
    return found.date if found is not None else None


def _retention_reason(row, _reader):
    found = due_of(row)
    return found.sentence if found is not None else ""


def _priority(row, _reader):
    return priority_number(row.urgency, row.due_date, clock.today())


def _submitter(row, _reader):
    who = row.facts.get("sender") or row.facts.get("drafter")
    return (who,) if who else ()


def _to_sign(row, _reader):
    return _("column_to_sign_yes", default="Chờ ký số") if row.facts.get("signing") else ""


_WITHOUT_DIRECTION = {
    "Dossier": "dossier",
    "Task": "task",
    "SubmissionNote": "note",
    "OpinionRequest": "opinion",
    "PersonalDocument": "personal",
}


def _direction(row, _reader):
    return row.direction or _WITHOUT_DIRECTION.get(row.portal_type, "")


_COMMON = (
    Column("ordinal", _("column_ordinal", default="STT"), lambda _row, reader: reader.ordinal, "number"),
    Column("urgency", _("column_urgency", default="Độ khẩn"), _own("urgency"), "term:qlvb.urgency", "priority"),
    Column("direction", _("column_direction", default="Loại"), _direction, "direction"),
    Column("reference", _("column_reference", default="Số ký hiệu"), _own("reference"), sort="reference"),
    Column("subject", _("column_subject", default="Trích yếu"), _own("subject"), sort="subject"),
    Column("issuing_body", _("column_issuing_body", default="Cơ quan ban hành"), _own("issuing_body")),
    Column("received", _("column_received", default="Ngày nhận"), _own("received"), "day"),
    Column("issue_date", _("column_issue_date", default="Ngày ban hành"), _own("issue_date"), "day", "issue_date"),
    Column("arrival_date", _("column_arrival_date", default="Ngày đến"), _own("arrival_date"), "day", "arrival_date"),
    Column("arrival_number", _("column_arrival_number", default="Số đến"), _own("arrival_number"), "number", "number"),
    Column(
        "document_type",
        _("column_document_type", default="Loại văn bản"),
        _own("document_type"),
        "term:qlvb.document_types",
    ),
    Column("due", _("column_due", default="Hạn xử lý"), _own("due_date"), "day", "due_date"),
    Column(
        "holder",
        _("column_holder", default="Đang ở"),
        lambda row, _reader: tuple(row.facts.get("holders", ())),
        "people",
    ),
    Column("signatory", _("column_signatory", default="Người ký"), _person("signatory"), "people"),
    Column(
        "line_role",
        _("column_line_role", default="Vai trò"),
        lambda row, reader: row.line_of(reader.userid).get("role"),
        "role",
    ),
    Column("state", _("column_state", default="Trạng thái"), _own("state"), "state"),
    Column("priority", _("column_priority", default="Số Ưu Tiên"), _priority, "number"),
    Column("process", _("column_process", default="QTXL"), _fact("stations"), "number"),
    Column("submitter", _("column_submitter", default="Người trình"), _submitter, "people"),
)
#: Those of tasks. The names of their fields differ from those of documents: nobody "issues" a task.
_TASKS = (
    Column("executor", _("column_executor", default="Đơn vị thực hiện"), _own("issuing_body")),
    Column("assignee", _("column_assignee", default="Người thực hiện"), _assignee, "people"),
    Column("assigner", _("column_assigner", default="Người giao"), _person("assigner"), "people"),
    Column("assigned_on", _("column_assigned_on", default="Ngày giao"), _own("issue_date"), "day", "issue_date"),
    Column(
        "finished_on",
        _("column_finished_on", default="Ngày hoàn thành"),
        _own("arrival_date"),
        "day",
        "arrival_date",
    ),
    Column("progress", _("column_progress", default="Tiến độ (%)"), _fact("progress"), "number"),
    Column("chases", _("column_chases", default="Lần đôn đốc"), _fact("chases"), "number"),
    Column("product", _("column_product", default="Sản phẩm cần có"), _fact("product")),
    Column("report", _("column_report", default="Báo cáo gần nhất"), _fact("report")),
)
#: Those of dossiers, kept and in the archive (product/screens 2.5).
_ARCHIVE = (
    Column("dossier_code", _("column_dossier_code", default="Mã hồ sơ"), _own("reference"), sort="reference"),
    Column("dossier_title", _("column_dossier_title", default="Tiêu đề"), _own("subject"), sort="subject"),
    Column("heading_unit", _("column_heading_unit", default="Đơn vị"), _heading),
    Column("span", _("column_span", default="Thời gian BĐ–KT"), _span),
    Column("documents", _("column_documents", default="Số tài liệu"), _fact("documents"), "number"),
    Column("pages", _("column_pages", default="Số tờ/trang"), _fact("pages"), "number"),
    Column("kept_for", _("column_kept_for", default="Thời hạn bảo quản"), _period, "period"),
    Column(
        "retention_due",
        _("column_retention_due", default="Hạn xét giá trị"),
        _retention_due,
        "day",
        "retention_due",
    ),
    Column("retention_reason", _("column_retention_reason", default="Vì sao"), _retention_reason, "message"),
    Column("deposit_last", _("column_deposit_last", default="Hạn nộp lưu"), _fact_day("deposit_last"), "day"),
    Column("access", _("column_access", default="Chế độ sử dụng"), _fact("access")),
    Column("place", _("column_place", default="Vị trí (kho–kệ–hộp)"), _fact("place")),
    Column("intake", _("column_intake", default="Kết quả kiểm tra"), _fact("intake"), "term:qlvb.intake_results"),
    Column("keeper", _("column_keeper", default="Người lập hồ sơ"), _assignee, "people"),
    Column("completeness", _("column_completeness", default="Đủ thành phần (%)"), _fact("completeness"), "number"),
    Column("precedent", _("column_precedent", default="Tiền lệ về"), _fact("precedent")),
    Column("destroyed_on", _("column_destroyed_on", default="Ngày hủy"), _fact_day("destroyed_on"), "day"),
    Column("destruction", _("column_destruction", default="Quyết định hủy số"), _fact("destruction")),
    Column("destroyed_by", _("column_destroyed_by", default="Người thực hiện hủy"), _person("destroyed_by"), "people"),
    Column("disposal_title", _("column_disposal_title", default="Tên đợt xét hủy"), _own("subject"), sort="subject"),
    Column("proposed_on", _("column_proposed_on", default="Ngày lập"), _own("issue_date"), "day", "issue_date"),
    Column("paper_file_code", _("column_paper_file_code", default="Mã hồ sơ gốc giấy"), _fact("paper_file_code")),
)
#: Those of requests to read.
_READINGS = (
    Column("asked_on", _("column_asked_on", default="Ngày yêu cầu"), _own("issue_date"), "day", "issue_date"),
    Column("reader", _("column_reader", default="Người khai thác"), _own("issuing_body")),
    Column("reading_of", _("column_reading_of", default="Hồ sơ, tài liệu"), _own("subject"), sort="subject"),
    Column(
        "reading_kind", _("column_reading_kind", default="Hình thức"), _fact("reading_kind"), "term:qlvb.reading_kinds"
    ),
    Column("purpose_text", _("column_purpose_text", default="Mục đích"), _fact("purpose_text")),
    Column("lent_on", _("column_lent_on", default="Ngày mượn"), _fact_day("lent_on"), "day"),
    Column("returned_on", _("column_returned_on", default="Ngày trả"), _own("arrival_date"), "day", "arrival_date"),
)
#: Those of delegations.
_DELEGATIONS = (
    Column(
        "delegation", _("column_delegation", default="Người ủy quyền → người nhận"), _own("subject"), sort="subject"
    ),
    Column("giver", _("column_giver", default="Người ủy quyền"), _person("giver"), "people"),
    Column("receiver", _("column_receiver", default="Người được ủy quyền"), _person("receiver"), "people"),
    Column("delegated_from", _("column_delegated_from", default="Từ ngày"), _own("issue_date"), "day", "issue_date"),
    Column(
        "delegated_until",
        _("column_delegated_until", default="Đến hết ngày"),
        _own("arrival_date"),
        "day",
        "arrival_date",
    ),
    Column("basis", _("column_delegation_basis", default="Căn cứ"), _fact("basis")),
)
#: Those of signatures, asked for and failed.
_SIGNING = (
    Column("to_sign", _("column_to_sign", default="Chờ ký số"), _to_sign, "message"),
    Column("signing_cause", _("column_signing_cause", default="Nguyên nhân"), _fact("signing_cause")),
    Column("signing_next", _("column_signing_next", default="Cách xử lý"), _fact("signing_next")),
)
#: Those that no list has by itself and that people may choose.
_MORE = (
    Column("secrecy", _("column_secrecy", default="Độ mật"), _own("secrecy"), "term:qlvb.secrecy"),
    Column("field_of_work", _("column_field_of_work", default="Lĩnh vực"), _fact("field_of_work")),
    Column("drafter", _("column_drafter", default="Người soạn thảo"), _person("drafter"), "people"),
    Column("drafting_unit", _("column_drafting_unit", default="Đơn vị soạn thảo"), _fact("drafting_unit"), "unit"),
    Column("signatory_position", _("column_signatory_position", default="Chức vụ"), _fact("signatory_position")),
    Column("page_count", _("column_page_count", default="Số trang"), _fact("page_count"), "number"),
    Column("sheet_count", _("column_sheet_count", default="Số tờ"), _fact("sheet_count"), "number"),
    Column("copies_count", _("column_copies_count", default="Số bản"), _fact("copies_count"), "number"),
    Column("issued_copies", _("column_issued_copies", default="Số bản phát hành"), _fact("issued_copies"), "number"),
    Column(
        "arrival_channel",
        _("column_arrival_channel", default="Nguồn đến"),
        _fact("arrival_channel"),
        "term:qlvb.arrival_channels",
    ),
    Column("to_places", _("column_to_places", default="Đơn vị hoặc người nhận"), _fact("to_places")),
    Column("language", _("column_language", default="Ngôn ngữ"), _fact("language"), "term:qlvb.languages"),
    Column("note", _("column_note", default="Ghi chú"), _fact("note")),
    Column("type", _("column_type", default="Loại hồ sơ, văn bản"), _own("portal_type"), "type"),
    Column("agency", _("column_agency", default="Cơ quan"), _own("agency"), "agency"),
    Column("year", _("column_year", default="Năm"), _own("year"), "number"),
    Column("created", _("column_created", default="Ngày tạo"), _day_of("created"), "day", "created"),
    Column("changed", _("column_changed", default="Sửa gần nhất"), _day_of("modified"), "day", "changed"),
)
COLUMNS = {column.id: column for column in (*_COMMON, *_TASKS, *_ARCHIVE, *_READINGS, *_DELEGATIONS, *_SIGNING, *_MORE)}


def columns_of(ids):
    """Columns with these ids, in their order, each once: list.

    :raises Refused: 400, a violation per unknown column.
    """
    unknown = [str(one) for one in ids if one not in COLUMNS]
    if unknown:
        raise Refused([_unknown(one) for one in dict.fromkeys(unknown)])
    return [COLUMNS[one] for one in dict.fromkeys(ids)]


def _unknown(name):
    text = _("violation_list_unknown_column", default="Không có cột “${name}”.", mapping={"name": name[:80]})
    return Violation("columns", "unknown_column", text)
