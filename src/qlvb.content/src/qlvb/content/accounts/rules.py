"""When an account is unused, when it is about to be suspended: pure functions over days.

Provincial regulation Điều 8.3b: an account without use for 6 months and without explanation is suspended; Điều 8.4c:
one suspended for more than 15 days, without a request to keep it, is withdrawn; Điều 18.2: every 6 months the list of
those who have not signed in for 6 months goes to the agencies.
"""

from calendar import monthrange
from datetime import date
from datetime import timedelta


#: Roles of accounts with which other systems sign in. They hold tokens, nobody types their passwords and nobody would
#: be there to change one: they are bound to neither first password nor age nor use.
SERVICE_ROLES = frozenset({"ProvinceTaskSystem"})
#: So long before the end of a post the work that waits is to be handed over.
LEAVES_SOON = timedelta(days=30)


def months_before(day, months):
    """The same day so many months earlier, or the last one of a shorter month.

    >>> months_before(date(2026, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def signed_in_last(account):
    """date: when somebody last signed in with the account; when it was made (resumed) if that was later."""
    login = account.last_login.date() if account.last_login else account.since
    return max(login, account.since)


def used_last(account):
    """date: the last day with a transaction: an act on a record, or a sign-in, by which people receive what was
    sent.
    """
    return max(signed_in_last(account), account.last_act or account.since)


def is_unused(account, today, rules):
    """bool: no transaction in the months of the rules (AccountRules): to be suspended (Điều 8.3b)."""
    return used_last(account) <= months_before(today, rules.unused_months)


def is_unused_soon(account, today, rules):
    """bool: unused, or it will be within the days of warning unless something is done with it."""
    return used_last(account) <= months_before(today + timedelta(days=rules.warned_days), rules.unused_months)


def next_step(account, warned, today, rules):
    """What is done about an account today: "warn", "suspend" or "" (pure).

    ``warned``: day of the last warning, None for none. Nobody is suspended without having been warned so many days
    before; a warning is void when the account was used since.
    """
    if not account.active or account.suspension is not None or not is_unused_soon(account, today, rules):
        return ""
    if warned is None or warned <= used_last(account):
        return "warn"
    due = is_unused(account, today, rules) and today - warned >= timedelta(days=rules.warned_days)
    return "suspend" if due and rules.automatic else ""


def day_of_suspension(account, rules):
    """date: the first day on which the account counts as unused, if nothing is done with it."""
    return months_before(used_last(account), -rules.unused_months)


def is_expired(since, today, months):
    """bool: a password set on ``since`` (date) is too old on ``today``.

    >>> is_expired(date(2026, 8, 22), date(2026, 11, 21), 3), is_expired(date(2026, 8, 22), date(2026, 11, 22), 3)
    (False, True)
    """
    return since <= months_before(today, months)


def is_in(account, state, today, rules):
    """bool: the Account belongs to the list ``state`` (of STATES) on ``today`` by the AccountRules ``rules``."""
    if state == "left":
        return not account.active
    if not account.active:
        return False
    if state == "current":
        return True
    if state == "suspended":
        return account.suspension is not None
    if state == "withdrawal":
        return account.suspension is not None and is_to_be_withdrawn(account.suspension, today, rules.withdrawn_days)
    if account.suspension is not None:
        return False
    if state == "first_password":
        return account.first_password
    if state == "inactive":
        return signed_in_last(account) <= months_before(today, rules.unused_months)
    return is_unused_soon(account, today, rules)


def state_of(account, today, rules):
    """The one state that is shown: left, withdrawal, suspended, inactive, soon, first_password, current."""
    order = ("left", "withdrawal", "suspended", "inactive", "soon", "first_password")
    return next((state for state in order if is_in(account, state, today, rules)), "current")


def is_to_be_withdrawn(suspension, today, days):
    """bool: suspended for more than ``days``: to be withdrawn unless somebody asks to keep it (Điều 8.4c)."""
    return today - suspension.since.date() > timedelta(days=days)
