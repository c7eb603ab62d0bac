"""Accounts as JSON values."""

from qlvb.content import clock
from qlvb.content.accounts.rules import state_of
from qlvb.content.accounts.settings import account_rules


def as_json(account):
    """dict of an Account."""
    return {
        "userid": account.userid,
        "fullname": account.fullname,
        "email": account.email,
        "phone": account.phone,
        "posts": list(account.posts),
        "departments": [unit.id for unit in account.departments],
        "last_login": account.last_login.isoformat() if account.last_login else None,
        "open_work": account.open_work,
        "state": state_of(account, clock.today(), account_rules()),
        "first_password": account.first_password,
        "suspension": suspension_json(account.suspension) if account.suspension else None,
    }


def suspension_json(kept):
    """dict of a Suspension."""
    return {"since": kept.since.isoformat(), "by": kept.by, "basis": kept.basis, "reason": kept.reason}
