"""Fields of a register."""

from plone.supermodel import model
from qlvb.content import _
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


DIRECTIONS = SimpleVocabulary(
    [
        SimpleTerm("incoming", "incoming", _("register_direction_incoming", default="Văn bản đến")),
        SimpleTerm("outgoing", "outgoing", _("register_direction_outgoing", default="Văn bản đi")),
    ]
)
SERIES = SimpleVocabulary(
    [
        SimpleTerm("administrative", "administrative", _("register_series_administrative", default="Thường")),
        SimpleTerm("secret", "secret", _("register_series_secret", default="Mật")),
        SimpleTerm("council", "council", _("register_series_council", default="Hội đồng, ban")),
    ]
)


class IRegisterSchema(model.Schema):
    """Sổ đăng ký văn bản (NĐ 30/2020 Điều 15, 16, 22; Phụ lục IV mẫu I và VI)."""

    title = schema.TextLine(title=_("register_title", default="Tên sổ"), max_length=200)
    direction = schema.Choice(title=_("register_direction", default="Loại sổ"), vocabulary=DIRECTIONS)
    year = schema.Int(title=_("register_year", default="Năm"), min=1945, max=2999)
    series = schema.Choice(
        title=_("register_series", default="Dãy số"),
        description=_(
            "register_series_help",
            default="Văn bản mật có dãy số riêng; hội đồng, ban, tổ có con dấu của cơ quan có dãy số riêng.",
        ),
        vocabulary=SERIES,
        default="administrative",
    )
    document_types = schema.List(
        title=_("register_document_types", default="Loại văn bản"),
        description=_("register_document_types_help", default="Để trống: mọi loại chưa thuộc sổ khác."),
        value_type=schema.ASCIILine(max_length=50),
        max_length=60,
        required=False,
        default=[],
        missing_value=[],
    )
    is_default = schema.Bool(
        title=_("register_is_default", default="Sổ mặc định"), required=False, default=False, missing_value=False
    )
    body_symbol = schema.TextLine(
        title=_("register_body_symbol", default="Chữ viết tắt của hội đồng, ban"),
        required=False,
        max_length=30,
        default="",
        missing_value="",
    )
    symbol_suffix = schema.TextLine(
        title=_("register_symbol_suffix", default="Nhóm chữ cuối ký hiệu"),
        description=_(
            "register_symbol_suffix_help",
            default="Do người đứng đầu cơ quan quy định, để số và ký hiệu của dãy này không trùng dãy khác trong năm.",
        ),
        required=False,
        max_length=10,
        default="",
        missing_value="",
    )
    closed = schema.Bool(
        title=_("register_closed", default="Đã khóa sổ"),
        required=False,
        default=False,
        missing_value=False,
        readonly=True,
    )
