"""A catalogue as lines, and the mistakes of lines named by line and column."""

import pytest
from qlvb.content.dossiers.amending import by_code
from qlvb.content.dossiers.amending import changes_between
from qlvb.content.dossiers.amending import renewed
from qlvb.content.dossiers.lines import period_from
from qlvb.content.dossiers.lines import read_lines
from qlvb.content.retention.period import Period


PEOPLE = {"leminhanh": "leminhanh", "Lê Minh Anh": "leminhanh"}
HEAD = ("Số và ký hiệu hồ sơ", "Tên đề mục và tiêu đề hồ sơ", "Thời hạn bảo quản", "Người lập hồ sơ", "Ghi chú")
GOOD = [
    HEAD,
    tuple("12345"),
    ("", "I. Tổng hợp", "", "", ""),
    ("01.TH", "Tập lưu công văn", "05 năm", "Lê Minh Anh", ""),
    ("02.TH", "Kế hoạch năm", "Vĩnh viễn", "", "Bản gốc"),
    ("II", "Tổ chức", "", "", ""),
    ("01.TCCB", "Hồ sơ tuyển dụng", "20", "leminhanh", "", "TT 10/2022/TT-BNV, N3", "N3"),
]


def read(lines):
    return read_lines(lines, PEOPLE.get)


def test_lines_are_read():
    headings, entries, violations = read(GOOD)
    assert violations == []
    assert [(one["symbol"], one["title"]) for one in headings] == [("TH", "Tổng hợp"), ("TCCB", "Tổ chức")]
    assert [(one["heading"], one["number"], one["retention_kind"], one["retention_years"]) for one in entries] == [
        ("d1", 1, "years", 5),
        ("d1", 2, "permanent", None),
        ("d2", 1, "years", 20),
    ]
    assert [one["holder"] for one in entries] == ["leminhanh", "", "leminhanh"]
    assert (entries[2]["basis"], entries[2]["row"]) == ("TT 10/2022/TT-BNV, N3", "N3")


@pytest.mark.parametrize(
    "line,field",
    [
        (("03.TC", "Hồ sơ", "5 năm", "", ""), "5.code"),
        (("01.TH", "Hồ sơ", "5 năm", "", ""), "5.code"),
        (("ba", "Hồ sơ", "5 năm", "", ""), "5.code"),
        (("03.TH", "", "5 năm", "", ""), "5.title"),
        (("03.TH", "x" * 501, "5 năm", "", ""), "5.title"),
        (("03.TH", "Hồ sơ", "lâu", "", ""), "5.retention"),
        (("03.TH", "Hồ sơ", "", "", ""), "5.retention"),
        (("03.TH", "Hồ sơ", "1 năm", "", ""), "5.retention"),
        (("03.TH", "Hồ sơ", "71 năm", "", ""), "5.retention"),
        (("03.TH", "Hồ sơ", "5 năm", "Ai đó", ""), "5.holder"),
        (("03.TH", "Hồ sơ", "5 năm", "", "", "", "mã"), "5.row"),
    ],
)
def test_every_mistake_has_its_line_and_column(line, field):
    violations = read([*GOOD[:4], line])[2]
    assert [violation.field for violation in violations] == [field]


def test_entries_need_a_heading_and_headings_entries():
    assert [one.field for one in read([GOOD[3]])[2]] == ["1.code"]
    assert [one.code for one in read([*GOOD[2:4], ("", "II. Trống", "", "", "")])[2]] == ["heading_empty"]
    assert read([]) == ([], [], [])
    assert read([("", "", "", "", "")]) == ([], [], [])


@pytest.mark.parametrize(
    "text,period",
    [
        ("Vĩnh viễn", Period("permanent")),
        ("VĨNH VIỄN ", Period("permanent")),
        ("05 năm", Period("years", 5)),
        ("10", Period("years", 10)),
        ("05 năm sau sự kiện", Period("years_after_event", 5)),
        ("Đến khi văn bản hết hiệu lực thi hành", Period("until_superseded")),
        ("năm", None),
        ("", None),
        ("100 năm", None),
        ("-5", None),
    ],
)
def test_periods(text, period):
    assert period_from(text) == period


def test_what_differs():
    headings, rows, _violations = read(GOOD)
    old = by_code(headings, rows)
    changed = [{**rows[0], "title": "Tập lưu công văn đi"}, rows[2]]
    found = changes_between(old, by_code(headings, changed))
    assert [(one.kind, one.code, one.fields) for one in found] == [
        ("changed", "01.TH", ("title",)),
        ("removed", "02.TH", ()),
    ]
    assert [one.kind for one in changes_between({}, old)] == ["added"] * 3


def test_years_in_titles_move_along():
    rows = [{"title": "Kế hoạch năm 2026"}, {"title": "Hồ sơ"}]
    assert [row["title"] for row in renewed(rows, 2026, 2027)] == ["Kế hoạch năm 2027", "Hồ sơ"]
