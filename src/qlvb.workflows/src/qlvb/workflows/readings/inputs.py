"""What the acts on requests to read ask for."""

from qlvb.content import _
from zope import schema
from zope.interface import Interface


def _note(title):
    return schema.Text(title=title, required=False, max_length=2000, default="", missing_value="")


def _line(title, most=200):
    return schema.TextLine(title=title, required=False, max_length=most, default="", missing_value="")


class ILendInput(Interface):
    """Cho mượn."""

    record = schema.TextLine(
        title=_("reading_lend_record", default="Hồ sơ, tài liệu (mã, số ký hiệu hoặc UID)"),
        description=_("reading_lend_record_help", default="Hồ sơ, tài liệu của cơ quan mà phiếu này yêu cầu."),
        max_length=200,
    )
    due = schema.Date(
        title=_("reading_due", default="Hạn trả"),
        description=_(
            "reading_due_help",
            default="Bản đọc và bản sao: không quá 15 ngày (TT 05/2025). Hồ sơ giấy: theo Quy định cho mượn của cơ quan"
            " (đặt sẵn 90 ngày, pháp luật không quy định).",
        ),
    )
    answer = _note(_("reading_answer", default="Ý kiến giải quyết"))


class ILendBoxInput(Interface):
    """Cho mượn cả hộp: who reads, what for, until when."""

    requester = schema.Choice(
        title=_("reading_account", default="Người có tài khoản"), vocabulary="qlvb.people", required=False
    )
    reader_name = _line(_("reading_reader_name", default="Họ và tên người khai thác"))
    reader_paper = _line(_("reading_reader_paper", default="Số giấy tờ tùy thân hoặc giấy giới thiệu"), 100)
    reader_body = _line(_("reading_reader_body", default="Cơ quan, địa chỉ"))
    reader_contact = _line(_("reading_reader_contact", default="Điện thoại, thư điện tử"))
    purpose = schema.Choice(title=_("reading_purpose", default="Mục đích"), vocabulary="qlvb.reading_purposes")
    purpose_text = schema.Text(
        title=_("reading_purpose_text", default="Nội dung mục đích"), min_length=10, max_length=500
    )
    due = schema.Date(
        title=_("reading_due", default="Hạn trả"),
        description=_(
            "reading_box_due_help",
            default="Không quá số ngày trong Quy định cho mượn của cơ quan (đặt sẵn 90 ngày; luật không quy định).",
        ),
    )


class IReasonInput(Interface):
    """Từ chối."""

    reason = schema.Text(title=_("reading_refuse_reason", default="Lý do"), min_length=10, max_length=2000)


class IReturnInput(Interface):
    """Nhận trả."""

    note = _note(_("reading_return_note", default="Tình trạng khi trả"))


class IEndInput(Interface):
    """Kết thúc khai thác bản đọc, bản sao."""

    note = _note(_("reading_end_note", default="Ghi chú"))


class IExtendInput(Interface):
    """Gia hạn."""

    due = schema.Date(title=_("reading_new_due", default="Hạn trả mới"))
    reason = _note(_("reading_extend_reason", default="Lý do"))


class IChaseInput(Interface):
    """Đôn đốc trả."""

    message = _note(_("reading_chase_message", default="Lời nhắn"))
