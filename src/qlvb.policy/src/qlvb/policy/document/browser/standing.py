"""Why the document stands where it stands, in one sentence."""

from AccessControl import getSecurityManager
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.delegation.interfaces import IAbsences
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.delegation.interfaces import IPreparedOpinions
from qlvb.workflows.outgoing.people import away
from qlvb.workflows.standing.interfaces import IStanding
from zope.component import getUtility
from zope.i18nmessageid import Message


IN_PLACE = _("doc_acting_for", default="Anh/chị được ủy quyền xử lý thay ${name} đến ${until} (căn cứ: ${basis}).")
ASSISTING = _("doc_assisting", default="Anh/chị giúp ${name} chuẩn bị văn bản này đến ${until}.")


def prepared_for(record):
    """PreparedOpinion that waits for the current user on ``record``, or None."""
    opinions = IPreparedOpinions(record, None)
    return opinions.get(getSecurityManager().getUser().getId()) if opinions is not None else None


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

    @cached_property
    def prepared(self):
        """The opinion that an assistant has prepared for the reader, or None: PreparedOpinion."""
        return prepared_for(self.record)

    def notes(self):
        """Banners: who of those whose turn it is is away, and in whose place the reader may act: list of message id."""
        absences = getUtility(IAbsences)
        away_now = [(userid, absences.current(userid)) for userid in self.found.holders]
        found = [away(self.name_of(userid), absence) for userid, absence in away_now if absence is not None]
        me = getSecurityManager().getUser().getId()
        for scope in getUtility(IDelegations).covering(me, self.record):
            mapping = {"name": self.name_of(scope.giver), "until": show_date(scope.valid_to), "basis": scope.basis}
            found.append(Message(IN_PLACE if scope.may_act else ASSISTING, mapping=mapping))
        return found

    def available(self):
        return bool(self.sentence)
