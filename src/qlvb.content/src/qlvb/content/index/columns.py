"""The columns that lists can have: what each is called, what it takes from a row, and which sort goes with it.

Screens, REST and exports have the same columns. A value is typed (date, int, str, tuple of userids); how it is said to
people is :mod:`qlvb.content.index.wording`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from qlvb.content import _
from qlvb.content.index.cells import answer_due_of
from qlvb.content.index.cells import assignee_of
from qlvb.content.index.cells import day_of
from qlvb.content.index.cells import direction_of
from qlvb.content.index.cells import fact
from qlvb.content.index.cells import fact_day
from qlvb.content.index.cells import heading_of
from qlvb.content.index.cells import own
from qlvb.content.index.cells import period_of
from qlvb.content.index.cells import person
from qlvb.content.index.cells import priority_of
from qlvb.content.index.cells import retention_due_of
from qlvb.content.index.cells import retention_reason_of
from qlvb.content.index.cells import span_of
from qlvb.content.index.cells import submitter_of
from qlvb.content.index.cells import to_sign_of
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.globalrequest import getRequest
from zope.i18n import translate


#: Columns with the day by which something must happen; beside it stands how long that is.
DUE_COLUMNS = frozenset({"due", "answer_due", "loan_due"})


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

    def json_value(self, row, reader=Reader()):  # noqa: B008 (as above)
        """The value as JSON has it."""
        value = self.value(row, reader)
        if self.kind == "day" and value is not None:
            return value.isoformat()
        if self.kind == "message" and value is not None:
            return translate(value, context=getRequest())
        return list(value or ()) if self.kind == "people" else value


_COMMON = (
    Column("ordinal", _("column_ordinal", default="STT"), lambda _row, reader: reader.ordinal, "number"),
    Column("urgency", _("column_urgency", default="Độ khẩn"), own("urgency"), "term:qlvb.urgency", "priority"),
    Column("direction", _("column_direction", default="Loại"), direction_of, "direction"),
    Column("reference", _("column_reference", default="Số ký hiệu"), own("reference"), sort="reference"),
    Column("subject", _("column_subject", default="Trích yếu"), own("subject"), sort="subject"),
    Column("issuing_body", _("column_issuing_body", default="Cơ quan ban hành"), own("issuing_body")),
    Column("received", _("column_received", default="Ngày nhận"), own("received"), "day"),
    Column("issue_date", _("column_issue_date", default="Ngày ban hành"), own("issue_date"), "day", "issue_date"),
    Column("arrival_date", _("column_arrival_date", default="Ngày đến"), own("arrival_date"), "day", "arrival_date"),
    Column("arrival_number", _("column_arrival_number", default="Số đến"), own("arrival_number"), "number", "number"),
    Column(
        "document_type",
        _("column_document_type", default="Loại văn bản"),
        own("document_type"),
        "term:qlvb.document_types",
    ),
    Column("due", _("column_due", default="Hạn xử lý"), own("due_date"), "day", "due_date"),
    Column(
        "holder",
        _("column_holder", default="Đang ở"),
        lambda row, _reader: tuple(row.facts.get("holders", ())),
        "people",
    ),
    Column("signatory", _("column_signatory", default="Người ký"), person("signatory"), "people"),
    Column(
        "line_role",
        _("column_line_role", default="Vai trò"),
        lambda row, reader: row.line_of(reader.userid).get("role"),
        "role",
    ),
    Column("state", _("column_state", default="Trạng thái"), own("state"), "state"),
    Column("priority", _("column_priority", default="Số Ưu Tiên"), priority_of, "number"),
    Column("process", _("column_process", default="QTXL"), fact("stations"), "number"),
    Column("submitter", _("column_submitter", default="Người trình"), submitter_of, "people"),
)
#: Those of tasks. The names of their fields differ from those of documents: nobody "issues" a task.
_TASKS = (
    Column("executor", _("column_executor", default="Đơn vị thực hiện"), own("issuing_body")),
    Column("assignee", _("column_assignee", default="Người thực hiện"), assignee_of, "people"),
    Column("assigner", _("column_assigner", default="Người giao"), person("assigner"), "people"),
    Column("assigned_on", _("column_assigned_on", default="Ngày giao"), own("issue_date"), "day", "issue_date"),
    Column(
        "finished_on",
        _("column_finished_on", default="Ngày hoàn thành"),
        own("arrival_date"),
        "day",
        "arrival_date",
    ),
    Column("progress", _("column_progress", default="Tiến độ (%)"), fact("progress"), "number"),
    Column("chases", _("column_chases", default="Lần đôn đốc"), fact("chases"), "number"),
    Column("product", _("column_product", default="Sản phẩm cần có"), fact("product")),
    Column("report", _("column_report", default="Báo cáo gần nhất"), fact("report")),
)
#: Those of dossiers, kept and in the archive (product/screens 2.5).
_ARCHIVE = (
    Column("dossier_code", _("column_dossier_code", default="Mã hồ sơ"), own("reference"), sort="reference"),
    Column("dossier_title", _("column_dossier_title", default="Tiêu đề"), own("subject"), sort="subject"),
    Column("heading_unit", _("column_heading_unit", default="Đơn vị"), heading_of),
    Column("span", _("column_span", default="Thời gian BĐ–KT"), span_of),
    Column("documents", _("column_documents", default="Số tài liệu"), fact("documents"), "number"),
    Column("pages", _("column_pages", default="Số tờ/trang"), fact("pages"), "number"),
    Column("kept_for", _("column_kept_for", default="Thời hạn bảo quản"), period_of, "period"),
    Column(
        "retention_due",
        _("column_retention_due", default="Hạn xét giá trị"),
        retention_due_of,
        "day",
        "retention_due",
    ),
    Column("retention_reason", _("column_retention_reason", default="Vì sao"), retention_reason_of, "message"),
    Column("deposit_last", _("column_deposit_last", default="Hạn nộp lưu"), fact_day("deposit_last"), "day"),
    Column("sent_back", _("column_sent_back", default="Lý do trả lại"), fact("sent_back")),
    Column("access", _("column_access", default="Chế độ sử dụng"), fact("access")),
    Column("place", _("column_place", default="Vị trí (kho–kệ–hộp)"), fact("place")),
    Column("intake", _("column_intake", default="Kết quả kiểm tra"), fact("intake"), "term:qlvb.intake_results"),
    Column("keeper", _("column_keeper", default="Người lập hồ sơ"), assignee_of, "people"),
    Column("completeness", _("column_completeness", default="Đủ thành phần (%)"), fact("completeness"), "number"),
    Column("precedent", _("column_precedent", default="Tiền lệ về"), fact("precedent")),
    Column("destroyed_on", _("column_destroyed_on", default="Ngày hủy"), fact_day("destroyed_on"), "day"),
    Column("destruction", _("column_destruction", default="Quyết định hủy số"), fact("destruction")),
    Column("destroyed_by", _("column_destroyed_by", default="Người thực hiện hủy"), person("destroyed_by"), "people"),
    Column("disposal_title", _("column_disposal_title", default="Tên đợt xét hủy"), own("subject"), sort="subject"),
    Column("proposed_on", _("column_proposed_on", default="Ngày lập"), own("issue_date"), "day", "issue_date"),
    Column("paper_file_code", _("column_paper_file_code", default="Mã hồ sơ gốc giấy"), fact("paper_file_code")),
)
#: Those of requests to read.
_READINGS = (
    Column("asked_on", _("column_asked_on", default="Ngày yêu cầu"), own("issue_date"), "day", "issue_date"),
    Column("reader", _("column_reader", default="Người khai thác"), own("issuing_body")),
    Column("reading_of", _("column_reading_of", default="Hồ sơ, tài liệu"), own("subject"), sort="subject"),
    Column(
        "reading_kind", _("column_reading_kind", default="Hình thức"), fact("reading_kind"), "term:qlvb.reading_kinds"
    ),
    Column("purpose_text", _("column_purpose_text", default="Mục đích"), fact("purpose_text")),
    Column("lent_on", _("column_lent_on", default="Ngày mượn"), fact_day("lent_on"), "day"),
    Column("answer_due", _("column_answer_due", default="Hạn trả lời"), answer_due_of, "day", "due_date"),
    Column("loan_due", _("column_loan_due", default="Hạn trả"), fact_day("due"), "day", "due_date"),
    Column("returned_on", _("column_returned_on", default="Ngày trả"), own("arrival_date"), "day", "arrival_date"),
)
#: Those of delegations.
_DELEGATIONS = (
    Column(
        "delegation", _("column_delegation", default="Người ủy quyền → người nhận"), own("subject"), sort="subject"
    ),
    Column("giver", _("column_giver", default="Người ủy quyền"), person("giver"), "people"),
    Column("receiver", _("column_receiver", default="Người được ủy quyền"), person("receiver"), "people"),
    Column("delegated_from", _("column_delegated_from", default="Từ ngày"), own("issue_date"), "day", "issue_date"),
    Column(
        "delegated_until",
        _("column_delegated_until", default="Đến hết ngày"),
        own("arrival_date"),
        "day",
        "arrival_date",
    ),
    Column("basis", _("column_delegation_basis", default="Căn cứ"), fact("basis")),
)
#: Those of signatures, asked for and failed.
_SIGNING = (
    Column("to_sign", _("column_to_sign", default="Chờ ký số"), to_sign_of, "message"),
    Column("signing_cause", _("column_signing_cause", default="Nguyên nhân"), fact("signing_cause")),
    Column("signing_next", _("column_signing_next", default="Cách xử lý"), fact("signing_next")),
)
#: Those that no list has by itself and that people may choose.
_MORE = (
    Column("secrecy", _("column_secrecy", default="Độ mật"), own("secrecy"), "term:qlvb.secrecy"),
    Column("field_of_work", _("column_field_of_work", default="Lĩnh vực"), fact("field_of_work")),
    Column("drafter", _("column_drafter", default="Người soạn thảo"), person("drafter"), "people"),
    Column("drafting_unit", _("column_drafting_unit", default="Đơn vị soạn thảo"), fact("drafting_unit"), "unit"),
    Column("signatory_position", _("column_signatory_position", default="Chức vụ"), fact("signatory_position")),
    Column("page_count", _("column_page_count", default="Số trang"), fact("pages"), "number"),
    Column("sheet_count", _("column_sheet_count", default="Số tờ"), fact("sheet_count"), "number"),
    Column("copies_count", _("column_copies_count", default="Số bản"), fact("copies_count"), "number"),
    Column("issued_copies", _("column_issued_copies", default="Số bản phát hành"), fact("issued_copies"), "number"),
    Column(
        "arrival_channel",
        _("column_arrival_channel", default="Nguồn đến"),
        fact("arrival_channel"),
        "term:qlvb.arrival_channels",
    ),
    Column("to_places", _("column_to_places", default="Đơn vị hoặc người nhận"), fact("to_places")),
    Column("language", _("column_language", default="Ngôn ngữ"), fact("language"), "term:qlvb.languages"),
    Column("note", _("column_note", default="Ghi chú"), fact("note")),
    Column("type", _("column_type", default="Loại hồ sơ, văn bản"), own("portal_type"), "type"),
    Column("agency", _("column_agency", default="Cơ quan"), own("agency"), "agency"),
    Column("year", _("column_year", default="Năm"), own("year"), "number"),
    Column("created", _("column_created", default="Ngày tạo"), day_of("created"), "day", "created"),
    Column("changed", _("column_changed", default="Sửa gần nhất"), day_of("modified"), "day", "changed"),
)
COLUMNS = {column.id: column for column in (*_COMMON, *_TASKS, *_ARCHIVE, *_READINGS, *_DELEGATIONS, *_SIGNING, *_MORE)}


def columns_of(ids):
    """Columns with these ids, in their order, each once: list.

    :raises Refused: 400, a violation per unknown column.
    """
    unknown = [str(one) for one in ids if not isinstance(one, str) or one not in COLUMNS]
    if unknown:
        raise Refused([_unknown(one) for one in dict.fromkeys(unknown)])
    return [COLUMNS[one] for one in dict.fromkeys(ids)]


def _unknown(name):
    text = _("violation_list_unknown_column", default="Không có cột “${name}”.", mapping={"name": name[:80]})
    return Violation("columns", "unknown_column", text)
