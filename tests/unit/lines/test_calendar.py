"""Working days of Vietnam, Tết included."""

from datetime import date
import pytest
from qlvb.workflows.lines import calendar
from qlvb.workflows.lines.days import DecidedDay
from qlvb.workflows.lines.days import check_day
from qlvb.workflows.lines.days import days_of_year


@pytest.mark.parametrize(
    "day,working",
    [
        (date(2026, 1, 5), True),  # Monday
        (date(2026, 1, 3), False),  # Saturday
        (date(2026, 1, 4), False),  # Sunday
        (date(2026, 1, 1), False),  # New Year
        (date(2026, 2, 13), True),  # last day before Tết Bính Ngọ
        (date(2026, 2, 16), False),  # Tết: the eve
        (date(2026, 2, 17), False),
        (date(2026, 2, 20), False),
        (date(2026, 2, 23), True),
        (date(2026, 4, 27), False),  # Giỗ Tổ falls on Sunday, taken on Monday
        (date(2026, 4, 30), False),
        (date(2026, 5, 1), False),
        (date(2026, 5, 4), True),
        (date(2026, 8, 22), True),  # a Saturday worked
        (date(2026, 8, 31), False),  # in exchange for it
        (date(2026, 9, 1), False),
        (date(2026, 9, 2), False),
        (date(2026, 11, 24), False),  # Ngày Văn hóa Việt Nam
        (date(2025, 11, 24), True),
    ],
)
def test_is_working(day, working):
    assert calendar.is_working(day) is working


@pytest.mark.parametrize(
    "start,days,end",
    [
        (date(2026, 1, 5), 0, date(2026, 1, 5)),
        (date(2026, 1, 5), 1, date(2026, 1, 6)),
        (date(2026, 1, 5), 5, date(2026, 1, 12)),
        (date(2026, 1, 9), 1, date(2026, 1, 12)),  # Friday to Monday
        (date(2026, 1, 3), 1, date(2026, 1, 5)),  # from a Saturday
        (date(2026, 2, 12), 5, date(2026, 2, 26)),  # over Tết
        (date(2026, 2, 17), 1, date(2026, 2, 23)),  # from the middle of Tết
        (date(2026, 4, 24), 2, date(2026, 4, 29)),  # over Giỗ Tổ
        (date(2026, 4, 29), 1, date(2026, 5, 4)),
        (date(2026, 8, 21), 1, date(2026, 8, 22)),  # the Saturday worked counts
        (date(2025, 12, 31), 1, date(2026, 1, 2)),  # over the year
    ],
)
def test_add_and_between_agree(start, days, end):
    assert calendar.add(start, days) == end
    assert calendar.between(start, end) == days
    assert calendar.between(end, start) == -days


def test_add_refuses_negative():
    with pytest.raises(ValueError, match="negative"):
        calendar.add(date(2026, 1, 5), -1)


def test_what_an_agency_decides_goes_before_every_rule():
    saturday, monday, holiday = date(2026, 11, 28), date(2026, 11, 23), date(2026, 9, 2)
    decided = {saturday: True, monday: False, holiday: True, date(2026, 8, 22): False}
    assert [calendar.is_working(day, decided) for day in (saturday, monday, holiday, date(2026, 8, 22))] == [
        True, False, True, False,
    ]  # fmt: skip
    assert calendar.add(date(2026, 11, 27), 1, decided) == saturday
    assert calendar.between(date(2026, 11, 20), date(2026, 11, 30), decided) == calendar.between(
        date(2026, 11, 20), date(2026, 11, 30)
    )
    assert calendar.between(date(2026, 11, 20), monday, decided) == 0


@pytest.mark.parametrize(
    "day,working,note,otherwise,codes",
    [
        (date(2026, 11, 23), False, "Kỷ niệm ngày thành lập", True, []),
        (date(2026, 11, 28), True, "Làm bù", False, []),
        (date(2026, 11, 28), False, "Nghỉ", False, ["day_as_it_is"]),
        (date(2026, 11, 23), True, "Làm", True, ["day_as_it_is"]),
        (date(2026, 11, 23), False, " x ", True, ["note_missing"]),
        (date(2026, 11, 23), False, "x" * 201, True, ["note_missing"]),
        (date(2024, 12, 31), False, "", True, ["day_out_of_range", "note_missing"]),
        (date(2029, 1, 1), False, "Xa quá", True, ["day_out_of_range"]),
    ],
)
def test_decisions(day, working, note, otherwise, codes):
    found = check_day(day, working, note, date(2026, 11, 22), otherwise)
    assert [violation.code for violation in found] == codes


def test_the_days_of_a_year_say_who_decided_them():
    own = DecidedDay(date(2026, 9, 2), True, "Trực", "quantri", None)
    site = DecidedDay(date(2026, 9, 2), False, "Toàn tỉnh", "quantri", None)
    found = {day: (working, source) for day, working, _note, source in days_of_year(2026, [own], [site])}
    assert found[date(2026, 9, 2)] == (True, "agency")
    assert found[date(2026, 8, 31)] == (False, "government")
    assert found[date(2026, 11, 24)] == (False, "law")
    assert date(2026, 11, 24) not in {day for day, *_rest in days_of_year(2025, [own], [site])}
    assert all(day.year == 2026 for day in found)
