"""Cells of spreadsheets as values."""

from datetime import date
from datetime import datetime
import pytest
from qlvb.workflows.importing.columns import direction_of
from qlvb.workflows.importing.columns import headings
from qlvb.workflows.importing.columns import plain
from qlvb.workflows.importing.rules import row_key
from qlvb.workflows.importing.values import day
from qlvb.workflows.importing.values import listed
from qlvb.workflows.importing.values import recipients
from qlvb.workflows.importing.values import text
from qlvb.workflows.importing.values import truth
from qlvb.workflows.importing.values import whole
import unicodedata


@pytest.mark.parametrize(
    "cell, expected",
    [
        ("31/12/2024", date(2024, 12, 31)),
        ("1.2.2024", date(2024, 2, 1)),
        ("2024-02-01", date(2024, 2, 1)),
        ("2024-02-01T08:00:00", date(2024, 2, 1)),
        (datetime(2024, 2, 1, 8), date(2024, 2, 1)),
        (date(2024, 2, 1), date(2024, 2, 1)),
        (None, None),
    ],
)
def test_days(cell, expected):
    assert day("issue_date", "Ngày", cell) == (expected, None)


@pytest.mark.parametrize("cell", ["12/31/2024", "hôm qua", "29/02/2023", 45000, ""])
def test_days_that_are_none(cell):
    value, violation = day("issue_date", "Ngày", cell)
    assert (value, violation.field, violation.code) == (None, "issue_date", "date_unreadable")


@pytest.mark.parametrize(
    "cell, expected", [("12", 12), (12.0, 12), (12, 12), (" 7 ", 7), ("12a", "12a"), (1.5, 1.5), ("9" * 30, "9" * 30)]
)
def test_whole_numbers(cell, expected):
    assert whole(cell) == expected


@pytest.mark.parametrize("cell, expected", [("x", True), ("Có", True), (True, True), ("không", False), ("?", False)])
def test_yes_and_no(cell, expected):
    assert truth(cell) is expected


def test_words_that_are_neither_stay_for_the_rules():
    assert truth("có lẽ") == "có lẽ"


def test_numbers_as_text_have_no_point():
    assert (text(123.0), text(7), text("07")) == ("123", "7", "07")


def test_recipients_are_parted_and_named_once():
    cell = "- Như trên;\n- Sở Nội vụ; Sở Nội vụ;Lưu: VT."
    assert recipients(cell) == [{"name": "Như trên"}, {"name": "Sở Nội vụ"}, {"name": "Lưu: VT"}]
    assert recipients([{"name": "A"}]) == [{"name": "A"}]


def test_lists():
    assert listed("a.pdf; b.docx\nc.xlsx") == ["a.pdf", "b.docx", "c.xlsx"]
    assert listed(["a", " "]) == ["a"]
    assert listed(None) == []


@pytest.mark.parametrize(
    "heading, column",
    [
        ("Trích yếu", "subject"),
        ("TRÍCH YẾU", "subject"),
        (unicodedata.normalize("NFD", "Ngày ban hành"), "issue_date"),
        ("Số, ký hiệu", "reference"),
        ("Số  ký hiệu:", "reference"),
        ("Số đến", "arrival_number"),
        ("issue_date", "issue_date"),
    ],
)
def test_headings(heading, column):
    assert headings()[plain(heading)] == column


@pytest.mark.parametrize(
    "said, direction", [("Văn bản đi", "outgoing"), ("ĐẾN", "incoming"), ("incoming", "incoming"), ("Sheet1", "")]
)
def test_directions(said, direction):
    assert direction_of(said) == direction


def test_key_of_a_row_is_what_it_says():
    row = {"subject": "A", "issue_date": date(2024, 1, 1)}
    assert row_key(row) == row_key({"issue_date": date(2024, 1, 1), "subject": "A"})
    assert row_key(row) != row_key({**row, "subject": "B"})
    assert row_key({**row, "key": 12.0}) == row_key({"key": "12"}) == "12"
