"""What the acts on places of paper ask for."""

from qlvb.content import _
from qlvb.content.stores.rules import MOST_DOSSIERS
from zope import schema
from zope.interface import Interface


class IPlaceInput(Interface):
    """Xếp vào hộp."""

    box = schema.TextLine(
        title=_("place_in_box_code", default="Hộp (kho/kệ/hộp)"),
        description=_("place_in_box_help", default="Ví dụ: K1/A2/H03. Mã in trên nhãn của hộp."),
        max_length=60,
    )
    number = schema.Int(
        title=_("place_in_box_number", default="Hồ sơ số (trong hộp)"),
        description=_("place_in_box_number_help", default="Để trống: số tiếp theo còn trống."),
        min=1,
        max=MOST_DOSSIERS,
        required=False,
    )


class ITakeInput(Interface):
    """Lấy khỏi hộp."""

    reason = schema.Text(title=_("place_take_reason", default="Lý do"), min_length=5, max_length=500)


class IDescribeInput(Interface):
    """Sửa thông tin."""

    title = schema.TextLine(title=_("place_title", default="Tên"), max_length=200)
    note = schema.Text(
        title=_("place_note", default="Ghi chú"), required=False, max_length=1000, default="", missing_value=""
    )


class IDescribeBoxInput(IDescribeInput):
    """Sửa thông tin hộp."""

    capacity = schema.Int(title=_("box_capacity", default="Sức chứa (hồ sơ)"), min=1, max=MOST_DOSSIERS)
