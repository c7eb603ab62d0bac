"""Fields of submission notes (workflows 3.7): vấn đề, căn cứ, phương án, kiến nghị, dự thảo kèm theo."""

from plone.supermodel import model
from qlvb.content import _
from qlvb.content.documents.fields import choice
from qlvb.content.documents.fields import line
from qlvb.content.documents.fields import text
from zope import schema


LONGEST = 20000


def _uids(title):
    return schema.List(
        title=title,
        value_type=schema.ASCIILine(max_length=64),
        required=False,
        max_length=50,
        defaultFactory=list,
        missing_value=[],
    )


class INoteSchema(model.Schema):
    """Phiếu trình."""

    subject = schema.Text(
        title=_("note_subject", default="Vấn đề trình"), max_length=500, default="", missing_value=""
    )
    content = text(_("note_content", default="Nội dung vấn đề"), LONGEST)
    grounds = text(_("note_grounds", default="Căn cứ"), LONGEST)
    options = text(_("note_options", default="Các phương án"), LONGEST)
    proposal = text(_("note_proposal", default="Kiến nghị, đề xuất"), LONGEST)
    urgency = choice(_("note_urgency", default="Độ khẩn"), "qlvb.urgency", default="normal")
    secrecy = choice(_("note_secrecy", default="Độ mật"), "qlvb.secrecy", default="none")
    drafter = line(_("note_drafter", default="Người trình"), 64, readonly=True)
    drafting_unit = line(_("note_drafting_unit", default="Đơn vị trình"), 64, readonly=True)
    basis = _uids(_("note_basis", default="Văn bản căn cứ"))
    drafts = _uids(_("note_drafts", default="Dự thảo kèm theo"))
