"""When an interruption may begin and how long its announcement is shown, as tables."""

from datetime import date
from datetime import datetime
from datetime import timedelta
import pytest
from qlvb.content.clock import VIETNAM
from qlvb.policy.maintenance.browser.maintenance import state_of
from qlvb.policy.maintenance.notices import Notice
from qlvb.policy.maintenance.notices import as_moment
from qlvb.policy.maintenance.rules import earliest
from qlvb.policy.maintenance.rules import is_shown


def at(day, hour=8, minute=0):
    return datetime(2026, 10, day, hour, minute, tzinfo=VIETNAM)


NOTICE = Notice(1, at(20, 18), at(20, 20), "Nâng cấp", "quantri", at(16, 9))


@pytest.mark.parametrize(
    "announced, next_day, working, first",
    [
        (at(15, 9, 30), date(2026, 10, 16), True, at(16, 9, 30)),
        (at(16, 17), date(2026, 10, 19), True, at(19, 17)),  # Friday: the weekend does not count
        (at(17, 10), date(2026, 10, 19), False, at(20, 0)),  # Saturday: Monday has to pass
        (at(18, 23, 59), date(2026, 10, 19), False, at(20, 0)),
        (at(19, 0), date(2026, 10, 20), True, at(20, 0)),
    ],
)
def test_the_earliest_beginning(announced, next_day, working, first):
    assert earliest(announced, next_day, working) == first


@pytest.mark.parametrize(
    "now, shown, state",
    [
        (at(16, 8, 59), False, "coming"),
        (at(16, 9), True, "coming"),
        (at(20, 18), True, "now"),
        (at(20, 19, 59), True, "now"),
        (at(20, 20), False, "over"),
    ],
)
def test_it_is_shown_from_announcement_to_end(now, shown, state):
    assert is_shown(NOTICE, now) is shown and state_of(NOTICE, now) == state


def test_called_off_it_is_shown_no_more():
    cancelled = Notice(**{**NOTICE.__dict__, "cancelled": at(17), "cancelled_by": "quantri"})
    assert not is_shown(cancelled, at(20, 19)) and state_of(cancelled, at(20, 19)) == "cancelled"


@pytest.mark.parametrize(
    "typed, moment",
    [
        ("2026-10-20T18:00", at(20, 18)),
        (" 2026-10-20T18:00:30 ", at(20, 18)),
        ("2026-10-20T11:00+00:00", at(20, 18)),
        ("20/10/2026", None),
        ("0001-01-01T00:00+14:00", None),
        ("9999-12-31T23:59", None),
        ("", None),
        (None, None),
        (5, None),
    ],
)
def test_moments(typed, moment):
    assert as_moment(typed) == moment


def test_the_offset_is_vietnams():
    assert as_moment("2026-10-20T18:00").utcoffset() == timedelta(hours=7)
