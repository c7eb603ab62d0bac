"""LIÊN THÔNG VỚI TỈNH: of a task of the province's system, its number there and what became of our reports."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.clock import show_moment
from qlvb.policy.document.browser.linkpane import LinkedPane
from qlvb.workflows.tasklink.line import REPORTS
from qlvb.workflows.tasklink.words import EVENTS
from qlvb.workflows.tasklink.words import REPORT_STATES


class LinkPane(LinkedPane):
    """Whether both sides say the same, and what is on its way."""

    template = ViewPageTemplateFile("templates/linkpane.pt")
    line = REPORTS
    events = EVENTS
    outcomes = REPORT_STATES

    def available(self):
        return bool(self.record.province_number)

    @property
    def state(self):
        """(words, tone) of the whole link."""
        return REPORT_STATES[self.dispatches.state()]

    @property
    def heard(self):
        """When the province's system last spoke of it."""
        return show_moment(self.dispatches.changed) if self.dispatches.changed else ""
