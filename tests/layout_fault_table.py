"""Faults that are put into a composed draft, each with the rule that finds it and the message it gets."""

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.shared import Pt
from docx.shared import RGBColor
from layout_faults import paragraph


def runs(beginning, **changes):
    def fault(document):
        for run in paragraph(document, beginning).runs:
            for name, value in changes.items():
                setattr(run.font, name, value)

    return fault


def layout_of(beginning, **changes):
    def fault(document):
        for name, value in changes.items():
            setattr(paragraph(document, beginning).paragraph_format, name, value)

    return fault


def words(beginning, text):
    def fault(document):
        first, *others = paragraph(document, beginning).runs
        first.text = text
        for run in others:
            run.text = ""

    return fault


def section(**changes):
    def fault(document):
        for name, value in changes.items():
            setattr(document.sections[0], name, value)

    return fault


def without_page_number(document):
    for part in document.sections[0].header.paragraphs:
        for node in list(part._p.iter(qn("w:instrText"))):
            node.getparent().remove(node)


def remove(beginning):
    def fault(document):
        found = paragraph(document, beginning)
        for run in found.runs:
            run.text = ""

    return fault


def red(beginning):
    def fault(document):
        for run in paragraph(document, beginning).runs:
            run.font.color.rgb = RGBColor(255, 0, 0)

    return fault


FAULTS = [
    (section(page_width=Mm(216), page_height=Mm(279)), "paper", "finding_paper"),
    (section(left_margin=Mm(20)), "margins", "finding_margin"),
    (section(right_margin=Mm(25)), "margins", "finding_margin"),
    (section(top_margin=Mm(30)), "margins", "finding_margin"),
    (section(bottom_margin=Mm(10)), "margins", "finding_margin"),
    (runs("Thực hiện", name="Arial"), "font", "finding_font"),
    (red("Thực hiện"), "font", "finding_colour"),
    (without_page_number, "page_numbers", "finding_number_missing"),
    (section(different_first_page_header_footer=False), "page_numbers", "finding_number_first"),
    (words("CỘNG HÒA", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM."), "nation", "finding_words"),
    (runs("CỘNG HÒA", bold=False), "nation", "finding_not_bold"),
    (runs("CỘNG HÒA", size=Pt(14)), "nation", "finding_size"),
    (remove("CỘNG HÒA"), "nation", "finding_missing"),
    (words("Độc lập", "Độc Lập - Tự Do - Hạnh Phúc"), "motto", "finding_words"),
    (runs("Độc lập", size=Pt(12)), "motto", "finding_size"),
    (words("SỞ KHOA HỌC", "Sở Khoa học và Công nghệ"), "issuer", "finding_capitals"),
    (runs("SỞ KHOA HỌC", bold=False), "issuer", "finding_not_bold"),
    (runs("ỦY BAN NHÂN DÂN", bold=True), "issuer", "finding_bold"),
    (words("SỞ KHOA HỌC", "SỞ NỘI VỤ"), "issuer", "finding_missing"),
    (runs("Số:", size=Pt(14)), "number", "finding_size"),
    (words("Số:", "Số:     /SKHCN - CNTT&CĐS"), "number", "finding_symbol_blank"),
    (words("Số:", "Số:     /SKHCN-VP"), "number", "finding_symbol"),
    (words("Số:", "Số: 5/SKHCN-CNTT&CĐS"), "number", "finding_number_zero"),
    (words("Số:", "SỐ:     /SKHCN-CNTT&CĐS"), "number", "finding_number_word"),
    (remove("Số:"), "number", "finding_missing"),
    (runs("Sơn Hải,", italic=False), "date", "finding_not_italic"),
    (words("Sơn Hải,", "Sơn Hải, ngày 5 tháng 1 năm 2026"), "date", "finding_date_zero"),
    (words("Sơn Hải,", "Hà Nội, ngày 05 tháng 01 năm 2026"), "date", "finding_place"),
    (words("V/v", "V/v triển khai việc khác"), "subject", "finding_subject"),
    (runs("V/v", size=Pt(14)), "subject", "finding_size"),
    (runs("V/v", italic=True), "subject", "finding_italic"),
    (remove("V/v"), "subject", "finding_missing"),
    (layout_of("Thực hiện", alignment=WD_ALIGN_PARAGRAPH.LEFT), "body", "finding_justified"),
    (layout_of("Thực hiện", first_line_indent=Mm(0)), "body", "finding_indent"),
    (layout_of("Thực hiện", space_after=Pt(0)), "body", "finding_spacing"),
    (layout_of("Thực hiện", line_spacing=2.0), "body", "finding_line"),
    (runs("Thực hiện", size=Pt(12)), "body", "finding_size"),
    (words("Đề nghị các", "Đề nghị các cơ quan, đơn vị phối hợp thực hiện và phản ánh về Sở để được hướng dẫn."), "body", "finding_end"),
    (words("KT. GIÁM ĐỐC", "KT. Giám đốc"), "signature", "finding_capitals"),
    (words("KT. GIÁM ĐỐC", "GIÁM ĐỐC"), "signature", "finding_block"),
    (words("KT. GIÁM ĐỐC", "TUN. GIÁM ĐỐC"), "signature", "finding_prefix"),
    (words("Bùi Trung Kiên", "TS. Bùi Trung Kiên"), "signature", "finding_academic"),
    (words("Bùi Trung Kiên", "Nguyễn Văn Khác"), "signature", "finding_missing"),
    (runs("Bùi Trung Kiên", bold=False), "signature", "finding_not_bold"),
    (runs("Nơi nhận:", italic=False), "recipients", "finding_not_italic"),
    (runs("Nơi nhận:", size=Pt(14)), "recipients", "finding_size"),
    (runs("- UBND tỉnh", size=Pt(13)), "recipients", "finding_size"),
    (words("- UBND tỉnh", "- UBND tỉnh"), "recipients", "finding_item_end"),
    (words("- Lưu: VT", "- Lưu: Văn thư."), "recipients", "finding_retained_form"),
    (words("- Lưu: VT", "- Sở Tài chính."), "recipients", "finding_retained"),
    (words("- Như trên", "- Sở Nội vụ;"), "recipients", "finding_as_above"),
    (remove("Kính gửi"), "recipients", "finding_missing"),
    (words("Đề nghị các", "Đề nghị các cơ quan thực hiện đúng quy định tại điều 5 và pháp luật của nhà nước về lưu trữ./."), "capitals", "finding_capital"),
    (words("Thực hiện", "thực hiện Kế hoạch chuyển đổi số năm 2026 của Ủy ban nhân dân tỉnh Sơn Hải về phần mềm dùng chung."), "capitals", "finding_sentence"),
]
