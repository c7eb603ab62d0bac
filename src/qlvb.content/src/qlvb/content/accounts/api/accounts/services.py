"""``GET @accounts`` of an agency; ``POST @suspension`` and ``DELETE @suspension`` of a person."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.accounts.interfaces import STATES
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.rules import state_of
from qlvb.content.answering import AnsweringService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


class AccountsGet(AnsweringService):
    """The accounts of a list (``state``: current, first_password, inactive, soon, suspended, left), narrowed by
    ``text`` and ``department``; ``counts`` of all lists; ``leaving``: whose open work is to be handed over.
    """

    def answer(self):
        form = self.request.form
        asked = {name: str(form.get(name, "")) for name in ("state", "text", "department")}
        if asked["state"] not in ("", *STATES):
            message = _("violation_accounts_state", default="Không có danh sách tài khoản này.")
            raise Refused(Violation("state", "state_unknown", message))
        accounts, agency = getUtility(IAccounts), self.context.getId()
        items = accounts.listed(agency, asked["state"] or "current", asked["text"], asked["department"])
        return {
            "@id": f"{self.context.absolute_url()}/@accounts",
            "counts": accounts.counts(agency),
            "items": [as_json(account) for account in items],
            "items_total": len(items),
            "leaving": [
                {
                    "userid": one.userid,
                    "fullname": one.fullname,
                    "post": one.post_id,
                    "day": one.day.isoformat() if one.day else None,
                    "open_work": one.open_work,
                }
                for one in accounts.leaving(agency)
            ],
        }


class SuspensionPost(AnsweringService):
    """Suspend the account: ``{"basis": "breach" | "unused" | "agency", "reason": "…"}`` (201)."""

    def answer(self):
        sent, accounts, userid = self.body(), getUtility(IAccounts), self.context.getId()
        accounts.suspend(userid, sent.get("basis"), sent.get("reason"), self.userid)
        self.request.response.setStatus(201)
        return {"userid": userid, **suspension_json(accounts.suspension(userid))}


class SuspensionDelete(AnsweringService):
    """Let the account be used again: ``{"reason": "…"}`` (204)."""

    def answer(self):
        getUtility(IAccounts).resume(self.context.getId(), self.body().get("reason"), self.userid)
        return self.reply_no_content()


def as_json(account):
    """dict of JSON values."""
    return {
        "userid": account.userid,
        "fullname": account.fullname,
        "email": account.email,
        "phone": account.phone,
        "posts": list(account.posts),
        "departments": [unit.id for unit in account.departments],
        "last_login": account.last_login.isoformat() if account.last_login else None,
        "open_work": account.open_work,
        "state": state_of(account, clock.today()),
        "first_password": account.first_password,
        "suspension": suspension_json(account.suspension) if account.suspension else None,
    }


def suspension_json(kept):
    """dict of a Suspension."""
    return {"since": kept.since.isoformat(), "by": kept.by, "basis": kept.basis, "reason": kept.reason}
