"""Why a request for an opinion stands still."""

from qlvb.content import _
from qlvb.content.opinions.interfaces import IOpinionRequest
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.consultation.interfaces import IRequestHandling
from qlvb.workflows.consultation.outcome import is_issued
from qlvb.workflows.consultation.outcome import tally_of
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
SETTLED = _(
    "standing_opinion_settled", default="Nơi xin ý kiến đã tiếp thu ${accepted}/${all} ý kiến, giải trình phần còn lại."
)
SETTLING = _(
    "standing_opinion_settling",
    default="Nơi xin ý kiến đã tiếp thu ${accepted}/${all} ý kiến, đang xem xét ${open} ý kiến.",
)
UNSETTLED = _(
    "standing_opinion_unsettled",
    default="Nơi xin ý kiến đã phát hành văn bản: tiếp thu ${accepted}/${all} ý kiến, chưa giải trình ${open} ý kiến.",
)


@implementer(IStanding)
@adapter(IOpinionRequest)
class RequestStanding:
    """Who has it in hand, until when; what became of the opinion; else the state."""

    def __init__(self, request):
        self.request = request

    def standing(self):
        """See IStanding."""
        handling = IRequestHandling(self.request)
        if handling.outcome:
            tally = tally_of(handling.outcome)
            left = UNSETTLED if is_issued(self.request) else SETTLING
            return Standing(Message(SETTLED if tally["open"] == "0" else left, mapping=tally))
        if state_of(self.request) != "to_answer":
            return StateStanding(self.request).standing()
        sentence = PREPARED if handling.prepared else ASSIGNED if handling.assignee else UNASSIGNED
        mapping = {
            "person": name_of(handling.by or handling.assignee) if handling.assignee or handling.by else "",
            "day": self.request.deadline.strftime("%d/%m/%Y"),
        }
        holders = [handling.assignee] if handling.assignee and not handling.prepared else []
        return Standing(Message(sentence, mapping=mapping), "opinion", self.request.question, holders)
