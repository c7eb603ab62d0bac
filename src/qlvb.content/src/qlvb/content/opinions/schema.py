"""Fields of requests for an opinion on a draft of another agency."""

from plone.supermodel import model
from qlvb.content import _
from qlvb.content.documents.fields import choice
from qlvb.content.documents.fields import line
from zope import schema


class IRequestSchema(model.Schema):
    """Phiếu xin ý kiến. All of it is written when it is made; only the deadline may move to a later day."""

    subject = schema.Text(
        title=_("opinion_subject", default="Dự thảo xin ý kiến"), max_length=500, default="", missing_value=""
    )
    question = schema.Text(
        title=_("opinion_question", default="Nội dung xin ý kiến"),
        required=False,
        max_length=2000,
        default="",
        missing_value="",
    )
    deadline = schema.Date(title=_("opinion_deadline", default="Hạn trả lời"), required=False)
    asking_agency = line(_("opinion_asking_agency", default="Cơ quan xin ý kiến"), 64, readonly=True)
    asked_by = line(_("opinion_asked_by", default="Người xin ý kiến"), 64, readonly=True)
    document_type = choice(_("opinion_document_type", default="Loại văn bản"), "qlvb.document_types")
    urgency = choice(_("opinion_urgency", default="Độ khẩn"), "qlvb.urgency", default="normal")
    draft = line(_("opinion_draft", default="Dự thảo"), 64, readonly=True)
    draft_version = schema.Int(title=_("opinion_draft_version", default="Bản dự thảo"), required=False)
    opinion = line(_("opinion_of_round", default="Ý kiến trong đợt"), 64, readonly=True)
