"""Ủy quyền và vắng mặt of an agency: who stands in for whom, who is away."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.delegation.access import manages
from qlvb.workflows.delegation.browser.rows import row_of
from qlvb.workflows.delegation.browser.rows import shown
from qlvb.workflows.delegation.interfaces import IAbsences
from urllib.parse import urlencode
from zope.component import getUtility


PAGE_SIZE = 50


class DelegationsView(BrowserView):
    """For everybody of the agency to read; each makes his own, administrators those of others too."""

    shell_section = "administration"

    def __call__(self):
        self.agency = getUtility(IDirectory).agency_of(self.context)
        start = str(self.request.form.get("b_start", "0"))
        self.start = int(start) if start.isdecimal() and len(start) < 9 else 0
        self.mine = self.request.form.get("mine") == "1"
        self.page = getUtility(IListing).page(self.question, self.start, PAGE_SIZE)
        return self.index()

    @property
    def question(self):
        filters = {"agency": self.agency.id}
        if self.mine:
            filters["holder"] = self.userid
        return Question(types=("Delegation",), filters=filters, sort="-issue_date")

    @property
    def userid(self):
        return getSecurityManager().getUser().getId()

    @property
    def manages(self):
        """bool: the person administers the agency."""
        return manages(getUtility(IDirectory).agency_object(self.agency.id))

    @property
    def may_delegate(self):
        return bool(getSecurityManager().checkPermission("qlvb: Delegate", self.context))

    def rows(self):
        found = [find_record(row.uid) for row in self.page.rows]
        return [row_of(delegation) for delegation in found if delegation is not None]

    def tabs(self):
        base = self.context.absolute_url()
        return {"all": base, "mine": f"{base}?mine=1"}

    def steps(self):
        """Addresses of the pages (before, after), None for none."""
        before = self.page_url(max(self.start - PAGE_SIZE, 0)) if self.start else None
        after = self.start + PAGE_SIZE
        return before, self.page_url(after) if after < self.page.total else None

    def page_url(self, start):
        asked = {"mine": "1" if self.mine else "", "b_start": start}
        return f"{self.context.absolute_url()}?{urlencode({name: value for name, value in asked.items() if value})}"

    def absences(self):
        directory = getUtility(IDirectory)
        return [
            {
                "id": absence.id,
                "userid": userid,
                "person": directory.person(userid).fullname,
                "first": shown(absence.first),
                "last": shown(absence.last),
                "note": absence.note,
                "deputy": directory.person(absence.deputy).fullname if absence.deputy else "",
                "may_remove": userid == self.userid or self.manages,
            }
            for userid, absence in getUtility(IAbsences).of_agency(self.agency.id)
        ]
