"""What the acts on a draft's words ask for."""

from qlvb.content import _
from zope import schema
from zope.interface import Interface


LONGEST = 20000  # characters of one paragraph
MOST = 3000  # paragraphs


def _note():
    return schema.TextLine(
        title=_("editing_note", default="Ghi chú cho bản mới"),
        required=False,
        max_length=300,
        missing_value="",
        default="",
    )


class IEditTextInput(Interface):
    """Sửa nội dung."""

    version = schema.Int(
        title=_("editing_version", default="Sửa từ bản số"),
        description=_("editing_version_help", default="Bản đang mở khi sửa; có bản mới hơn thì không ghi đè."),
        min=1,
    )
    paragraphs = schema.List(
        title=_("editing_paragraphs", default="Các đoạn"),
        description=_(
            "editing_paragraphs_help",
            default="Lời của từng đoạn có chữ, theo thứ tự; để trống là bỏ đoạn, xuống dòng là thêm đoạn.",
        ),
        value_type=schema.Text(max_length=LONGEST, required=False, missing_value=""),
        max_length=MOST,
    )
    note = _note()


class IRestoreInput(Interface):
    """Khôi phục bản trước."""

    version = schema.Int(title=_("editing_restored", default="Bản được khôi phục"), min=1)
    file = schema.TextLine(
        title=_("editing_file", default="Tệp"),
        description=_("editing_file_help", default="Để trống: tệp dự thảo."),
        required=False,
        missing_value="",
        default="",
        max_length=40,
    )
    note = _note()


class IRemarkInput(Interface):
    """Góp ý vào dự thảo."""

    text = schema.Text(title=_("editing_remark", default="Góp ý"), max_length=2000)
    paragraph = schema.Int(
        title=_("editing_paragraph", default="Vào đoạn số"),
        description=_("editing_paragraph_help", default="Để trống: góp ý cho cả dự thảo."),
        min=0,
        required=False,
        missing_value=0,
        default=0,
    )
