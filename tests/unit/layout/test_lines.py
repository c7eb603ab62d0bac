"""Lines of official documents: the rules of Phụ lục I as cases."""

from datetime import date
import pytest
from qlvb.content.layout import lines


@pytest.mark.parametrize(
    "day, words",
    [
        (date(2026, 1, 5), "ngày 05 tháng 01 năm 2026"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2026, 3, 9), "ngày 09 tháng 3 năm 2026"),
        (date(2026, 9, 30), "ngày 30 tháng 9 năm 2026"),
        (date(2026, 10, 1), "ngày 01 tháng 10 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_leading_zeros_of_days_and_of_months_one_and_two(day, words):
    assert lines.date_words(day) == words
    assert lines.place_and_date("Sơn Hải", day) == f"Sơn Hải, {words}"


def test_room_for_a_date_that_is_not_known():
    line = lines.place_and_date("Sơn Hải")
    assert line.replace("\u00a0", "") == "Sơn Hải, ngàythángnăm"
    assert not any(char.isdigit() for char in line)


@pytest.mark.parametrize(
    "number, line", [(5, "Số: 05/BNV-VP"), (12, "Số: 12/BNV-VP"), (105, "Số: 105/BNV-VP")]
)
def test_number_line(number, line):
    assert lines.number_line("BNV-VP", number) == line


def test_number_line_leaves_room():
    assert lines.number_line("BNV-VP").replace("\u00a0", "") == "Số:/BNV-VP"
    assert lines.number_line("BNV-VP").count("\u00a0") >= 6


@pytest.mark.parametrize(
    "names, addressed, retained_by, copies, expected",
    [
        ([], True, ("VT",), None, ["- Như trên;", "- Lưu: VT."]),
        (["UBND tỉnh (để báo cáo)"], True, ("VT", "CNTT&CĐS"), 3,
         ["- Như trên;", "- UBND tỉnh (để báo cáo);", "- Lưu: VT, CNTT&CĐS (3)."]),
        (["Như Điều 3;", "Sở Nội vụ."], False, ("VT", "VP"), None, ["- Như Điều 3;", "- Sở Nội vụ;", "- Lưu: VT, VP."]),
        (["Sở Nội vụ", " ", "Sở Nội vụ"], False, (), None, ["- Sở Nội vụ;", "- Lưu: VT."]),
        (["Như trên"], True, ("VT", "VT"), None, ["- Như trên;", "- Lưu: VT."]),
    ],
)  # fmt: skip
def test_recipients_end_with_what_is_kept(names, addressed, retained_by, copies, expected):
    assert lines.recipient_lines(names, addressed, retained_by, copies) == expected


@pytest.mark.parametrize(
    "names, expected",
    [
        (["Sở Nội vụ"], ["Kính gửi: Sở Nội vụ."]),
        (["Sở Nội vụ", "Sở Tài chính;"], ["Kính gửi:", "- Sở Nội vụ;", "- Sở Tài chính."]),
    ],
)
def test_addressees(names, expected):
    assert lines.addressee_lines(names) == expected


def test_grounds_end_with_semicolons_and_a_full_stop():
    assert lines.basis_lines(["Căn cứ A.", "Căn cứ B", "Theo đề nghị của C"]) == [
        "Căn cứ A;",
        "Căn cứ B;",
        "Theo đề nghị của C.",
    ]


@pytest.mark.parametrize("text", ["Thực hiện", "Thực hiện.", "Thực hiện./."])
def test_end_mark(text):
    assert lines.ended(text) == "Thực hiện./."


@pytest.mark.parametrize("number, digits", [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (30, "XXX")])
def test_roman_digits(number, digits):
    assert lines.roman(number) == digits


def test_annexes_are_numbered_only_when_there_are_several():
    assert lines.annex_heading(1, 1) == "Phụ lục"
    assert [lines.annex_heading(i, 2) for i in (1, 2)] == ["Phụ lục I", "Phụ lục II"]
