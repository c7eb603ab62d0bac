"""What the acts of precedents ask for."""

from qlvb.content import _
from zope import schema
from zope.interface import Interface


class IMarkInput(Interface):
    """Đánh dấu tiền lệ."""

    topic = schema.TextLine(
        title=_("precedent_topic", default="Vấn đề được giải quyết"),
        description=_("precedent_topic_help", default="Người sau tìm theo vấn đề này khi gặp việc tương tự."),
        max_length=300,
    )
    basis = schema.TextLine(
        title=_("precedent_basis", default="Căn cứ"), max_length=300, required=False, default="", missing_value=""
    )
    reason = schema.Text(title=_("precedent_reason", default="Lý do chọn làm tiền lệ"), min_length=10, max_length=2000)


class IEndInput(Interface):
    """Thôi tiền lệ."""

    reason = schema.Text(title=_("precedent_end_reason", default="Lý do thôi tiền lệ"), min_length=10, max_length=2000)
