"""Thu nộp: the transfers of an agency."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import PagedList
from qlvb.content.states import title_of_state
from zope.component import getUtility


#: States of a transfer that people look for, in the order of its life.
STATES = ("draft", "proposed", "checking", "returned", "accepted", "registered", "agreed", "packing", "submitted")
TONES = {"accepted": "good", "returned": "warn", "refused": "bad", "cancelled": "neutral", "draft": "neutral"}


class TransfersView(PagedList, BrowserView):
    """For everybody of the agency: each sees what he may."""

    shell_section = "archive"

    @property
    def state(self):
        """The state that is asked for, "" for all."""
        state = self.request.form.get("state", "")
        return state if state in STATES else ""

    @property
    def question(self):
        """See PagedList."""
        agency = getUtility(IDirectory).agency_of(self.context)
        return Question(types=("Transfer",), filters={"agency": agency.id, "state": self.state}, sort="-created")

    def rows(self):
        directory = getUtility(IDirectory)
        return [
            {
                "url": row.url,
                "title": row.subject,
                "reference": row.reference,
                "unit": row.issuing_body,
                "depositor": directory.person(row.holder).fullname,
                "dossiers": row.facts.get("dossiers", 0),
                "day": row.created.strftime("%d/%m/%Y"),
                "state": title_of_state("Transfer", row.state),
                "tone": TONES.get(row.state, "info"),
            }
            for row in self.page.rows
        ]

    def states(self):
        return [
            {"id": state, "title": title_of_state("Transfer", state), "chosen": state == self.state} for state in STATES
        ]

    def may(self, permission):
        return bool(getSecurityManager().checkPermission(permission, self.context))

    def asked(self):
        """See Paged."""
        return {"state": self.state}
