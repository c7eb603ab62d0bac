"""Thu nộp: the transfers of an agency."""

from AccessControl import getSecurityManager
from Products.Five.browser import BrowserView
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import title_of_state
from urllib.parse import urlencode
from zope.component import getUtility


PAGE_SIZE = 50
#: States of a transfer that people look for, in the order of its life.
STATES = ("draft", "proposed", "checking", "returned", "accepted", "registered", "agreed", "packing", "submitted")
TONES = {"accepted": "good", "returned": "warn", "refused": "bad", "cancelled": "neutral", "draft": "neutral"}


class TransfersView(BrowserView):
    """For everybody of the agency: each sees what he may."""

    shell_section = "archive"

    def __call__(self):
        self.agency = getUtility(IDirectory).agency_of(self.context)
        start = str(self.request.form.get("b_start", "0"))
        self.start = int(start) if start.isdecimal() and len(start) < 9 else 0
        state = self.request.form.get("state", "")
        self.state = state if state in STATES else ""
        question = Question(
            types=("Transfer",), filters={"agency": self.agency.id, "state": self.state}, sort="-created"
        )
        self.page = getUtility(IListing).page(question, self.start, PAGE_SIZE)
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

    def steps(self):
        """Addresses of the pages (before, after), None for none."""
        before = self._url(max(self.start - PAGE_SIZE, 0)) if self.start else None
        after = self.start + PAGE_SIZE
        return before, self._url(after) if after < self.page.total else None

    def _url(self, start):
        asked = {"state": self.state, "b_start": start}
        return f"{self.context.absolute_url()}?{urlencode({name: value for name, value in asked.items() if value})}"
