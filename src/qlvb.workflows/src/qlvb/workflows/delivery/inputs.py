"""What the acts on deliveries ask for."""

from qlvb.content import _
from zope import schema
from zope.interface import Interface


class IResendInput(Interface):
    """Gửi lại."""

    delivery = schema.Choice(title=_("input_delivery", default="Nơi nhận"), vocabulary="qlvb.delivery.resendable")


class ISendMoreInput(Interface):
    """Gửi thêm."""

    agencies = schema.List(
        title=_("input_agencies", default="Cơ quan trong hệ thống"),
        value_type=schema.Choice(vocabulary="qlvb.agencies"),
        required=False,
        default=[],
        missing_value=[],
        max_length=200,
    )
    outside_name = schema.TextLine(
        title=_("input_outside_name", default="Nơi nhận ngoài hệ thống"),
        max_length=200,
        required=False,
        default="",
        missing_value="",
    )
    outside_address = schema.TextLine(
        title=_("input_outside_address", default="Địa chỉ"),
        max_length=200,
        required=False,
        default="",
        missing_value="",
    )
    purpose = schema.Choice(
        title=_("input_purpose", default="Mục đích gửi"),
        vocabulary="qlvb.recipient_purposes",
        default="for_information",
    )


class IMarkSentInput(Interface):
    """Đánh dấu đã gửi."""

    delivery = schema.Choice(title=_("input_delivery", default="Nơi nhận"), vocabulary="qlvb.delivery.manual")
    note = schema.TextLine(
        title=_("input_sent_how", default="Cách gửi (số bưu gửi, địa chỉ thư điện tử)"), max_length=200
    )
