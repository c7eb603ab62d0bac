"""On which list an account stands on which day, as tables of cases."""

from datetime import date
from datetime import datetime
from datetime import timedelta
import pytest
from qlvb.content.accounts.interfaces import STATES
from qlvb.content.accounts.interfaces import Account
from qlvb.content.accounts.interfaces import Suspension
from qlvb.content.accounts.rules import is_in
from qlvb.content.accounts.rules import is_to_be_withdrawn
from qlvb.content.accounts.rules import months_before
from qlvb.content.accounts.rules import state_of
from qlvb.content.clock import VIETNAM


TODAY = date(2026, 11, 22)
SUSPENDED = Suspension(datetime(2026, 11, 1, 8, tzinfo=VIETNAM), "skhcnqtdv", "agency", "Nghỉ không lương ba tháng")


def account(login=None, since=date(2024, 1, 1), active=True, first=False, suspension=None):
    moment = datetime(login.year, login.month, login.day, 8, tzinfo=VIETNAM) if login else None
    return Account("a", "A", "", "", (), (), active, moment, since, first, suspension, 0, "/people/a")


@pytest.mark.parametrize(
    "one, lists",
    [
        (account(date(2026, 11, 20)), ("current",)),
        (account(date(2026, 6, 23)), ("current",)),
        (account(date(2026, 6, 22)), ("current", "soon")),
        (account(date(2026, 5, 23)), ("current", "soon")),
        (account(date(2026, 5, 22)), ("current", "inactive")),
        (account(None, since=date(2026, 5, 22)), ("current", "inactive")),
        (account(None, since=date(2026, 11, 1)), ("current",)),
        (account(date(2025, 1, 1), since=date(2026, 11, 1)), ("current",)),  # resumed a while ago
        (account(date(2026, 11, 20), first=True), ("current", "first_password")),
        (account(None, since=date(2026, 1, 1), first=True), ("current", "first_password", "inactive")),
        (account(date(2026, 1, 1), first=True, suspension=SUSPENDED), ("current", "suspended")),
        (account(date(2026, 1, 1), active=False, first=True, suspension=SUSPENDED), ("left",)),
    ],
)
def test_lists(one, lists):
    assert tuple(state for state in STATES if is_in(one, state, TODAY)) == lists
    assert state_of(one, TODAY) in lists


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


def test_withdrawal_after_fifteen_days():
    assert not is_to_be_withdrawn(SUSPENDED, SUSPENDED.since + timedelta(days=15))
    assert is_to_be_withdrawn(SUSPENDED, SUSPENDED.since + timedelta(days=15, seconds=1))
