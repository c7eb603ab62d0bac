"""Where a draft sits while opinions are asked."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IRowFacts
from qlvb.workflows.consultation.interfaces import IConsultations
from zope.component import adapter
from zope.interface import implementer


@implementer(IBoxTokens)
@adapter(IOutgoingDocument)
class ConsultationTokens:
    """*Dự thảo đang lấy ý kiến* of the drafter, *Dự thảo xin ý kiến* of whoever has not answered."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """See IBoxTokens."""
        current = IConsultations(self.record).current()
        if current is None:
            return []
        asked = [f"outgoing.to_comment|{opinion.principal}" for opinion in current.open_opinions()]
        return [f"outgoing.consulting|{self.record.drafter}", *asked]


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
