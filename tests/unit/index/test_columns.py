"""Columns of lists: what they take from a row."""

from dataclasses import replace
from datetime import date
from datetime import datetime
import json
import pytest
from qlvb.content.clock import VIETNAM
from qlvb.content.index.boxes import INCOMING_COLUMNS
from qlvb.content.index.boxes import ISSUED_COLUMNS
from qlvb.content.index.boxes import MIXED_COLUMNS
from qlvb.content.index.boxes import OUTGOING_COLUMNS
from qlvb.content.index.boxes import titles_in
from qlvb.content.index.columns import COLUMNS
from qlvb.content.index.columns import Reader
from qlvb.content.index.columns import columns_of
from qlvb.content.index.filters import SORTS
from qlvb.content.index.outgoing_boxes import REVIEW_COLUMNS
from qlvb.content.index.priorities import priority_number
from qlvb.content.index.rows import Row
from qlvb.content.index.wording import Wording
from qlvb.content.violations import Refused


MOMENT = datetime(2026, 3, 4, 23, 30, tzinfo=VIETNAM)
ROW = Row(
    uid="u1",
    url="http://nohost/plone/d",
    path="/plone/d",
    portal_type="IncomingDocument",
    direction="incoming",
    agency="skhcn",
    subject="Về việc thử",
    reference="12/UBND-VX",
    document_type="official_letter",
    urgency="normal",
    secrecy="none",
    state="in_progress",
    issuing_body="",
    arrival_number=7,
    arrival_date=date(2026, 3, 4),
    issue_date=None,
    due_date=date(2026, 3, 9),
    received=date(2026, 3, 4),
    year=2026,
    holder="",
    created=MOMENT,
    modified=MOMENT,
    facts={"holders": ["lan"], "lines": {"lan": {"role": "lead"}}, "signatory": "Trần Văn B", "pages": 3},
)


def values(*ids, reader=Reader()):  # noqa: B008  a Reader never changes
    return [column.value(ROW, reader) for column in columns_of(ids)]


def test_values_are_typed():
    assert values("subject", "arrival_date", "arrival_number", "page_count") == [
        "Về việc thử",
        date(2026, 3, 4),
        7,
        3,
    ]
    assert values("changed", "holder", "signatory") == [date(2026, 3, 4), ("lan",), ("Trần Văn B",)]
    assert values("issuing_body", "issue_date", "drafter", "note", "ordinal") == [None] * 5


def test_some_depend_on_who_reads():
    assert values("line_role", "ordinal", reader=Reader("lan", 26)) == ["lead", 26]
    assert values("line_role", reader=Reader("minh")) == [None]


def test_every_column_is_json():
    said = {name: column.json_value(ROW, Reader("lan", 1)) for name, column in COLUMNS.items()}
    assert json.loads(json.dumps(said)) == said
    assert (said["due"], said["holder"], said["drafter"]) == ("2026-03-09", ["lan"], [])


@pytest.mark.parametrize(
    "urgency, due, number",
    [
        ("express", date(2026, 3, 3), 10),
        ("express_timed", date(2026, 3, 4), 11),
        ("very_urgent", date(2026, 3, 7), 22),
        ("urgent", date(2026, 3, 14), 33),
        ("normal", date(2026, 3, 15), 44),
        ("normal", None, 49),
        ("unheard of", None, 49),
    ],
)
def test_the_priority_number_goes_by_urgency_then_by_deadline(urgency, due, number):
    assert priority_number(urgency, due, date(2026, 3, 4)) == number


def test_who_submitted_is_who_passed_it_on_else_who_drafted():
    facts = {"drafter": "anh", "sender": "huy", "stations": 3}
    passed_on, drafted = replace(ROW, facts=facts), replace(ROW, facts={"drafter": "anh"})
    assert columns_of(["submitter", "process"])[0].value(passed_on) == ("huy",)
    assert [column.value(drafted) for column in columns_of(["submitter", "process"])] == [("anh",), None]


def test_columns_keep_the_order_asked_for_and_stand_once():
    assert [column.id for column in columns_of(["due", "subject", "due"])] == ["due", "subject"]


def test_unknown_columns_are_named():
    with pytest.raises(Refused) as refused:
        columns_of(["subject", "password", "x" * 500])
    assert refused.value.status == 400
    assert [(found.field, found.code) for found in refused.value.violations] == [("columns", "unknown_column")] * 2


def test_lists_have_columns_that_there_are_and_sorts_that_there_are():
    lists = {*OUTGOING_COLUMNS, *ISSUED_COLUMNS, *INCOMING_COLUMNS, *MIXED_COLUMNS, *REVIEW_COLUMNS}
    assert lists <= set(COLUMNS)
    assert {column.sort for column in COLUMNS.values()} - {""} <= set(SORTS)


def test_the_leaders_list_has_the_columns_of_ioffice():
    titles = " | ".join(COLUMNS[name].title.default for name in REVIEW_COLUMNS)
    assert titles == "STT | Độ khẩn | Chờ ký số | Số ký hiệu | Trích yếu | Cơ quan ban hành | Ngày nhận | Số Ưu Tiên | QTXL"


def test_incoming_lists_have_the_columns_that_all_products_show():
    titles = titles_in(INCOMING_COLUMNS)
    shown = " | ".join(titles.get(name, COLUMNS[name].title).default for name in INCOMING_COLUMNS)
    assert shown == (
        "Số đến | Ngày đến | Số ký hiệu | Trích yếu | CQ ban hành | Loại VB | Độ khẩn | Hạn xử lý | Vai trò | Trạng thái"
    )
    assert titles_in(REVIEW_COLUMNS) == {}


def test_every_kind_of_value_can_be_said():
    kinds = {column.kind.partition(":")[0] for column in COLUMNS.values()}
    assert [kind for kind in kinds if not hasattr(Wording, f"_{kind}")] == []
