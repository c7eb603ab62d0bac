"""What an entry of the work schedule may say, and what invitations say of time."""

from datetime import date
from datetime import datetime
import pytest
from qlvb.content.clock import VIETNAM
from qlvb.policy.calendar.rules import checked
from qlvb.policy.calendar.rules import name_of_week
from qlvb.policy.calendar.rules import week_of


TODAY = date(2026, 11, 22)
GOOD = {"start": "2026-11-23T08:00", "title": "Họp giao ban"}


def codes(values):
    return sorted(violation.field for violation in checked(values, {"a", "b"})[1])


def test_a_good_entry():
    kept, violations = checked({**GOOD, "end": "2026-11-23T09:00+07:00", "leaders": ["a", "a"]}, {"a"})
    assert violations == []
    assert kept["start"] == datetime(2026, 11, 23, 8, 0, tzinfo=VIETNAM) and kept["leaders"] == ("a",)
    assert kept["published"] is True and kept["place"] == ""


@pytest.mark.parametrize(
    "change, fields",
    [
        ({"title": " "}, ["title"]),
        ({"title": "x" * 501}, ["title"]),
        ({"title": 5}, ["title", "title"]),
        ({"start": None}, ["start"]),
        ({"start": "mai"}, ["start"]),
        ({"start": "0001-01-01T00:00+14:00"}, ["start"]),
        ({"start": "9999-12-31T23:59-12:00"}, ["start"]),
        ({"end": "2026-11-23T07:00"}, ["end"]),
        ({"end": "2027-11-23T07:00"}, ["end"]),
        ({"end": "x"}, ["end"]),
        ({"leaders": ["c"]}, ["leaders"]),
        ({"leaders": "a"}, ["leaders"]),
        ({"leaders": [["a"]]}, ["leaders"]),
        ({"published": 1}, ["published"]),
        ({"other": 1}, ["other"]),
    ],
)
def test_mistakes(change, fields):
    assert codes({**GOOD, **change}) == fields


def test_weeks():
    assert week_of("2026-W48", TODAY) == date(2026, 11, 23)
    for wrong in ("", None, "2026-W60", "2026-W00", "9999-W52", "x", "2026-W4"):
        assert week_of(wrong, TODAY) == date(2026, 11, 16), wrong
    assert name_of_week(date(2026, 12, 28)) == "2026-W53"
