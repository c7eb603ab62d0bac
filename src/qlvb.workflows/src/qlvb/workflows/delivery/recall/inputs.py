"""What the acts on an issued document ask for."""

from qlvb.content import _
from zope import schema
from zope.interface import Interface


REASON = 10
LONGEST = 2000


def _reason(title):
    return schema.Text(title=title, min_length=REASON, max_length=LONGEST)


def _successor(title, help):
    return schema.Choice(title=title, description=help, vocabulary="qlvb.delivery.successors")


_HELP = _("recall_successor_help", default="Văn bản đã phát hành của cơ quan; tìm theo số, ký hiệu, trích yếu.")


class IRecallInput(Interface):
    """Thu hồi: by a document that says so (NĐ 30/2020 Điều 18.3)."""

    successor = _successor(_("recall_by_document", default="Văn bản thu hồi"), _HELP)
    reason = _reason(_("recall_reason", default="Lý do"))


class IReplaceInput(Interface):
    """Thay thế: by a document of the same form (NĐ 30/2020 Điều 18.3)."""

    successor = _successor(_("recall_replaced_by", default="Văn bản thay thế"), _HELP)
    reason = _reason(_("recall_reason", default="Lý do"))


class IUpdateInput(Interface):
    """Cập nhật: a mistake of form or procedure is corrected by an official letter (NĐ 30/2020 Điều 18.3)."""

    successor = _successor(_("recall_corrected_by", default="Công văn đính chính"), _HELP)
    reason = _reason(_("recall_reason", default="Lý do"))


class IApproveChangeInput(Interface):
    """Duyệt."""

    comment = schema.Text(
        title=_("recall_comment", default="Ý kiến"), required=False, default="", missing_value="", max_length=LONGEST
    )


class IRejectChangeInput(Interface):
    """Không duyệt."""

    reason = _reason(_("recall_reject_reason", default="Lý do không duyệt"))


class IWithdrawChangeInput(Interface):
    """Rút đề nghị."""

    comment = schema.Text(
        title=_("recall_comment", default="Ý kiến"), required=False, default="", missing_value="", max_length=LONGEST
    )


class INoteAnswerInput(Interface):
    """Ghi nhận trả lời of somebody outside the site."""

    delivery = schema.Choice(
        title=_("input_delivery", default="Nơi nhận"), vocabulary="qlvb.delivery.recall_manual"
    )
    answer = schema.Choice(title=_("recall_answer", default="Trả lời"), vocabulary="qlvb.delivery.recall_answers")
    note = schema.TextLine(
        title=_("recall_answer_note", default="Ghi nhận (người trả lời, số văn bản trả lời)"), max_length=500
    )
