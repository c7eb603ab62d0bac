"""What the acts of transfers ask for."""

from qlvb.content import _
from qlvb.content.transfers.schema import IMinutesSchema
from zope import schema
from zope.interface import Interface


#: Dossiers named in one request; more are put in by the worker.
MOST_AT_ONCE = 200
REASON_LENGTH = 10


def _dossiers(required, description=None):
    return schema.List(
        title=_("transfer_dossiers", default="Hồ sơ"),
        description=description or "",
        value_type=schema.TextLine(max_length=64),
        required=required,
        min_length=1 if required else 0,
        max_length=MOST_AT_ONCE,
        defaultFactory=list,
        missing_value=[],
    )


def _reason():
    return schema.Text(title=_("transfer_reason", default="Lý do"), min_length=REASON_LENGTH, max_length=1000)


def _letter():
    return schema.TextLine(
        title=_("transfer_letter_input", default="Văn bản của lưu trữ lịch sử (số, ngày)"), max_length=200
    )


class IDossiersInput(Interface):
    """Thêm hồ sơ, bỏ hồ sơ."""

    dossiers = _dossiers(True)


class IHandInInput(Interface):
    """Nộp lại hồ sơ bị trả lại."""

    unchanged_reason = schema.Text(
        title=_("transfer_unchanged_reason", default="Lý do nộp lại khi chưa sửa"),
        description=_(
            "transfer_unchanged_reason_help",
            default="Bắt buộc khi phần có lỗi của hồ sơ chưa được sửa; lưu trữ đọc lý do này khi kiểm tra lại.",
        ),
        min_length=REASON_LENGTH,
        max_length=1000,
        required=False,
    )


class IReasonInput(Interface):
    """Hủy đợt giao nộp."""

    reason = _reason()


class ICheckInput(Interface):
    """Kiểm tra."""

    again = schema.Bool(
        title=_("transfer_check_again", default="Kiểm tra lại cả những hồ sơ đã đạt"), required=False, default=False
    )


class IReturnInput(Interface):
    """Trả lại bổ sung."""

    dossiers = _dossiers(False, _("transfer_return_help", default="Để trống: mọi hồ sơ có lỗi."))
    reason = _reason()


class IWaiveInput(Interface):
    """Chấp nhận hồ sơ có lỗi."""

    dossiers = _dossiers(True)
    reason = _reason()


class IMinutesInput(IMinutesSchema):
    """Lập biên bản giao nhận (NĐ 30/2020 Phụ lục V)."""

    condition = schema.Text(
        title=_("transfer_condition", default="Tình trạng tài liệu giao nộp"),
        max_length=1000,
        default="Đầy đủ, nguyên vẹn, đã kiểm tra trên Hệ thống.",
    )
    condition.order = IMinutesSchema["condition"].order


class IKeepBackInput(Interface):
    """Đồng ý cho giữ lại hồ sơ đến hạn nộp lưu (NĐ 30/2020 Điều 31.3.d)."""

    until = schema.Date(title=_("keep_back_until", default="Giữ lại đến ngày"))
    consent = schema.TextLine(
        title=_("keep_back_consent", default="Văn bản đồng ý của lãnh đạo cơ quan (số, ngày)"), max_length=200
    )
    reason = _reason()


class IRegisterInput(Interface):
    """Đăng ký nộp lưu trữ lịch sử (TT 05/2025/TT-BNV)."""

    registration = schema.TextLine(title=_("transfer_registration", default="Mã đăng ký nộp lưu"), max_length=100)
    earliest = schema.Date(title=_("transfer_earliest", default="Ngày nộp dự kiến"))


class ILetterInput(Interface):
    """Văn bản trả lời của lưu trữ lịch sử."""

    letter = _letter()


class ISentLetterInput(Interface):
    """Văn bản của cơ quan gửi gói tin đến lưu trữ lịch sử."""

    letter = schema.TextLine(
        title=_("transfer_letter_sent_input", default="Văn bản gửi của cơ quan (số, ngày)"), max_length=200
    )


class IRefusalInput(Interface):
    """Lưu trữ lịch sử từ chối."""

    letter = _letter()
    reason = _reason()
