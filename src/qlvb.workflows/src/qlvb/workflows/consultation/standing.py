"""Why a request for an opinion stands still."""

from qlvb.content import _
from qlvb.content.opinions.interfaces import IOpinionRequest
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.consultation.interfaces import IRequestHandling
from qlvb.workflows.consultation.words import name_of
from qlvb.workflows.standing.default import StateStanding
from qlvb.workflows.standing.interfaces import IStanding
from qlvb.workflows.standing.interfaces import Standing
from zope.component import adapter
from zope.i18nmessageid import Message
from zope.interface import implementer


UNASSIGNED = _("standing_opinion", default="Chờ cơ quan cho ý kiến đến hết ngày ${day}.")
ASSIGNED = _("standing_opinion_assigned", default="${person} đang chuẩn bị ý kiến, hạn ${day}.")
PREPARED = _(
    "standing_opinion_prepared", default="${person} đã chuẩn bị ý kiến; chờ lãnh đạo gửi trước hết ngày ${day}."
)


@implementer(IStanding)
@adapter(IOpinionRequest)
class RequestStanding:
    """Who has it in hand, until when; else the state."""

    def __init__(self, request):
        self.request = request

    def standing(self):
        """See IStanding."""
        if state_of(self.request) != "to_answer":
            return StateStanding(self.request).standing()
        handling = IRequestHandling(self.request)
        sentence = PREPARED if handling.prepared else ASSIGNED if handling.assignee else UNASSIGNED
        mapping = {
            "person": name_of(handling.by or handling.assignee) if handling.assignee or handling.by else "",
            "day": self.request.deadline.strftime("%d/%m/%Y"),
        }
        holders = [handling.assignee] if handling.assignee and not handling.prepared else []
        return Standing(Message(sentence, mapping=mapping), "opinion", self.request.question, holders)
