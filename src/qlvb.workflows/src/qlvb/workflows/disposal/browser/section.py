"""Xét hủy tài liệu of an agency: its disposals, the latest first."""

from AccessControl import getSecurityManager
from datetime import date
from Products.Five.browser import BrowserView
from qlvb.content.disposals.interfaces import MANAGE
from qlvb.content.disposals.interfaces import ISheet
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import PagedList
from qlvb.content.states import state_of
from qlvb.content.states import title_of_state
from zope.component import getUtility


TONES = {"executed": "good", "cancelled": "neutral", "executing": "bad", "decided": "warn"}


def row_of(disposal):
    """dict of what lists and pages show of a disposal."""
    state, sheet = state_of(disposal), ISheet(disposal)
    due = sheet.decision.get("due", "")
    return {
        "url": disposal.absolute_url(),
        "title": disposal.title,
        "fonds": disposal.fonds,
        "proposed": disposal.proposed.strftime("%d/%m/%Y"),
        "proposer": getUtility(IDirectory).person(disposal.proposer).fullname,
        "records": len(sheet.items()),
        "decision": sheet.decision.get("number", ""),
        "due": date.fromisoformat(due).strftime("%d/%m/%Y") if due else "",
        "state": title_of_state("Disposal", state),
        "tone": TONES.get(state, "info"),
    }


class DisposalsView(PagedList, BrowserView):
    """For archivists and leaders, and for members of a council."""

    shell_section = "archive"

    @property
    def question(self):
        """See PagedList."""
        agency = getUtility(IDirectory).agency_of(self.context)
        return Question(types=("Disposal",), filters={"agency": agency.id}, sort="-issue_date")

    @property
    def may_propose(self):
        return bool(getSecurityManager().checkPermission(MANAGE, self.context))

    def rows(self):
        return [row_of(disposal) for disposal in self.records]
