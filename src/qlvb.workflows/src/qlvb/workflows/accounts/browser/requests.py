"""Lists of requests for accounts: of an agency (its section), and ``@@account-requests`` of the province."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import PagedRows
from qlvb.content.requests.interfaces import ASK
from qlvb.workflows.accounts.browser.request_rows import row_of
from qlvb.workflows.accounts.requests.lists import LISTS
from qlvb.workflows.accounts.requests.lists import counts
from qlvb.workflows.accounts.requests.lists import requests_in
from zope.component import getUtility


class ProvinceRequests(PagedRows, BrowserView):
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

    def listed(self):
        """See PagedRows."""
        return requests_in(self.state, self.agency_id)

    @property
    def list_url(self):
        """See Paged."""
        return self.address

    def asked(self):
        """See Paged."""
        return {"state": self.state}

    def rows(self):
        """list of dict: the requests of this page."""
        return [row_of(request) for request in self.batch]


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
