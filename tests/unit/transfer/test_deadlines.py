"""When dossiers are due: tables of cases."""

from datetime import date
import pytest
from qlvb.content.transfers import deadlines
from qlvb.content.transfers.deadlines import Deadlines
from qlvb.content.transfers.deadlines import Terms


D = date


@pytest.mark.parametrize(
    ("ended", "terms", "construction", "warn", "latest"),
    [
        (D(2026, 3, 12), Terms(), False, D(2026, 5, 11), D(2027, 3, 12)),
        (D(2024, 2, 29), Terms(), False, D(2024, 4, 29), D(2025, 2, 28)),
        (D(2026, 3, 12), Terms(by_year=True), False, D(2026, 5, 11), D(2027, 12, 31)),
        (D(2026, 12, 31), Terms(), False, D(2027, 3, 1), D(2027, 12, 31)),
        (D(2026, 3, 12), Terms(digital_days=366, years=1), False, D(2027, 3, 12), D(2027, 3, 13)),
        (D(2026, 11, 30), Terms(), True, D(2027, 1, 29), D(2027, 2, 28)),
        (D(2026, 11, 30), Terms(construction_months=1), True, D(2026, 12, 30), D(2026, 12, 30)),
    ],
)
def test_two_deadlines(ended, terms, construction, warn, latest):
    found = deadlines.current_deadlines(ended, terms, construction)
    assert (found.warn, found.latest) == (warn, latest)


@pytest.mark.parametrize(
    ("today", "kept", "status"),
    [
        (D(2026, 4, 10), None, "later"),
        (D(2026, 4, 11), None, "due"),
        (D(2026, 5, 11), None, "due"),
        (D(2027, 3, 12), None, "due"),
        (D(2027, 3, 13), None, "overdue"),
        (D(2027, 3, 13), D(2028, 1, 1), "kept"),
        (D(2028, 1, 2), D(2028, 1, 1), "overdue"),
        (D(2026, 1, 1), D(2028, 1, 1), "later"),
    ],
)
def test_warned_at_the_earlier_overdue_at_the_later(today, kept, status):
    assert Deadlines(D(2026, 5, 11), D(2027, 3, 12), kept).status(today) == status


@pytest.mark.parametrize(
    ("kind", "years", "goes"),
    [("years", 4, False), ("years", 5, True), ("years", None, False), ("permanent", None, True), ("", None, False), ("life_of_asset", None, True)],
)
def test_retention_of_five_years_goes_to_the_archive(kind, years, goes):
    assert deadlines.to_be_transferred(kind, years) is goes


def test_historical_archive_counts_from_the_year_of_the_transfer():
    assert deadlines.historical_deadline(D(2026, 2, 1), Terms()) == D(2031, 12, 31)
    assert deadlines.historical_deadline(D(2026, 2, 1), Terms(historical_years=30)) == D(2056, 12, 31)


def test_kept_back_for_two_years_at_most():
    assert deadlines.longest_kept_back(D(2027, 3, 12)) == D(2029, 3, 12)
    assert deadlines.longest_kept_back(D(2024, 2, 29)) == D(2026, 2, 28)
