"""What a PDF does not keep of PDF/A, in words."""

from qlvb.content import _
from zope.i18n import translate
from zope.i18nmessageid import Message


SENTENCES = {
    "encrypted": _("pdfa_encrypted", default="tệp bị mã hóa"),
    "no_id": _("pdfa_no_id", default="thiếu mã định danh tệp (ID)"),
    "external_stream": _("pdfa_external_stream", default="dữ liệu nằm ngoài tệp"),
    "lzw": _("pdfa_lzw", default="nén LZW"),
    "embedded_file": _("pdfa_embedded_file", default="tệp nhúng ${detail}"),
    "optional_content": _("pdfa_optional_content", default="có lớp nội dung ẩn, hiện"),
    "page_size": _("pdfa_page_size", default="khổ trang ngoài giới hạn (${detail})"),
    "output_intents_differ": _("pdfa_output_intents", default="nhiều hồ sơ màu đầu ra khác nhau"),
    "device_colour": _("pdfa_device_colour", default="màu ${detail} không có hồ sơ màu"),
    "image_extras": _("pdfa_image_extras", default="hình ảnh dùng ${detail}"),
    "postscript": _("pdfa_postscript", default="chứa PostScript"),
    "reference": _("pdfa_reference", default="tham chiếu đến tệp khác"),
    "font_not_embedded": _("pdfa_font", default="phông chữ ${detail} không nhúng trong tệp"),
    "font_widths": _("pdfa_font_widths", default="độ rộng chữ khai báo khác phông chữ (${detail})"),
    "no_unicode": _("pdfa_no_unicode", default="phông chữ ${detail} không cho biết mã Unicode của chữ"),
    "jpeg2000": _("pdfa_jpeg2000", default="hình JPEG 2000 không đúng quy định (${detail})"),
    "no_level": _("pdfa_no_level", default="siêu dữ liệu không nêu mức PDF/A (A, B hoặc U)"),
    "not_marked": _("pdfa_not_marked", default="mức A nhưng không khai báo có thẻ cấu trúc (MarkInfo)"),
    "no_structure": _("pdfa_no_structure", default="mức A nhưng không có cây thẻ cấu trúc"),
    "structure_type": _("pdfa_structure_type", default="thẻ cấu trúc không chuẩn: ${detail}"),
    "language": _("pdfa_language", default="mã ngôn ngữ sai: ${detail}"),
    "verapdf": _("pdfa_verapdf", default="veraPDF: ${detail}"),
    "transparency": _("pdfa_transparency", default="dùng độ trong suốt (${detail})"),
    "annotation_type": _("pdfa_annotation_type", default="chú thích loại ${detail}"),
    "annotation_flags": _("pdfa_annotation_flags", default="chú thích ${detail} bị ẩn hoặc không in được"),
    "annotation_appearance": _("pdfa_annotation_appearance", default="chú thích ${detail} không có hình hiển thị"),
    "action": _("pdfa_action", default="hành động ${detail}"),
    "trigger": _("pdfa_trigger", default="hành động tự chạy"),
    "form_action": _("pdfa_form_action", default="hành động trong ô biểu mẫu"),
    "form_appearances": _("pdfa_form_appearances", default="hình của ô biểu mẫu phải dựng lại khi mở"),
    "xfa": _("pdfa_xfa", default="biểu mẫu XFA"),
    "no_claim": _("pdfa_no_claim", default="siêu dữ liệu không nêu phần và mức PDF/A"),
    "info_differs": _("pdfa_info_differs", default="siêu dữ liệu XMP khác bảng thông tin (${detail})"),
}


def lack(rule, clause, detail, **options):
    """str: one fault with its clause; ``options``: those of ``translate``."""
    words = translate(Message(SENTENCES[rule], mapping={"detail": detail}), **options)
    return f"{words} ({clause})"
