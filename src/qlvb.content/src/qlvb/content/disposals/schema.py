"""Fields of a disposal."""

from plone.supermodel import model
from qlvb.content import _
from zope import schema


def _text(title):
    return schema.Text(title=title, max_length=4000, required=False, default="", missing_value="")


class IDisposalSchema(model.Schema):
    """Hồ sơ hủy tài liệu: what it is about, and the explanation of TT 06/2025 Phụ lục III."""

    title = schema.TextLine(title=_("disposal_title", default="Tên đợt xét hủy"), max_length=300)
    fonds = schema.TextLine(title=_("disposal_fonds", default="Phông (khối) tài liệu"), max_length=300)
    proposer = schema.TextLine(title=_("disposal_proposer", default="Người lập danh mục"), max_length=64)
    proposed = schema.Date(title=_("disposal_proposed", default="Ngày lập"))
    formation = _text(_("disposal_formation", default="Sự hình thành khối tài liệu"))
    contents = _text(_("disposal_contents", default="Thành phần và nội dung chủ yếu"))
    other_groups = _text(_("disposal_other_groups", default="Các nhóm tài liệu khác"))
