"""What registers refuse, and in which words."""

from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


RULE_NUMBERS = "NĐ 30/2020 Điều 15"


def refuse(violations, status):
    """Raise Refused when there is anything to refuse."""
    if violations:
        raise Refused(violations, status)


def closed(register):
    return Violation(
        "register",
        "register_closed",
        _(
            "violation_register_closed",
            default="${title} đã khóa, không ghi thêm được.",
            mapping={"title": register.title},
        ),
        RULE_NUMBERS,
    )


def wrong_year(register):
    return Violation(
        "date",
        "register_wrong_year",
        _(
            "violation_register_wrong_year",
            default="Sổ này của năm ${year}, ngày ghi phải trong năm đó.",
            mapping={"year": str(register.year)},
        ),
        RULE_NUMBERS,
    )


def reference_taken(reference, register):
    return Violation(
        "document_symbol",
        "reference_taken",
        _(
            "violation_reference_taken",
            default="Số, ký hiệu ${reference} đã dùng trong năm (${title}).",
            mapping={"reference": reference, "title": register.title},
        ),
        RULE_NUMBERS,
    )


def number_taken(number, register):
    return Violation(
        "number",
        "number_taken",
        _(
            "violation_number_taken",
            default="Số ${number} đã có trong ${title}.",
            mapping={"number": str(number), "title": register.title},
        ),
        RULE_NUMBERS,
    )


def register_in_use(number, register):
    return Violation(
        "number",
        "register_in_use",
        _(
            "violation_register_in_use",
            default="${title} đã cấp số trên hệ thống này, không nhập thêm số ${number} của sổ cũ được.",
            mapping={"number": str(number), "title": register.title},
        ),
        RULE_NUMBERS,
    )


def reason_missing():
    return Violation("reason", "reason_missing", _("violation_reason_missing", default="Cần ghi lý do."))


def reason_short(length):
    return Violation(
        "reason",
        "reason_short",
        _("violation_reason_short", default="Lý do phải có ít nhất ${length} ký tự.", mapping={"length": str(length)}),
    )


def expiry_past():
    return Violation(
        "expires", "expiry_past", _("violation_expiry_past", default="Ngày hết hạn giữ số phải từ hôm nay trở đi.")
    )


def not_reserved(number):
    return Violation(
        "number",
        "number_not_reserved",
        _(
            "violation_number_not_reserved",
            default="Số ${number} không ở trạng thái đang giữ.",
            mapping={"number": str(number)},
        ),
    )


def reservation_expired(number, expires):
    return Violation(
        "number",
        "reservation_expired",
        _(
            "violation_reservation_expired",
            default="Số ${number} chỉ được giữ đến ${date}.",
            mapping={"number": str(number), "date": expires.strftime("%d/%m/%Y")},
        ),
    )


def has_number(number):
    return Violation(
        "number",
        "record_has_number",
        _(
            "violation_record_has_number",
            default="Văn bản đã có số ${number} trong sổ này.",
            mapping={"number": str(number)},
        ),
        RULE_NUMBERS,
    )


def unknown_number(number):
    return Violation(
        "number",
        "number_unknown",
        _("violation_number_unknown", default="Sổ chưa có số ${number}.", mapping={"number": str(number)}),
    )


def voided_already(number):
    return Violation(
        "number",
        "number_voided",
        _("violation_number_voided", default="Số ${number} đã hủy trước đó.", mapping={"number": str(number)}),
    )


def lock_timeout():
    return Violation(
        "",
        "busy",
        _("violation_busy", default="Có người khác đang ghi vào cùng sổ. Hãy thử lại sau giây lát."),
    )


def still_reserved(numbers):
    return Violation(
        "",
        "numbers_reserved",
        _(
            "violation_numbers_reserved",
            default="Sổ còn số đang giữ (${numbers}); hãy dùng hoặc hủy trước khi khóa sổ.",
            mapping={"numbers": ", ".join(str(number) for number in numbers)},
        ),
    )
