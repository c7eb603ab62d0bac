"""Faults of the intake check in words, each with its source."""

from qlvb.content import _
from qlvb.workflows.transfer.intake.pdfa.wording import lack
from qlvb.workflows.viruses.wording import REASONS
from zope.i18n import translate
from zope.i18nmessageid import Message


_ND30 = "NĐ 30/2020/NĐ-CP"
_TT05 = "TT 05/2025/TT-BNV"
#: Rule -> (sentence, source).
SENTENCES = {
    "dossier_not_closed": (
        _("intake_dossier_not_closed", default="Hồ sơ chưa kết thúc, hoặc đã được mở lại."),
        f"{_ND30} Điều 29.4",
    ),
    "dossier_held": (
        _("intake_dossier_held", default="Hồ sơ đang tạm dừng (phong tỏa)."),
        f"{_ND30} Phụ lục VI IV.1",
    ),
    "dossier_empty": (_("intake_dossier_empty", default="Hồ sơ không có tài liệu nào."), f"{_ND30} Điều 29"),
    "retention_missing": (
        _("intake_retention_missing", default="Hồ sơ chưa có thời hạn bảo quản."),
        f"{_ND30} Điều 29.4",
    ),
    "retention_short": (
        _("intake_retention_short", default="Thời hạn bảo quản ${years} năm, dưới 05 năm: không thuộc diện nộp lưu."),
        f"{_ND30} Điều 31.3.c",
    ),
    "field_missing": (_("intake_field_missing", default="Thiếu thông tin “${subject}”."), f"{_TT05} Phụ lục III"),
    "field_long": (
        _("intake_field_long", default="“${subject}” dài quá ${most} ký tự."),
        f"{_TT05} Phụ lục III",
    ),
    "dates_reversed": (
        _("intake_dates_reversed", default="Ngày kết thúc hồ sơ trước ngày bắt đầu."),
        f"{_TT05} Phụ lục III",
    ),
    "date_future": (_("intake_date_future", default="“${subject}” sau ngày hôm nay."), f"{_TT05} Phụ lục III"),
    "document_gone": (
        _("intake_document_gone", default="Không tìm thấy tài liệu thứ ${subject} trong mục lục."),
        f"{_ND30} Điều 29.4",
    ),
    "document_unnumbered": (
        _("intake_document_unnumbered", default="Văn bản ${subject} còn là dự thảo, chưa có số."),
        f"{_ND30} Điều 29.4",
    ),
    "document_after_end": (
        _("intake_document_after_end", default="Ngày của văn bản ${subject} sau ngày kết thúc hồ sơ."),
        f"{_ND30} Điều 29",
    ),
    "file_missing": (
        _("intake_file_missing", default="Văn bản ${subject} không có tệp tin nào."),
        f"{_ND30} Điều 30.3",
    ),
    "file_damaged": (
        _("intake_file_damaged", default="Tệp “${subject}” không còn nguyên vẹn (${damage})."),
        f"{_ND30} Phụ lục VI III.5.d",
    ),
    "file_infected": (
        _("intake_file_infected", default="Tệp “${subject}” nhiễm mã độc: ${virus}."),
        _TT05,
    ),
    "file_unchecked": (
        _("intake_file_unchecked", default="Tệp “${subject}” chưa được quét mã độc: ${why}."),
        _TT05,
    ),
    "format_unknown": (
        _("intake_format_unknown", default="Tệp “${subject}” không thuộc định dạng lưu trữ và chưa có bản PDF/A."),
        f"{_TT05} Điều 8",
    ),
    "pdf_broken": (_("intake_pdf_broken", default="Tệp “${subject}” hỏng, không mở được."), f"{_TT05} Điều 8"),
    "not_pdfa": (_("intake_not_pdfa", default="Tệp “${subject}” không phải là PDF/A."), f"{_TT05} Điều 8"),
    "pages_differ": (
        _("intake_pages_differ", default="Văn bản ${subject}: ghi ${entered} trang, tệp có ${counted} trang."),
        f"{_TT05} Phụ lục III",
    ),
    "pages_missing": (
        _("intake_pages_missing", default="Văn bản ${subject} chưa có số lượng trang."),
        f"{_TT05} Phụ lục III",
    ),
    "signature_missing_person": (
        _("intake_signature_missing_person", default="Văn bản ${subject} thiếu chữ ký số của người có thẩm quyền."),
        f"{_ND30} Điều 5",
    ),
    "signature_missing_organisation": (
        _("intake_signature_missing_organisation", default="Văn bản ${subject} thiếu chữ ký số của cơ quan."),
        f"{_ND30} Điều 5",
    ),
    "signature_invalid": (
        _("intake_signature_invalid", default="Chữ ký số của ${signer} trên “${subject}” không hợp lệ."),
        f"{_ND30} Điều 5",
    ),
    "signature_indeterminate": (
        _(
            "intake_signature_indeterminate",
            default="Không xác thực được chữ ký số của ${signer} trên “${subject}”.",
        ),
        f"{_ND30} Điều 5",
    ),
    "package_failed": (
        _("intake_package_failed", default="Không đóng được gói SIP: ${subject}"),
        f"{_TT05} Điều 17",
    ),
}
_NOT_KEPT = _("intake_pdfa_not_kept", default="Tệp “${subject}” không đạt PDF/A: ${lacks}.")
_OF_DOCUMENT = _("intake_of_document", default="Văn bản ${document}: ${fault}")
#: Things named in one sentence; the others follow when these are mended.
MOST_LACKS = 3
FIELDS = {
    "code": _("intake_field_code", default="Mã hồ sơ"),
    "identifier": _("intake_field_identifier", default="Mã định danh của cơ quan"),
    "title": _("intake_field_title", default="Tiêu đề hồ sơ"),
    "mode": _("intake_field_mode", default="Chế độ sử dụng"),
    "language": _("intake_field_language", default="Ngôn ngữ của hồ sơ"),
    "start": _("intake_field_start", default="Thời gian bắt đầu"),
    "end": _("intake_field_end", default="Thời gian kết thúc"),
    "type": _("intake_field_type", default="Tên loại tài liệu"),
    "issued": _("intake_field_issued", default="Ngày, tháng, năm tài liệu"),
    "issuer": _("intake_field_issuer", default="Cơ quan ban hành"),
    "subject": _("intake_field_subject", default="Trích yếu nội dung"),
    "document_language": _("intake_field_document_language", default="Ngôn ngữ của tài liệu"),
}
DAMAGE = {
    "missing": _("intake_damage_missing", default="mất tệp"),
    "unreadable": _("intake_damage_unreadable", default="không đọc được"),
    "altered": _("intake_damage_altered", default="nội dung đã bị thay đổi"),
    "hash_altered": _("intake_damage_hash", default="mã băm đã bị thay đổi"),
}


def sentence(fault, request=None):
    """str: the fault in the language of the request, Vietnamese without one."""
    options = {"context": request} if request is not None else {"target_language": "vi"}
    message, _source = SENTENCES[fault.rule]
    mapping = {"subject": fault.subject, **dict(fault.values)}
    if fault.rule in ("field_missing", "field_long", "date_future"):
        mapping["subject"] = translate(FIELDS[fault.subject], **options)
    if "lacks" in mapping:
        message = _NOT_KEPT
        mapping["lacks"] = "; ".join(lack(*one, **options) for one in mapping["lacks"][:MOST_LACKS])
    if "why" in mapping:
        mapping["why"] = translate(REASONS.get(mapping["why"], mapping["why"]), **options)
    if "damage" in mapping:
        mapping["damage"] = translate(DAMAGE.get(mapping["damage"], mapping["damage"]), **options)
    found = translate(Message(message, mapping=mapping), **options)
    if not mapping.get("of"):
        return found
    named = {"document": mapping["of"], "fault": f"{found[:1].lower()}{found[1:]}"}
    return translate(Message(_OF_DOCUMENT, mapping=named), **options)


def source(fault):
    """str: decree or circular and article."""
    return SENTENCES[fault.rule][1]
