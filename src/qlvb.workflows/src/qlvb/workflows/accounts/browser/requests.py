"""Lists of requests for accounts: of an agency (its section), and ``@@account-requests`` of the province."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.requests.interfaces import ASK
from qlvb.workflows.accounts.browser.request_rows import row_of
from qlvb.workflows.accounts.requests.lists import LISTS
from qlvb.workflows.accounts.requests.lists import counts
from qlvb.workflows.accounts.requests.lists import requests_in
from zope.component import getUtility


PAGE_SIZE = 50


class ProvinceRequests(BrowserView):
    """For the system's administrator: all agencies, those past their three days in a list of their own."""

    shell_section = "administration"
    may_ask = False
    agency_id = None

    @property
    def whole(self):
        """bool: of all agencies."""
        return self.agency_id is None

    @property
    def address(self):
        return f"{self.context.absolute_url()}/@@account-requests"

    @property
    def state(self):
        asked = self.request.form.get("state")
        return asked if asked in LISTS else "submitted"

    def tabs(self):
        """list of dict title, count, url, current."""
        found = counts(self.agency_id)
        return [
            {
                "title": title,
                "count": found[name],
                "url": f"{self.address}?state={name}",
                "current": name == self.state,
            }
            for name, title in LISTS.items()
        ]

    def __call__(self):
        self.found = requests_in(self.state, self.agency_id)
        asked = str(self.request.form.get("b_start", "0"))
        start = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
        self.start = start if start < len(self.found) else 0
        return self.index()

    def rows(self):
        """list of dict: the requests of this page."""
        return [row_of(request) for request in self.found[self.start : self.start + PAGE_SIZE]]

    def steps(self):
        """dict previous, next: addresses of the pages beside this one, or None."""
        before, after = self.start - PAGE_SIZE, self.start + PAGE_SIZE
        base = f"{self.address}?state={self.state}&b_start="
        return {
            "previous": f"{base}{max(before, 0)}" if self.start else None,
            "next": f"{base}{after}" if after < len(self.found) else None,
        }


class AgencyRequests(ProvinceRequests):
    """For the agency's administrator: what was asked for and how it stands."""

    @property
    def agency_id(self):
        return getUtility(IDirectory).agency_of(self.context).id

    @property
    def address(self):
        return self.context.absolute_url()

    @property
    def may_ask(self):
        return bool(getSecurityManager().checkPermission(ASK, self.context))
