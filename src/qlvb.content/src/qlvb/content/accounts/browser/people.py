"""``<agency>/@@people``: Người dùng, with the lists that the tiles count (product/screens 2.6)."""

from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from qlvb.content import clock
from qlvb.content.accounts.interfaces import STATES
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.rules import is_in
from qlvb.content.accounts.rules import state_of
from qlvb.content.accounts.settings import account_rules
from qlvb.content.accounts.words import EMPTY
from qlvb.content.accounts.words import SHOWN
from qlvb.content.accounts.words import STATE_TITLES
from qlvb.content.clock import show_moment
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import PagedRows
from urllib.parse import urlencode
from zope.component import getUtility


class People(PagedRows, BrowserView):
    """Accounts that the agency looks after, and of those who hold posts in it."""

    shell_section = "administration"

    def given(self, name):
        value = self.request.form.get(name, "")
        return value.strip()[:100] if isinstance(value, str) else ""

    @property
    def text(self):
        return self.given("text")

    @property
    def state(self):
        return self.given("state") if self.given("state") in STATES else "current"

    @cached_property
    def departments(self):
        """list of dict id, title, chosen."""
        units = getUtility(IDirectory).departments(self.context.getId())
        return [{"id": one.id, "title": one.title, "chosen": one.id == self.given("department")} for one in units]

    @cached_property
    def accounts(self):
        """list of Account: all that the filters leave."""
        unit = next((one["id"] for one in self.departments if one["chosen"]), "")
        return getUtility(IAccounts).listed(self.context.getId(), self.state, self.text, unit)

    def url(self, **changes):
        asked = {name: self.given(name) for name in ("state", "text", "department")}
        values = {name: value for name, value in {**asked, **changes}.items() if value}
        address = f"{self.context.absolute_url()}/@@people"
        return f"{address}?{urlencode(values)}" if values else address

    @property
    def tabs(self):
        """list of dict title, count, url, current."""
        counts = getUtility(IAccounts).counts(self.context.getId())
        return [
            {
                "title": STATE_TITLES[state],
                "count": counts[state],
                "url": self.url(state="" if state == "current" else state),
                "current": state == self.state,
            }
            for state in STATES
        ]

    def listed(self):
        """See PagedRows."""
        return self.accounts

    def page_url(self, start):
        """See Paged."""
        return self.url(b_start=str(start) if start else "")

    def rows(self):
        """list of dict: the accounts of this page."""
        return [self._row(account) for account in self.batch]

    @property
    def empty(self):
        return EMPTY[self.state]

    def _row(self, account):
        words, tone = SHOWN[state_of(account, clock.today(), account_rules())]
        suspension = account.suspension
        return {
            "account": account,
            "url": f"{api.portal.get().absolute_url()}/people/{account.userid}",
            "posts": ", ".join(account.posts),
            "units": [{"title": unit.title, "symbol": unit.symbol or unit.title} for unit in account.departments],
            "last_login": show_moment(account.last_login),
            "state": words,
            "tone": tone,
            "suspended": suspension.since.strftime("%d/%m/%Y") if suspension else "",
            "withdraw": is_in(account, "withdrawal", clock.today(), account_rules()),
        }
