"""What the acts on requests to read ask for."""

from qlvb.content import _
from zope import schema
from zope.interface import Interface


def _note(title):
    return schema.Text(title=title, required=False, max_length=2000, default="", missing_value="")


class ILendInput(Interface):
    """Cho mượn."""

    record = schema.TextLine(
        title=_("reading_lend_record", default="Hồ sơ, tài liệu (mã, số ký hiệu hoặc UID)"),
        description=_("reading_lend_record_help", default="Hồ sơ, tài liệu của cơ quan mà phiếu này yêu cầu."),
        max_length=200,
    )
    due = schema.Date(
        title=_("reading_due", default="Hạn trả"),
        description=_("reading_due_help", default="Bản đọc và bản sao: không quá 15 ngày (TT 05/2025)."),
    )
    answer = _note(_("reading_answer", default="Ý kiến giải quyết"))


class IReasonInput(Interface):
    """Từ chối."""

    reason = schema.Text(title=_("reading_refuse_reason", default="Lý do"), min_length=10, max_length=2000)


class IReturnInput(Interface):
    """Nhận trả."""

    note = _note(_("reading_return_note", default="Tình trạng khi trả"))


class IExtendInput(Interface):
    """Gia hạn."""

    due = schema.Date(title=_("reading_new_due", default="Hạn trả mới"))
    reason = _note(_("reading_extend_reason", default="Lý do"))


class IChaseInput(Interface):
    """Đôn đốc trả."""

    message = _note(_("reading_chase_message", default="Lời nhắn"))
