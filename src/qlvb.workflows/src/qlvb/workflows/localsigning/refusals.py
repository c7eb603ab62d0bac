"""What is said when a file that came back from a person's machine is not taken."""

from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


RULE = "NĐ 68/2024 Điều 29, 31"
#: What may go wrong on the person's machine, where only the page sees it -> message.
ON_MACHINE = {
    "local_not_running": _(
        "local_machine_not_running", default="Máy của anh/chị không có dịch vụ ký đang chạy (VGCA Sign Service)."
    ),
    "local_broken": _("local_machine_broken", default="Dịch vụ ký trên máy ngắt kết nối giữa chừng."),
    "local_timeout": _("local_machine_timeout", default="Dịch vụ ký trên máy không trả lời trong thời hạn."),
    "local_refused": _("local_machine_refused", default="Dịch vụ ký trên máy không ký: ${remark}."),
    "local_nothing_came": _(
        "local_machine_nothing_came", default="Dịch vụ ký trên máy chưa gửi tệp đã ký về hệ thống."
    ),
    "local_stopped": _("local_machine_stopped", default="Anh/chị đã dừng lần ký này trước khi tệp được ký."),
}
#: What nobody tells: the page was left, the machine was shut down.
ABANDONED = "local_abandoned"
ABANDONED_MESSAGE = _(
    "local_machine_abandoned", default="Lần ký trên máy bị bỏ dở: hết thời hạn mà tệp đã ký chưa về hệ thống."
)
#: code -> (HTTP status, message)
REASONS = {
    "local_cause_unknown": (
        400,
        _("local_cause_unknown", default="Không rõ nguyên nhân ký thất bại mà trang này báo."),
    ),
    "local_token_unknown": (404, _("local_token_unknown", default="Liên kết ký không đúng.")),
    "local_token_used": (
        409,
        _("local_token_used", default="Liên kết ký này đã dùng một lần; hãy bấm ký lại trên văn bản."),
    ),
    "local_token_expired": (
        409,
        _("local_token_expired", default="Đã quá thời hạn của lần ký này; hãy bấm ký lại trên văn bản."),
    ),
    "local_file_missing": (400, _("local_file_missing", default="Dịch vụ ký không gửi kèm tệp PDF đã ký.")),
    "local_file_too_large": (
        400,
        _("local_file_too_large", default="Tệp đã ký lớn hơn nhiều so với tệp được giao ký."),
    ),
    "local_file_infected": (
        409,
        _(
            "local_file_infected",
            default="Tệp gửi về nhiễm mã độc (${virus}) nên không nhận. Hãy kiểm tra máy của anh/chị.",
        ),
    ),
    "local_not_continued": (
        409,
        _(
            "local_not_continued",
            default="Tệp gửi về không phải bản ký nối tiếp đúng phiên bản được giao; nội dung trước đó phải giữ "
            "nguyên.",
        ),
    ),
    "local_not_signed": (409, _("local_not_signed", default="Tệp gửi về chưa có chữ ký số mới.")),
    "local_too_many_signatures": (
        409,
        _("local_too_many_signatures", default="Tệp gửi về có nhiều hơn một chữ ký số mới."),
    ),
    "local_earlier_broken": (
        409,
        _("local_earlier_broken", default="Chữ ký số có trước trên tệp không còn hợp lệ sau lần ký này."),
    ),
    "local_changed": (
        409,
        _(
            "local_changed",
            default="Ngoài chữ ký số, tệp gửi về còn bị sửa đổi khác (nội dung trang, biểu mẫu hoặc chú thích).",
        ),
    ),
    "local_signature_invalid": (
        409,
        _("local_signature_invalid", default="Chữ ký số vừa tạo không hợp lệ: ${reason}"),
    ),
    "local_weak": (
        409,
        _("local_weak", default="Chữ ký số dùng hàm băm ${algorithm} không còn an toàn; phải từ SHA-256 trở lên."),
    ),
    "local_wrong_person": (
        409,
        _(
            "local_wrong_person",
            default="Chứng thư số dùng để ký là của ${found}, không phải chứng thư đã đăng ký của ${expected}.",
        ),
    ),
    "local_clock": (
        409,
        _(
            "local_clock",
            default="Thời điểm ký ghi trong tệp (${signed}) lệch với giờ máy chủ (${now}); hãy chỉnh giờ máy của "
            "anh/chị.",
        ),
    ),
    "local_revision_lost": (
        409,
        _(
            "local_revision_lost",
            default="Văn bản đã có phiên bản khác trong khi anh/chị ký; hãy mở lại, đọc phiên bản mới rồi ký.",
        ),
    ),
    "local_route_off": (
        409,
        _("local_route_off", default="Ký trên máy người dùng (VGCA) không được bật cho việc này."),
    ),
    "local_number_first": (
        409,
        _(
            "local_number_first",
            default="Ký số cơ quan bằng USB token cần số, ngày có sẵn trên tệp: hãy cấp số trước rồi phát hành.",
        ),
    ),
    "local_no_account": (409, _("local_no_account", default="Tài khoản của người ký không còn.")),
}


def refusal(code, field="file", **mapping):
    """The :class:`Refused` for ``code``, one of ``REASONS``; the caller raises it."""
    status, message = REASONS[code]
    text = _(str(message), default=message.default, mapping=mapping)
    return Refused([Violation(field, code, text, RULE)], status)
