"""Ủy quyền và vắng mặt of an agency: who stands in for whom, who is away."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from qlvb.content.clock import show_date
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import PagedList
from qlvb.workflows.delegation.access import manages
from qlvb.workflows.delegation.browser.rows import row_of
from qlvb.workflows.delegation.interfaces import IAbsences
from zope.component import getUtility


class DelegationsView(PagedList, BrowserView):
    """For everybody of the agency to read; each makes his own, administrators those of others too."""

    shell_section = "administration"

    def __call__(self):
        self.agency = getUtility(IDirectory).agency_of(self.context)
        self.mine = self.request.form.get("mine") == "1"
        return self.index()

    @property
    def question(self):
        """See PagedList."""
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
        return [row_of(delegation) for delegation in self.records]

    def tabs(self):
        base = self.context.absolute_url()
        return {"all": base, "mine": f"{base}?mine=1"}

    def asked(self):
        """See Paged."""
        return {"mine": int(self.mine)}

    def absences(self):
        directory = getUtility(IDirectory)
        return [
            {
                "id": absence.id,
                "userid": userid,
                "person": directory.person(userid).fullname,
                "first": show_date(absence.first),
                "last": show_date(absence.last),
                "note": absence.note,
                "deputy": directory.person(absence.deputy).fullname if absence.deputy else "",
                "may_remove": userid == self.userid or self.manages,
            }
            for userid, absence in getUtility(IAbsences).of_agency(self.agency.id)
        ]
