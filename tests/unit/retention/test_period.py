"""Periods and due dates: counted from 1 January of the year after the work ended."""

from datetime import date
import pytest
from qlvb.content.retention.period import Period
from qlvb.content.retention.period import longest
from qlvb.content.retention.period import retention_due


@pytest.mark.parametrize(
    "kind,years,end,event,due,reason",
    [
        # the example of the commentary: work ended 2025, ten years, kept through 31/12/2035
        ("years", 10, date(2025, 6, 30), None, date(2036, 1, 1), "counted"),
        # the first and the last day of a year count alike
        ("years", 10, date(2025, 1, 1), None, date(2036, 1, 1), "counted"),
        ("years", 10, date(2025, 12, 31), None, date(2036, 1, 1), "counted"),
        # 29 February, into years with and without one
        ("years", 5, date(2024, 2, 29), None, date(2030, 1, 1), "counted"),
        ("years", 4, date(2024, 2, 29), None, date(2029, 1, 1), "counted"),
        # limits of the law
        ("years", 2, date(2026, 3, 1), None, date(2029, 1, 1), "counted"),
        ("years", 70, date(2026, 3, 1), None, date(2097, 1, 1), "counted"),
        # never, or not yet
        ("permanent", None, date(2025, 6, 30), None, None, "permanent"),
        ("permanent", None, None, None, None, "permanent"),
        ("years", 10, None, None, None, "work_open"),
        ("until_superseded", None, None, None, None, "work_open"),
        ("until_superseded", None, date(2025, 6, 30), None, None, "until_superseded"),
        ("life_of_works", None, date(2025, 6, 30), None, None, "life_of_works"),
        ("life_of_equipment", None, date(2025, 6, 30), None, None, "life_of_equipment"),
        # the event has come: the later of event and end of work counts
        ("until_superseded", None, date(2025, 6, 30), date(2027, 4, 1), date(2028, 1, 1), "event"),
        ("life_of_works", None, date(2025, 6, 30), date(2060, 2, 29), date(2061, 1, 1), "event"),
        ("life_of_equipment", None, date(2025, 6, 30), date(2020, 1, 1), date(2026, 1, 1), "event"),
        # years that run from an event, from the later of event and end of work
        ("years_after_event", 5, date(2025, 6, 30), None, None, "years_after_event"),
        ("years_after_event", 5, None, date(2027, 4, 1), None, "work_open"),
        ("years_after_event", 5, date(2025, 6, 30), date(2028, 2, 29), date(2034, 1, 1), "after_event"),
        ("years_after_event", 5, date(2025, 6, 30), date(2020, 2, 29), date(2031, 1, 1), "after_event"),
        # an event says nothing about a number of years
        ("years", 10, date(2025, 6, 30), date(2030, 1, 1), date(2036, 1, 1), "counted"),
    ],
)
def test_due(kind, years, end, event, due, reason):
    found = retention_due(kind, years, end, event)
    assert (found.date, found.reason) == (due, reason)


def test_the_reason_can_be_said():
    sentence = retention_due("years", 5, date(2024, 2, 29)).sentence
    assert sentence == "retention_due_counted"
    assert sentence.mapping == {"end_year": "2024", "start": "01/01/2025", "years": "05", "due": "01/01/2030"}


@pytest.mark.parametrize(
    "kind,years",
    [
        ("years", 1),
        ("years", 71),
        ("years", 0),
        ("years", -5),
        ("years", None),
        ("years", 10.0),
        ("years", True),
        ("permanent", 10),
        ("until_superseded", 5),
        ("forever", None),
        ("", None),
        (None, None),
    ],
)
def test_unlawful_periods(kind, years):
    with pytest.raises(ValueError):
        Period(kind, years)
    with pytest.raises(ValueError):
        retention_due(kind, years, date(2025, 6, 30))


@pytest.mark.parametrize("years", [2, 10, 70])
def test_lawful_periods(years):
    assert Period("years", years).label.mapping == {"years": f"{years:02d}"}


FIVE, TEN, PERMANENT = Period("years", 5), Period("years", 10), Period("permanent")
SUPERSEDED, WORKS = Period("until_superseded"), Period("life_of_works")


@pytest.mark.parametrize(
    "periods,expected",
    [
        ([], None),
        ([FIVE], FIVE),
        ([FIVE, TEN], TEN),
        ([TEN, FIVE], TEN),
        ([TEN, PERMANENT, FIVE], PERMANENT),
        ([Period("years", 70), SUPERSEDED], SUPERSEDED),
        ([SUPERSEDED, PERMANENT], PERMANENT),
        ([WORKS, Period("years", 70)], WORKS),
    ],
)
def test_longest_wins(periods, expected):
    assert longest(periods) == expected
