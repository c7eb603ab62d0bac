"""On which list an account stands on which day, as tables of cases."""

from datetime import date
from datetime import datetime
from datetime import timedelta
import pytest
from qlvb.content.accounts.interfaces import STATES
from qlvb.content.accounts.interfaces import Account
from qlvb.content.accounts.interfaces import Suspension
from qlvb.content.accounts.rules import day_of_suspension
from qlvb.content.accounts.rules import is_expired
from qlvb.content.accounts.rules import is_in
from qlvb.content.accounts.rules import is_to_be_withdrawn
from qlvb.content.accounts.rules import months_before
from qlvb.content.accounts.rules import next_step
from qlvb.content.accounts.rules import state_of
from qlvb.content.accounts.settings import AccountRules
from qlvb.content.clock import VIETNAM


TODAY = date(2026, 11, 22)
RULES = AccountRules()
SUSPENDED = Suspension(datetime(2026, 11, 1, 8, tzinfo=VIETNAM), "skhcnqtdv", "agency", "Nghỉ không lương ba tháng")


def account(login=None, since=date(2024, 1, 1), active=True, first=False, suspension=None, act=None):
    moment = datetime(login.year, login.month, login.day, 8, tzinfo=VIETNAM) if login else None
    return Account("a", "A", "", "", (), (), active, moment, since, first, suspension, 0, "/people/a", act)


@pytest.mark.parametrize(
    "one, lists",
    [
        (account(date(2026, 11, 20)), ("current",)),
        (account(date(2026, 6, 23)), ("current",)),
        (account(date(2026, 6, 22)), ("current", "soon")),
        (account(date(2026, 5, 23)), ("current", "soon")),
        (account(date(2026, 5, 22)), ("current", "inactive", "soon")),
        (account(None, since=date(2026, 5, 22)), ("current", "inactive", "soon")),
        (account(None, since=date(2026, 11, 1)), ("current",)),
        (account(date(2025, 1, 1), since=date(2026, 11, 1)), ("current",)),  # resumed a while ago
        (account(date(2026, 11, 20), first=True), ("current", "first_password")),
        (account(None, since=date(2026, 1, 1), first=True), ("current", "first_password", "inactive", "soon")),
        (account(date(2026, 1, 1), first=True, suspension=SUSPENDED), ("current", "suspended", "withdrawal")),
        (account(date(2026, 5, 22), act=date(2026, 11, 1)), ("current", "inactive")),  # works over REST only
        (account(date(2026, 1, 1), suspension=Suspension(datetime(2026, 11, 7, 8, tzinfo=VIETNAM), "a", "agency", "")), ("current", "suspended")),
        (account(date(2026, 1, 1), active=False, first=True, suspension=SUSPENDED), ("left",)),
    ],
)
def test_lists(one, lists):
    assert tuple(state for state in STATES if is_in(one, state, TODAY, RULES)) == lists
    assert state_of(one, TODAY, RULES) in lists


@pytest.mark.parametrize(
    "day, months, expected",
    [
        (date(2026, 8, 31), 6, date(2026, 2, 28)),
        (date(2024, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 6, 30), 6, date(2025, 12, 30)),
    ],
)
def test_months(day, months, expected):
    assert months_before(day, months) == expected


@pytest.mark.parametrize("day, due", [(date(2026, 11, 16), False), (date(2026, 11, 17), True)])
def test_withdrawal_after_fifteen_days(day, due):
    assert is_to_be_withdrawn(SUSPENDED, day, RULES.withdrawn_days) is due


@pytest.mark.parametrize(
    "since, months, expired",
    [
        (date(2026, 8, 22), 3, True),
        (date(2026, 8, 23), 3, False),
        (date(2026, 9, 22), 2, True),
        (date(2026, 11, 22), 1, False),
    ],
)
def test_passwords_grow_old(since, months, expired):
    assert is_expired(since, TODAY, months) is expired


@pytest.mark.parametrize(
    "one, warned, values, step",
    [
        (account(date(2026, 11, 20)), None, {}, ""),
        (account(date(2026, 6, 22)), None, {}, "warn"),
        (account(date(2026, 6, 22)), date(2026, 11, 21), {}, ""),
        (account(date(2026, 6, 22)), date(2026, 6, 1), {}, "warn"),  # warned of earlier disuse
        (account(date(2026, 5, 22)), None, {}, "warn"),  # never suspended without a warning
        (account(date(2026, 5, 22)), date(2026, 10, 24), {}, ""),
        (account(date(2026, 5, 22)), date(2026, 10, 23), {}, "suspend"),
        (account(date(2026, 5, 23)), date(2026, 10, 20), {}, ""),  # six months are not over
        (account(date(2026, 5, 22)), date(2026, 10, 23), {"automatic": False}, ""),
        (account(date(2026, 5, 22), act=date(2026, 11, 1)), date(2026, 10, 1), {}, ""),
        (account(date(2026, 5, 22), active=False), date(2026, 10, 1), {}, ""),
        (account(date(2026, 5, 22), suspension=SUSPENDED), date(2026, 10, 1), {}, ""),
        (account(date(2026, 8, 22)), date(2026, 11, 1), {"unused_months": 3, "warned_days": 21}, "suspend"),
    ],
)
def test_what_is_done_about_disuse(one, warned, values, step):
    assert next_step(one, warned, TODAY, AccountRules(values)) == step


def test_the_day_that_is_announced():
    assert day_of_suspension(account(date(2026, 8, 31)), RULES) == date(2027, 2, 28)
