"""The content class of requests for an opinion."""

from qlvb.content.opinions.interfaces import IOpinionRequest
from qlvb.content.opinions.schema import IRequestSchema
from qlvb.content.subjects import SubjectRecord
from qlvb.content.subjects import unset_fields
from zope.interface import implementer


@unset_fields(IRequestSchema)
@implementer(IOpinionRequest)
class OpinionRequest(SubjectRecord):
    """Phiếu xin ý kiến."""

    reference = ""  # requests have no number
    secrecy = "none"  # secret drafts are not put to consultation

    def Description(self):
        return self.question or ""
