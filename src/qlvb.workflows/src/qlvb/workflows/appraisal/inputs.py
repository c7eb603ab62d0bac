"""What the acts of appraisal ask for."""

from qlvb.content import _
from qlvb.workflows.outgoing.inputs import LONGEST
from qlvb.workflows.outgoing.inputs import comment
from zope import schema
from zope.interface import Interface


class IToAppraisalInput(Interface):
    """Chuyển thẩm định."""

    receiver = schema.Choice(
        title=_("appraisal_receiver", default="Người thẩm định"), vocabulary="qlvb.outgoing.appraisers"
    )
    request = comment(_("appraisal_request", default="Nội dung yêu cầu"))


class IPassInput(Interface):
    """Đồng ý."""

    comment = comment(_("appraisal_opinion", default="Ý kiến thẩm định"))
    accepted = schema.List(
        title=_("appraisal_accepted", default="Điểm chưa đạt được chấp nhận"),
        description=_("appraisal_accepted_help", default="Chọn các điểm máy báo lỗi mà người thẩm định chấp nhận."),
        value_type=schema.Choice(vocabulary="qlvb.appraisal.open_errors"),
        required=False,
        defaultFactory=list,
        missing_value=[],
    )
    reason = schema.Text(
        title=_("appraisal_reason", default="Lý do chấp nhận"),
        required=False,
        max_length=LONGEST,
        default="",
        missing_value="",
    )
    receiver = schema.Choice(
        title=_("appraisal_next", default="Chuyển tiếp đến"),
        description=_("appraisal_next_help", default="Để trống: chuyển đến người ký."),
        vocabulary="qlvb.outgoing.receivers",
        required=False,
    )
