"""What the signing room says when it does not do what was asked."""

from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


LAYOUT = "NĐ 30/2020/NĐ-CP, Phụ lục I"
ORDER = "NĐ 30/2020/NĐ-CP, Điều 32"
VALIDITY = "NĐ 68/2024/NĐ-CP, Điều 31"

#: code -> (HTTP status, message, source)
REASONS = {
    "pdf_unreadable": (
        400,
        _("signing_pdf_unreadable", default="Tệp PDF bị hỏng hoặc không đọc được."),
        "",
    ),
    "pdf_encrypted": (
        400,
        _("signing_pdf_encrypted", default="Tệp PDF có mật khẩu hoặc bị mã hóa nên không ký số được."),
        "",
    ),
    "pdf_active": (
        400,
        _("signing_pdf_active", default="Tệp PDF có biểu mẫu động hoặc mã lệnh nên không ký số được."),
        "",
    ),
    "pdf_rotated": (
        400,
        _("signing_pdf_rotated", default="Trang ký của tệp PDF bị xoay; hãy xuất lại tệp với trang đứng."),
        LAYOUT,
    ),
    "field_name_taken": (
        400,
        _("signing_field_name_taken", default="Tệp PDF đã có sẵn ô biểu mẫu trùng tên với ô của hệ thống."),
        "",
    ),
    "number_printed": (
        400,
        _(
            "signing_number_printed",
            default="Tệp đã ghi sẵn số văn bản; số do hệ thống cấp, hãy để trống sau chữ “Số:”.",
        ),
        "NĐ 30/2020/NĐ-CP, Điều 15",
    ),
    "number_room": (
        400,
        _("signing_number_room", default="Chưa chừa đủ chỗ trống cho số văn bản giữa “Số:” và dấu gạch chéo."),
        LAYOUT,
    ),
    "date_printed": (
        400,
        _("signing_date_printed", default="Tệp đã ghi sẵn ngày tháng; ngày ban hành do hệ thống ghi, hãy để trống."),
        "NĐ 30/2020/NĐ-CP, Điều 15",
    ),
    "date_room": (
        400,
        _(
            "signing_date_room",
            default="Chưa chừa đủ chỗ trống cho ngày, tháng trong dòng địa danh, thời gian ban hành.",
        ),
        LAYOUT,
    ),
    "year_differs": (
        409,
        _("signing_year_differs", default="Năm in sẵn trên văn bản khác năm của ngày ban hành."),
        LAYOUT,
    ),
    "number_wrong": (
        400,
        _("signing_number_wrong", default="Số hoặc ngày văn bản không đúng dạng."),
        LAYOUT,
    ),
    "image_unreadable": (
        400,
        _("signing_image_unreadable", default="Hình chữ ký hoặc con dấu không phải tệp .png có nền trong suốt."),
        f"{LAYOUT}, II.7.d, II.8.a",
    ),
    "not_prepared": (
        409,
        _("signing_not_prepared", default="Tệp chưa được chuẩn bị chỗ cho số, ngày, chữ ký và con dấu."),
        LAYOUT,
    ),
    "already_prepared": (
        409,
        _("signing_already_prepared", default="Tệp đã được chuẩn bị để ký."),
        "",
    ),
    "already_signed": (
        409,
        _("signing_already_signed", default="Tệp đã có chữ ký số ở vị trí này."),
        "",
    ),
    "already_numbered": (
        409,
        _("signing_already_numbered", default="Số và ngày đã được ghi vào tệp."),
        "NĐ 30/2020/NĐ-CP, Điều 15",
    ),
    "no_person_signature": (
        409,
        _("signing_no_person_signature", default="Chưa có chữ ký số hợp lệ của người có thẩm quyền."),
        ORDER,
    ),
    "wrong_signatory": (
        409,
        _("signing_wrong_signatory", default="Chữ ký số trên tệp không phải của người ký được giao."),
        ORDER,
    ),
    "number_missing": (
        409,
        _("signing_number_missing", default="Chưa ghi số và ngày vào tệp nên chưa đóng dấu được."),
        ORDER,
    ),
    "locked": (
        409,
        _("signing_locked", default="Tệp đã được ký số của cơ quan và khóa; không ký hoặc ghi thêm được nữa."),
        ORDER,
    ),
    "changed_after_signing": (
        409,
        _("signing_changed_after_signing", default="Nội dung tệp đã bị thay đổi sau khi ký."),
        "NĐ 30/2020/NĐ-CP, Điều 5",
    ),
    "no_key": (
        409,
        _("signing_no_key", default="Chưa có chứng thư số để ký."),
        VALIDITY,
    ),
    "certificate_expired": (
        409,
        _("signing_certificate_expired", default="Chứng thư số đã hết hạn hoặc chưa có hiệu lực."),
        VALIDITY,
    ),
    "certificate_scope": (
        409,
        _("signing_certificate_scope", default="Chứng thư số không dùng được để ký văn bản."),
        VALIDITY,
    ),
    "certificate_untrusted": (
        409,
        _("signing_certificate_untrusted", default="Chứng thư số không do tổ chức được tin cậy cấp."),
        VALIDITY,
    ),
    "wrong_key": (
        409,
        _("signing_wrong_key", default="Khóa bí mật không khớp với chứng thư số."),
        VALIDITY,
    ),
}


def refusal(code, field="file"):
    """The :class:`Refused` for ``code``, one of ``REASONS``; the caller raises it.

    ``field`` names the input that the person can do something about: file, number, date, image or certificate.
    """
    status, message, rule = REASONS[code]
    return Refused([Violation(field, code, message, rule)], status)
