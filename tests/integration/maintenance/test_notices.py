"""Maintenance notices: announced in time, on every screen until they are over."""

from datetime import date
from datetime import datetime
from datetime import timedelta
import pytest
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.policy.maintenance.notices import MaintenanceNotices


FRIDAY = datetime(2026, 10, 16, 9, 0, tzinfo=clock.VIETNAM)
GOOD = {"start": "2026-10-19T18:00", "end": "2026-10-19T20:00", "text": "Nâng cấp máy chủ"}


def test_an_announcement_is_shown_until_the_end(province):
    notices = MaintenanceNotices()
    assert notices.shown() == notices.all() == []
    with clock.held(FRIDAY):
        made = notices.announce(GOOD, "quantri")
        later = notices.announce({**GOOD, "start": "2026-10-23T18:00", "end": "2026-10-23T19:00"}, "quantri")
        assert notices.announce({**GOOD, "text": " Nâng cấp  máy chủ "}, "quantri") == made  # pressed twice
        assert notices.shown() == [made, later]
    with clock.held(datetime(2026, 10, 19, 20, 0)):
        assert notices.shown() == [later]
        notices.cancel(later.id, "quantri")
        assert notices.shown() == [] and [one.id for one in notices.all()] == [later.id, made.id]
        for number, status in ((later.id, 409), (made.id, 409), (99, 404), (None, 404)):
            with pytest.raises(Refused) as refused:
                notices.cancel(number, "quantri")
            assert refused.value.status == status


@pytest.mark.parametrize(
    "changes, expected",
    [
        ({"start": "2026-10-17T18:00"}, [("start", "too_soon")]),  # Saturday, the next working day is Monday
        ({"start": "2026-10-19T08:59"}, [("start", "too_soon")]),
        ({"end": "2026-10-19T18:00"}, [("end", "period_wrong")]),
        ({"end": "2026-10-30T18:00"}, [("end", "period_wrong")]),
        ({"start": "", "text": ""}, [("start", "bad_moment"), ("text", "text_length")]),
        ({"text": "x" * 301}, [("text", "text_length")]),
        ({"end": 5}, [("end", "bad_moment")]),
    ],
)
def test_what_is_refused(province, changes, expected):
    with clock.held(FRIDAY), pytest.raises(Refused) as refused:
        MaintenanceNotices().announce({**GOOD, **changes}, "quantri")
    assert [(one.field, one.code) for one in refused.value.violations] == expected
    assert MaintenanceNotices().all() == []


def test_the_refusal_names_the_rule_and_the_first_moment(province):
    with clock.held(FRIDAY), pytest.raises(Refused) as refused:
        MaintenanceNotices().announce({**GOOD, "start": "2026-10-16T18:00"}, "quantri")
    (violation,) = refused.value.violations
    assert "01 ngày làm việc" in violation.rule and violation.message.mapping["moment"] == "09:00 19/10/2026"


def test_days_off_do_not_count(province):
    eve = datetime(2026, 4, 29, 9, 0, tzinfo=clock.VIETNAM)  # before 30/4 and 1/5 and a weekend
    with clock.held(eve), pytest.raises(Refused):
        MaintenanceNotices().announce({**GOOD, "start": "2026-05-02T10:00", "end": "2026-05-02T11:00"}, "quantri")
    with clock.held(eve):
        day = date(2026, 5, 4)
        start = datetime.combine(day, eve.time()) + timedelta(minutes=1)
        values = {**GOOD, "start": start.isoformat(), "end": (start + timedelta(hours=1)).isoformat()}
        assert MaintenanceNotices().announce(values, "quantri").start.date() == day
