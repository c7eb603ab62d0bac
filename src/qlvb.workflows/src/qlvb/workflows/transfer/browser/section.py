"""Thu nộp: the transfers of an agency."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.paging import Paged
from qlvb.content.states import title_of_state
from zope.component import getUtility


#: States of a transfer that people look for, in the order of its life.
STATES = ("draft", "proposed", "checking", "returned", "accepted", "registered", "agreed", "packing", "submitted")
TONES = {"accepted": "good", "returned": "warn", "refused": "bad", "cancelled": "neutral", "draft": "neutral"}


class TransfersView(Paged, BrowserView):
    """For everybody of the agency: each sees what he may."""

    shell_section = "archive"

    def __call__(self):
        self.agency = getUtility(IDirectory).agency_of(self.context)
        state = self.request.form.get("state", "")
        self.state = state if state in STATES else ""
        question = Question(
            types=("Transfer",), filters={"agency": self.agency.id, "state": self.state}, sort="-created"
        )
        self.page = getUtility(IListing).page(question, self.start, self.page_size)
        return self.index()

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

    @property
    def total(self):
        """See Paged."""
        return self.page.total

    def asked(self):
        """See Paged."""
        return {"state": self.state}
