"""``@@account-figures``: accounts by agency; ``?state=inactive`` those unused for 6 months (account regulation Điều
9.8), as the worker counted them last for the tile *Danh sách 6 tháng*.
"""

from functools import cached_property
from plone import api
from Products.Five.browser import BrowserView
from qlvb.content import clock
from qlvb.content.accounts.interfaces import STATES
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.rules import state_of
from qlvb.content.accounts.settings import account_rules
from qlvb.content.accounts.words import SHOWN
from qlvb.content.accounts.words import STATE_TITLES
from qlvb.content.clock import show_moment
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import PagedRows
from qlvb.workflows.accounts.watching import unused_accounts
from zope.component import getUtility


class AccountFigures(PagedRows, BrowserView):
    """A row for each agency; every number leads to the list that it counts."""

    shell_section = "administration"

    @property
    def unused(self):
        """bool: the list of unused accounts was asked for, not the figures."""
        return self.request.form.get("state") == "inactive"

    @cached_property
    def counted(self):
        """When the worker counted them: str, "" before the first time."""
        return show_moment(unused_accounts()[1])

    def listed(self):
        """See PagedRows: (userid, id of the agency) of the accounts, by agency."""
        return sorted(unused_accounts()[0], key=lambda one: (one[1], one[0])) if self.unused else []

    def page_url(self, start):
        """See Paged."""
        address = f"{api.portal.get().absolute_url()}/@@account-figures?state=inactive"
        return f"{address}&b_start={start}" if start else address

    def accounts(self):
        """The page of that list: list of dict account, url, agency, posts, last_login, state and tone as of today."""
        portal_url, directory = api.portal.get().absolute_url(), getUtility(IDirectory)
        today, rules = clock.today(), account_rules()
        found = []
        for userid, agency_id in self.batch:
            agency, account = directory.agency(agency_id), getUtility(IAccounts).one(userid, agency_id)
            if account is None:
                continue
            words, tone = SHOWN[state_of(account, today, rules)]
            found.append(
                {
                    "account": account,
                    "url": f"{portal_url}/people/{userid}",
                    "agency": agency.title if agency is not None else agency_id,
                    "posts": ", ".join(account.posts),
                    "last_login": show_moment(account.last_login),
                    "state": words,
                    "tone": tone,
                }
            )
        return found

    @property
    def titles(self):
        return [STATE_TITLES[state] for state in STATES]

    def rows(self):
        """list of dict title, url, cells (count, url, title)."""
        portal_url, accounts = api.portal.get().absolute_url(), getUtility(IAccounts)
        found = []
        for agency in getUtility(IDirectory).agencies():
            counts, address = accounts.counts(agency.id), f"{portal_url}/{agency.id}"
            cells = [
                {"count": counts[state], "url": f"{address}/@@people?state={state}", "title": STATE_TITLES[state]}
                for state in STATES
            ]
            found.append({"title": agency.title, "url": address, "cells": cells})
        return found
