"""``GET @accounts`` of an agency."""

from qlvb.content import _
from qlvb.content.accounts.interfaces import STATES
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.shown import as_json
from qlvb.content.answering import AnsweringService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


class AccountsGet(AnsweringService):
    """The accounts of a list (``state``: current, first_password, inactive, soon, suspended,
    withdrawal, left), narrowed by
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
