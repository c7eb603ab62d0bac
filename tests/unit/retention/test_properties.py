"""What holds for every period, every day and every set of dossiers."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from qlvb.content.retention.period import COUNTED_KINDS
from qlvb.content.retention.period import EVENT_KINDS
from qlvb.content.retention.period import KINDS
from qlvb.content.retention.period import LONGEST
from qlvb.content.retention.period import SHORTEST
from qlvb.content.retention.period import Period
from qlvb.content.retention.period import last_due
from qlvb.content.retention.period import longest
from qlvb.content.retention.period import retention_due


DAYS = st.dates(date(1945, 1, 1), date(2200, 12, 31))
PERIODS = st.one_of(
    st.builds(Period, st.sampled_from([kind for kind in KINDS if kind not in COUNTED_KINDS])),
    st.builds(Period, st.sampled_from(COUNTED_KINDS), st.integers(SHORTEST, LONGEST)),
)


def due_of(period, end, event=None, extended=None):
    return retention_due(period.kind, period.years, end, event, extended)


DUES = st.builds(due_of, PERIODS, st.none() | DAYS, st.none() | DAYS)


@given(PERIODS, DAYS, st.none() | DAYS)
def test_never_due_before_the_years_have_run(period, end, event):
    found = due_of(period, end, event)
    if found.date is None:
        assert period.kind == "permanent" or (period.kind in EVENT_KINDS and event is None)
    else:
        assert (found.date.month, found.date.day) == (1, 1)
        assert found.date.year - end.year >= (period.years or 0) + 1
        if period.kind in EVENT_KINDS:
            assert found.date > event


@given(PERIODS, st.none() | DAYS)
def test_work_that_goes_on_is_never_due(period, event):
    assert due_of(period, None, event).date is None


@given(st.sampled_from(EVENT_KINDS), DAYS)
def test_an_event_that_has_not_come_stops_the_clock(kind, end):
    period = Period(kind, 5 if kind in COUNTED_KINDS else None)
    assert due_of(period, end).date is None


@given(PERIODS, DAYS, DAYS, DAYS)
def test_a_day_set_by_hand_never_shortens(period, end, event, extended):
    before, after = due_of(period, end, event), due_of(period, end, event, extended)
    if before.date is None:
        assert after == before
    else:
        assert after.date == max(before.date, extended)


@given(PERIODS, DAYS, st.integers(1, 400), st.none() | DAYS)
def test_later_work_is_never_due_earlier(period, end, days, event):
    before, after = due_of(period, end, event), due_of(period, end + timedelta(days=days), event)
    assert (before.date is None) == (after.date is None)
    if before.date is not None:
        assert after.date >= before.date


@given(st.lists(PERIODS, min_size=1))
def test_the_longest_is_one_of_them_and_none_is_longer(periods):
    found = longest(periods)
    assert found in periods
    assert all(period.rank <= found.rank for period in periods)
    assert longest([*periods, found]) == found


@given(st.integers(SHORTEST, LONGEST), st.integers(SHORTEST, LONGEST), DAYS)
def test_the_longer_period_is_due_later(some, more, end):
    first, second = Period("years", some), Period("years", more)
    assert (first.rank < second.rank) == (due_of(first, end).date < due_of(second, end).date)


@given(st.lists(DUES | st.none(), max_size=6))
def test_a_document_stays_as_long_as_any_of_its_dossiers_needs_it(dues):
    found = last_due(dues)
    known = [due for due in dues if due is not None]
    if not known:
        assert found is None
    elif len(known) < len(dues) or any(due.date is None for due in known):
        assert found.date is None
    else:
        assert found.date == max(due.date for due in known)
    if any(due.reason == "permanent" for due in known):
        assert found.reason == "permanent"


@given(st.lists(DUES, min_size=1, max_size=6), st.randoms())
def test_the_order_of_dossiers_does_not_matter(dues, random):
    shuffled = list(dues)
    random.shuffle(shuffled)
    assert last_due(shuffled).date == last_due(dues).date
