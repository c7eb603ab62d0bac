"""Why the document stands where it stands, in one sentence."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.incoming.standing import standing as incoming_standing
from qlvb.workflows.outgoing.standing import standing as outgoing_standing


class StandingPane(Pane):
    """The sentence above the facts, with what was asked of whoever has it."""

    template = ViewPageTemplateFile("templates/standing.pt")

    @cached_property
    def found(self):
        """(sentence, request): message id or str, str."""
        if self.record.portal_type == "IncomingDocument":
            return incoming_standing(self.record), ""
        answer = outgoing_standing(self.record)
        return answer["sentence"], answer["request"]

    @property
    def sentence(self):
        return self.found[0]

    @property
    def request_text(self):
        return self.found[1]

    def available(self):
        return bool(self.sentence)
