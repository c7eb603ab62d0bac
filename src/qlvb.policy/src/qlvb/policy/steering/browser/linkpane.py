"""LIÊN THÔNG VỚI TỈNH: of a task of the province's system, its number there and what became of our reports."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.format import show_moment
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasklink.interfaces import ITaskLink
from qlvb.workflows.tasklink.line import REPORTS
from qlvb.workflows.tasklink.words import EVENTS
from qlvb.workflows.tasklink.words import REPORT_STATES
from zope.component import getUtility


#: Reports that are shown, the newest first.
SHOWN = 8


class LinkPane(Pane):
    """Whether both sides say the same, and what is on its way."""

    template = ViewPageTemplateFile("templates/linkpane.pt")

    def available(self):
        return bool(self.record.province_number)

    @cached_property
    def exchange(self):
        return exchange_of(self.record)

    @property
    def state(self):
        """(words, tone) of the whole link."""
        return REPORT_STATES[self.exchange.state()]

    @property
    def off(self):
        """bool: nothing is sent now."""
        return not getUtility(ITaskLink).enabled

    @property
    def heard(self):
        """When the province's system last spoke of it."""
        return show_moment(self.exchange.changed) if self.exchange.changed else ""

    @cached_property
    def job(self):
        """dict attempts, next_try, error of the sending that goes on, or None."""
        job = REPORTS.sending_job(self.record)
        if job is None or not job.error:
            return None
        return {"attempts": job.attempts, "next_try": show_moment(job.next_try), "error": job.error}

    @property
    def rows(self):
        """list of dict: the newest reports."""
        return [
            {
                "event": EVENTS[one.event],
                "when": show_moment(one.when),
                "state": REPORT_STATES[one.state][0],
                "tone": REPORT_STATES[one.state][1],
                "error": one.error,
            }
            for one in reversed(self.exchange.reports[-SHOWN:])
        ]
