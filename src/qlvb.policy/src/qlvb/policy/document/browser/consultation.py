"""Lấy ý kiến: how far a consultation is, and the way to its table."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.table import tally


class ConsultationPane(Pane):
    """One line with the numbers; everything else is on a screen of its own."""

    template = ViewPageTemplateFile("templates/consultation.pt")

    @cached_property
    def rounds(self):
        return IConsultations(self.record).rounds()

    def available(self):
        return bool(self.rounds)

    @cached_property
    def tally(self):
        return tally(self.rounds)
