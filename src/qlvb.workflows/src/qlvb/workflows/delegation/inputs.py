"""What the acts on delegations ask for."""

from qlvb.content import _
from zope import schema
from zope.interface import Interface


class IEndInput(Interface):
    """Kết thúc ủy quyền."""

    reason = schema.Text(
        title=_("delegation_end_reason", default="Ghi chú"),
        required=False,
        max_length=2000,
        missing_value="",
        default="",
    )


class IReasonInput(Interface):
    """Thu hồi, từ chối ủy quyền."""

    reason = schema.Text(title=_("delegation_revoke_reason", default="Lý do"), min_length=10, max_length=2000)


class IOpinionInput(Interface):
    """Chuẩn bị ý kiến."""

    text = schema.Text(title=_("delegation_prepared_text", default="Ý kiến chuẩn bị"), min_length=1, max_length=2000)
