"""What the acts of an outgoing document ask for. Labels are those of today's products, so that hands find them."""

from qlvb.content import _
from qlvb.workflows.localsigning.route import ILocalTick
from zope import schema
from zope.interface import Interface


REASON = 10  # characters: shorter reasons say nothing to whom they are for
LONGEST = 2000


def comment(title):
    return schema.Text(title=title, required=False, max_length=LONGEST, missing_value="", default="")


def reason(title):
    return schema.Text(title=title, min_length=REASON, max_length=LONGEST)


#: Input of the forwarding form -> the channel that it asks for.
CHANNELS = {"send_sms": "sms", "send_email": "email"}


def asked_channels(data):
    """Channels of notices that the input of an act (dict or None) asks for: tuple (pure)."""
    return tuple(channel for name, channel in CHANNELS.items() if (data or {}).get(name))


def tick(title, description=""):
    return schema.Bool(title=title, description=description, required=False, default=False)


class ISubmitInput(Interface):
    """Chuyển lãnh đạo, Chuyển lãnh đạo khác: the forwarding form of iOffice."""

    receiver = schema.Choice(
        title=_("outgoing_receiver", default="Lãnh đạo nhận"), vocabulary="qlvb.outgoing.receivers"
    )
    request = comment(_("outgoing_request", default="Nội dung yêu cầu"))
    sign_requested = tick(_("outgoing_sign_requested", default="Yêu cầu ký số"))
    send_sms = tick(_("outgoing_send_sms", default="Gửi tin nhắn đến lãnh đạo"))
    send_email = tick(_("outgoing_send_email", default="Gửi Email đến lãnh đạo"))
    make_note = tick(_("outgoing_make_note", default="Tạo phiếu trình"))


class IHandOverInput(Interface):
    """Chuyển chuyên viên."""

    receiver = schema.Choice(
        title=_("outgoing_specialist", default="Chuyên viên nhận"), vocabulary="qlvb.outgoing.specialists"
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
    """Ký số. The places: page from 1, mm from the left and upper edge of the page."""

    placement = schema.Choice(
        title=_("outgoing_placement", default="Vị trí chữ ký"),
        vocabulary="qlvb.outgoing.placements",
        default="auto",
        required=False,
        missing_value="auto",
    )
    place_page = schema.Int(title=_("outgoing_place_page", default="Trang ký"), required=False, min=1, max=9999)
    place_left = schema.Int(
        title=_("outgoing_place_left", default="Cách mép trái (mm)"), required=False, min=0, max=2000
    )
    place_top = schema.Int(title=_("outgoing_place_top", default="Cách mép trên (mm)"), required=False, min=0, max=2000)
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


class ISignLocallyInput(ILocalTick, ISignInput):
    """Ký số where people may sign on their own machines too."""


class ISignByAuthorisationLocallyInput(ILocalTick, ISignByAuthorisationInput):
    """The same by somebody who may also sign TUQ."""


class INumberInput(Interface):
    """Cấp số, where numbers are held in the register."""

    reserved = schema.Choice(
        title=_("outgoing_reserved_number", default="Dùng số đang giữ"),
        description=_("outgoing_reserved_number_help", default="Để trống: lấy số tiếp theo của sổ."),
        vocabulary="qlvb.outgoing.reserved_numbers",
        required=False,
    )


class INumberLocallyInput(ILocalTick, INumberInput):
    """Phát hành where the agency's signature may be made on the clerk's own machine."""


class IFinishInput(Interface):
    """Hoàn tất."""

    comment = comment(_("outgoing_finish_comment", default="Ý kiến khi hoàn tất"))


class IRefuseInput(Interface):
    """Trả lại (văn thư)."""

    reason = reason(_("outgoing_refuse_reason", default="Lý do từ chối cấp số"))


class ICancelInput(Interface):
    """Hủy luồng."""

    reason = reason(_("outgoing_cancel_reason", default="Lý do hủy luồng"))


class IReopenInput(Interface):
    """Trình ký lại."""

    comment = comment(_("outgoing_reopen_comment", default="Lý do mở lại"))
