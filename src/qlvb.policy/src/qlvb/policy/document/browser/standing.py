"""Why the document stands where it stands, in one sentence."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.standing.interfaces import IStanding


class StandingPane(Pane):
    """The sentence above the facts, with what was asked of whoever has it."""

    template = ViewPageTemplateFile("templates/standing.pt")

    @cached_property
    def found(self):
        return IStanding(self.record).standing()

    @property
    def sentence(self):
        return self.found.sentence

    @property
    def request_text(self):
        return self.found.request

    def available(self):
        return bool(self.sentence)
