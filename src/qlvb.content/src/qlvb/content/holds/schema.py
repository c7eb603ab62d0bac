"""Fields of a hold."""

from plone.supermodel import model
from qlvb.content import _
from zope import schema


class IHoldSchema(model.Schema):
    """Tạm dừng hủy: the case, why, by whose order, since when."""

    case_number = schema.TextLine(title=_("hold_case", default="Số vụ việc"), max_length=60)
    title = schema.TextLine(title=_("hold_title", default="Tên vụ việc"), max_length=300)
    reason = schema.Text(title=_("hold_reason", default="Lý do tạm dừng hủy"), max_length=2000)
    basis = schema.TextLine(title=_("hold_basis", default="Căn cứ (văn bản yêu cầu, số, ngày)"), max_length=300)
    valid_from = schema.Date(title=_("hold_from", default="Từ ngày"))
    author = schema.TextLine(title=_("hold_author", default="Người lập"), max_length=64)
    released_reason = schema.Text(
        title=_("hold_release_reason", default="Lý do giải tỏa"),
        max_length=2000,
        required=False,
        default="",
        missing_value="",
    )
