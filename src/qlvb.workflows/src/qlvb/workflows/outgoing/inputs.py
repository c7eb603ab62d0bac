"""What the acts of an outgoing document ask for. Labels are those of today's products, so that hands find them."""

from qlvb.content import _
from zope import schema
from zope.interface import Interface


REASON = 10  # characters: shorter reasons say nothing to whom they are for
LONGEST = 2000


def comment(title):
    return schema.Text(title=title, required=False, max_length=LONGEST, missing_value="", default="")


def reason(title):
    return schema.Text(title=title, min_length=REASON, max_length=LONGEST)


class ISubmitInput(Interface):
    """Chuyển lãnh đạo."""

    receiver = schema.Choice(
        title=_("outgoing_receiver", default="Lãnh đạo nhận"), vocabulary="qlvb.outgoing.receivers"
    )
    request = comment(_("outgoing_request", default="Nội dung yêu cầu"))


class IResubmitInput(ISubmitInput):
    """Trình lại."""

    explanation = comment(_("outgoing_explanation", default="Giải trình (khi không sửa tệp văn bản)"))


class IApproveInput(Interface):
    """Duyệt."""

    comment = comment(_("outgoing_opinion", default="Ý kiến duyệt"))
    receiver = schema.Choice(
        title=_("outgoing_next_receiver", default="Chuyển tiếp đến"),
        description=_("outgoing_next_receiver_help", default="Để trống: chuyển đến người ký."),
        vocabulary="qlvb.outgoing.receivers",
        required=False,
    )


class IReturnInput(Interface):
    """Trả lại."""

    reason = reason(_("outgoing_return_reason", default="Lý do trả lại"))
    receiver = schema.Choice(
        title=_("outgoing_return_to", default="Trả lại cho"),
        description=_("outgoing_return_to_help", default="Để trống: trả lại người soạn thảo."),
        vocabulary="qlvb.outgoing.earlier_people",
        required=False,
    )


class IWithdrawInput(Interface):
    """Thu hồi."""

    comment = comment(_("outgoing_withdraw_comment", default="Lý do thu hồi"))


class IBlockInput(Interface):
    """In what capacity the signer signs."""

    capacity = schema.Choice(
        title=_("outgoing_capacity", default="Thẩm quyền ký"), vocabulary="qlvb.outgoing.own_capacities"
    )


class ISignInput(IBlockInput):
    """Ký số."""

    comment = comment(_("outgoing_sign_comment", default="Ý kiến"))


class ISignByAuthorisationInput(ISignInput):
    """Ký số by somebody who may also sign TUQ.: with the document that authorises (NĐ 30/2020 Điều 13)."""

    authorisation = schema.TextLine(
        title=_("outgoing_authorisation", default="Văn bản ủy quyền (khi ký TUQ.)"),
        required=False,
        max_length=200,
        missing_value="",
        default="",
    )
    authorised_from = schema.Date(title=_("outgoing_authorised_from", default="Ủy quyền từ ngày"), required=False)
    authorised_until = schema.Date(title=_("outgoing_authorised_until", default="Ủy quyền đến ngày"), required=False)


class INumberInput(Interface):
    """Cấp số, where numbers are held in the register."""

    reserved = schema.Choice(
        title=_("outgoing_reserved_number", default="Dùng số đang giữ"),
        description=_("outgoing_reserved_number_help", default="Để trống: lấy số tiếp theo của sổ."),
        vocabulary="qlvb.outgoing.reserved_numbers",
        required=False,
    )


class IRefuseInput(Interface):
    """Trả lại (văn thư)."""

    reason = reason(_("outgoing_refuse_reason", default="Lý do từ chối cấp số"))


class ICancelInput(Interface):
    """Hủy luồng."""

    reason = reason(_("outgoing_cancel_reason", default="Lý do hủy luồng"))


class IReopenInput(Interface):
    """Trình ký lại."""

    comment = comment(_("outgoing_reopen_comment", default="Lý do mở lại"))
