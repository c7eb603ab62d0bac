"""What the acts on submission notes ask for."""

from qlvb.content import _
from qlvb.content.documents.fields import text
from qlvb.content.submission.schema import LONGEST
from qlvb.content.submission.schema import INoteSchema
from zope import schema
from zope.interface import Interface


REASON = 10
MOST_DECIDERS = 10
MOST_ASKED = 100


def _people(title, vocabulary, most, required=False, description=""):
    return schema.List(
        title=title,
        description=description,
        value_type=schema.Choice(vocabulary=vocabulary),
        required=required,
        default=None if required else [],
        missing_value=None if required else [],
        min_length=1 if required else 0,
        max_length=most,
    )


def _comment(title):
    return schema.Text(title=title, required=False, default="", missing_value="", max_length=4000)


class IDraftNoteInput(Interface):
    """Tạo phiếu trình, Sửa phiếu trình: the texts of a note."""

    subject = schema.Text(title=INoteSchema["subject"].title, max_length=500)
    content = text(INoteSchema["content"].title, LONGEST)
    grounds = text(INoteSchema["grounds"].title, LONGEST)
    options = text(INoteSchema["options"].title, LONGEST)
    proposal = text(INoteSchema["proposal"].title, LONGEST)
    basis = _people(INoteSchema["basis"].title, "qlvb.notes.documents", 50)
    drafts = _people(INoteSchema["drafts"].title, "qlvb.notes.drafts", 50)


class ISubmitNoteInput(Interface):
    """Trình quyết định."""

    deciders = _people(
        _("note_deciders", default="Người quyết định (theo thứ tự)"),
        "qlvb.notes.leaders",
        MOST_DECIDERS,
        True,
        _("note_deciders_help", default="Người sau nhận phiếu khi người trước đã đồng ý."),
    )
    asked = _people(_("note_asked", default="Đồng thời xin ý kiến"), "qlvb.notes.people", MOST_ASKED)
    comment = _comment(_("note_submit_comment", default="Lời trình"))


class IAskInput(Interface):
    """Trình xin ý kiến."""

    asked = _people(_("note_asked_people", default="Người được xin ý kiến"), "qlvb.notes.people", MOST_ASKED, True)


class INoteOpinionInput(Interface):
    """Cho ý kiến."""

    answer = schema.Choice(title=_("consultation_answer", default="Ý kiến"), vocabulary="qlvb.consultation.answers")
    text = _comment(_("note_opinion_text", default="Nội dung ý kiến"))


class IAgreeInput(Interface):
    """Phê duyệt."""

    comment = _comment(_("note_agree_comment", default="Ý kiến chỉ đạo"))
    sign = schema.Bool(
        title=_("note_agree_sign", default="Ký số phiếu trình"),
        description=_(
            "note_agree_sign_help",
            default="Hệ thống ghi ý kiến của anh/chị vào bản in của phiếu trình và ký bằng chứng thư số của anh/chị.",
        ),
        required=False,
        default=False,
        missing_value=False,
    )


class IReturnNoteInput(Interface):
    """Trả lại."""

    reason = schema.Text(title=_("note_return_reason", default="Lý do trả lại"), min_length=REASON, max_length=4000)


class ICancelNoteInput(Interface):
    """Hủy phiếu trình."""

    reason = schema.Text(title=_("note_cancel_reason", default="Lý do hủy"), min_length=REASON, max_length=4000)
