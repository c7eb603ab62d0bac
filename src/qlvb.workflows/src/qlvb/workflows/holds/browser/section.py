"""Tạm dừng hủy of an agency: its cases, those in force first."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from qlvb.content.holds.bindings import kept_by
from qlvb.content.holds.interfaces import MANAGE_HOLDS
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import PagedList
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from zope.component import getUtility


TONES = {"active": "warn", "released": "neutral"}


def row_of(hold):
    """dict of what lists and pages show of a hold."""
    state = state_of(hold)
    return {
        "url": hold.absolute_url(),
        "case": hold.case_number,
        "title": hold.title,
        "basis": hold.basis,
        "from": hold.valid_from.strftime("%d/%m/%Y"),
        "author": getUtility(IDirectory).person(hold.author).fullname,
        "records": kept_by(hold),
        "state": title_of_state("Hold", state),
        "tone": TONES[state],
    }


class HoldsView(PagedList, BrowserView):
    """For archivists and leaders: in force, or all."""

    shell_section = "archive"

    @property
    def whole(self):
        """bool: all cases are asked for, also those that are over."""
        return self.request.form.get("all") == "1"

    @property
    def question(self):
        """See PagedList."""
        agency = getUtility(IDirectory).agency_of(self.context)
        filters = {"agency": agency.id, "state": "" if self.whole else "active"}
        return Question(types=("Hold",), filters=filters, sort="-issue_date")

    @property
    def may_place(self):
        return bool(getSecurityManager().checkPermission(MANAGE_HOLDS, self.context))

    def rows(self):
        return [row_of(hold) for hold in self.records]

    def tabs(self):
        base = self.context.absolute_url()
        return {"active": base, "all": f"{base}?all=1"}

    def asked(self):
        """See Paged."""
        return {"all": int(self.whole)}
