"""Why the document stands where it stands, in one sentence."""

from AccessControl import getSecurityManager
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.delegation.interfaces import IAbsences
from qlvb.workflows.delegation.interfaces import IPreparedOpinions
from qlvb.workflows.delegation.words import standing_in_words
from qlvb.workflows.outgoing.people import away
from qlvb.workflows.standing.asking import standing_of
from zope.component import getUtility


def prepared_for(record):
    """PreparedOpinion that waits for the current user on ``record``, or None."""
    opinions = IPreparedOpinions(record, None)
    return opinions.get(getSecurityManager().getUser().getId()) if opinions is not None else None


class StandingPane(Pane):
    """The sentence above the facts, with what was asked of whoever has it."""

    template = ViewPageTemplateFile("templates/standing.pt")

    @cached_property
    def found(self):
        return standing_of(self.record)

    @property
    def sentence(self):
        return self.found.sentence

    @property
    def request_text(self):
        return self.found.request

    @cached_property
    def prepared(self):
        """The opinion that an assistant has prepared for the reader, or None: PreparedOpinion."""
        return prepared_for(self.record)

    def notes(self):
        """Banners: who of those whose turn it is is away, and who stands in for whom: list of message id."""
        absences = getUtility(IAbsences)
        away_now = [(userid, absences.current(userid)) for userid in self.found.holders]
        found = [away(self.name_of(userid), absence) for userid, absence in away_now if absence is not None]
        return found + standing_in_words(self.record)

    def available(self):
        return bool(self.sentence)
