"""``@@account-figures``: accounts by agency, with those unused for 6 months (account regulation Điều 9.8)."""

from plone import api
from Products.Five.browser import BrowserView
from qlvb.content.accounts.interfaces import STATES
from qlvb.content.accounts.interfaces import IAccounts
from qlvb.content.accounts.words import STATE_TITLES
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


class AccountFigures(BrowserView):
    """A row for each agency; every number leads to the list that it counts."""

    shell_section = "administration"

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
