"""When an account is unused, when it is about to be suspended: pure functions over days.

Provincial regulation Điều 8.3b: an account without use for 6 months and without explanation is suspended; Điều 8.4c:
one suspended for more than 15 days, without a request to keep it, is withdrawn; Điều 18.2: every 6 months the list of
those who have not signed in for 6 months goes to the agencies.
"""

from calendar import monthrange
from datetime import date
from datetime import timedelta


UNUSED_MONTHS = 6
WARNED_DAYS = 30  # before the six months are over
WITHDRAWN_AFTER = timedelta(days=15)
#: So long before the end of a post the work that waits is to be handed over.
LEAVES_SOON = timedelta(days=30)


def months_before(day, months):
    """The same day so many months earlier, or the last one of a shorter month.

    >>> months_before(date(2026, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def used_last(account):
    """date: when the account was last used: signed in, or made (resumed) when that was later."""
    login = account.last_login.date() if account.last_login else account.since
    return max(login, account.since)


def is_in(account, state, today):
    """bool: the Account belongs to the list ``state`` (of STATES) on ``today``."""
    if state == "left":
        return not account.active
    if not account.active:
        return False
    if state == "current":
        return True
    if state == "suspended":
        return account.suspension is not None
    if account.suspension is not None:
        return False
    if state == "first_password":
        return account.first_password
    unused = used_last(account) <= months_before(today, UNUSED_MONTHS)
    if state == "inactive":
        return unused
    warned = used_last(account) <= months_before(today + timedelta(days=WARNED_DAYS), UNUSED_MONTHS)
    return warned and not unused


def state_of(account, today):
    """The one state that is shown: left, suspended, inactive, soon, first_password, current."""
    order = ("left", "suspended", "inactive", "soon", "first_password")
    return next((state for state in order if is_in(account, state, today)), "current")


def is_to_be_withdrawn(suspension, now):
    """bool: suspended so long that the account is to be withdrawn unless somebody asks to keep it (Điều 8.4c)."""
    return now - suspension.since > WITHDRAWN_AFTER
