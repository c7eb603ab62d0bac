"""Where a draft sits while opinions are asked."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.opinions.interfaces import IOpinionRequest
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.consultation.agencies import RECEIVING
from qlvb.workflows.consultation.interfaces import IConsultations
from qlvb.workflows.consultation.interfaces import IRequestHandling
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IBoxTokens)
@adapter(IOutgoingDocument)
class ConsultationTokens:
    """*Dự thảo đang lấy ý kiến* of the drafter, *Dự thảo xin ý kiến* of whoever has not answered; *Kết thúc lấy ý kiến*
    of who has answered, and of all who took part in a round that has ended.
    """

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """See IBoxTokens."""
        rounds, current = IConsultations(self.record).rounds(), IConsultations(self.record).current()
        if current is None:
            asked = {one.principal for found in rounds for one in found.opinions if not one.request}
            people = {self.record.drafter, *asked} if rounds else ()
            return [f"outgoing.consulted|{principal}" for principal in sorted(people)]
        asked = [
            f"outgoing.to_comment|{opinion.principal}" for opinion in current.open_opinions() if not opinion.request
        ]
        done = [
            f"outgoing.consulted|{opinion.principal}"
            for opinion in current.opinions
            if opinion.answer and not opinion.request
        ]
        return [f"outgoing.consulting|{self.record.drafter}", *asked, *done]


@implementer(IRowFacts)
@adapter(IOutgoingDocument)
class ConsultationFacts:
    """The day until which answers are awaited."""

    def __init__(self, record):
        self.record = record

    def facts(self):
        """See IRowFacts."""
        current = IConsultations(self.record).current()
        return {"deadline": current.deadline.isoformat()} if current is not None and current.open_opinions() else {}


@implementer(IBoxTokens)
@adapter(IOpinionRequest)
class RequestTokens:
    """See :func:`seats`."""

    def __init__(self, request):
        self.request = request

    def tokens(self):
        """See IBoxTokens."""
        agency, handling = getUtility(IDirectory).agency_of(self.request), IRequestHandling(self.request)
        leaders, clerks = (group_id(agency.id, function) for function in RECEIVING)
        pairs = seats(state_of(self.request), leaders, clerks, handling.assignee, handling.prepared)
        return sorted({f"{box}|{principal}" for box, principal in pairs})


def seats(state, leaders, clerks, assignee, prepared):
    """Pairs (box, principal) of a request for an opinion (pure function)."""
    if state != "to_answer":
        return [("opinions.done", principal) for principal in (leaders, clerks, assignee) if principal]
    if not assignee:
        return [("opinions.to_answer", leaders), ("opinions.to_answer", clerks)]
    turn = leaders if prepared else assignee
    waiting = [principal for principal in (leaders, clerks, assignee) if principal != turn]
    return [("opinions.to_answer", turn), *(("opinions.assigned", principal) for principal in waiting)]


@implementer(IRowFacts)
@adapter(IOpinionRequest)
class RequestFacts:
    """Until when, who has it in hand, and what the agency says, so that it is found by its words."""

    def __init__(self, request):
        self.request = request

    def facts(self):
        """See IRowFacts."""
        handling = IRequestHandling(self.request)
        said = {"said": handling.text} if handling.text else {}
        if state_of(self.request) != "to_answer":
            return said
        holders = [handling.assignee] if handling.assignee else []
        return {**said, "deadline": self.request.deadline.isoformat(), "holders": holders}
