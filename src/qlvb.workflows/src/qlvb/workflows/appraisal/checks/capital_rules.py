"""Capitals as far as a program can tell (Phụ lục II)."""

from qlvb.content import _
from qlvb.workflows.appraisal.checks import rules
from qlvb.workflows.appraisal.checks.model import WARNING
import re


#: Wrong -> right, with the section of Phụ lục II it follows.
WORDS = (
    (re.compile(r"(?<![\w])(?P<wrong>nhà nước)(?![\w])"), "Nhà nước", "Mục V.1"),
    (re.compile(r"(?<=[\w,;] )(?P<wrong>điều) (?=\d)"), "Điều", "Mục V.6"),
    (re.compile(r"(?<=[\w,;] )(?P<wrong>chương) (?=[IVXLC]+\b)"), "Chương", "Mục V.6"),
    (re.compile(r"(?<=[a-zà-ỹ,;] )(?P<wrong>Khoản) (?=\d)"), "khoản", "Mục V.6"),
    (re.compile(r"(?<=[a-zà-ỹ,;] )(?P<wrong>Điểm) (?=[a-zđ] )"), "điểm", "Mục V.6"),
    (re.compile(r"(?P<wrong>chính phủ)(?![\w])"), "Chính phủ", "Mục IV"),
    (re.compile(r"(?<=[\w,;] )(?P<wrong>quốc hội)(?![\w])"), "Quốc hội", "Mục IV"),
    (re.compile(r"(?<![\w])(?P<wrong>(?:[uU]ỷ|[uU]ỷ|[uU]ỷ|ủy) ban nhân dân) (?=tỉnh|huyện|xã|thành phố|phường)"),
     "Ủy ban nhân dân", "Mục IV"),
    (re.compile(r"(?<=[a-zà-ỹ,;] )(?P<wrong>thứ (?:hai|ba|tư|năm|sáu|bảy)) (?=ngày)"), "", "Mục V.8"),
)


def check_capitals(parts, expected, findings):
    for piece in parts.pieces:
        for pattern, right, section in WORDS:
            if match := pattern.search(piece.text):
                wrong = match["wrong"]
                right = right or wrong[:4] + wrong[4:].capitalize()
                mapping = {"wrong": wrong, "right": right, "section": section}
                message = _(
                    "finding_capital",
                    default="“${wrong}” viết hoa thành “${right}” (Phụ lục II, ${section}).",
                    mapping=mapping,
                )
                findings.add(rules.CAPITALS, WARNING, message, piece, "capitals")
        if piece.text[:1].islower() and piece.text[:1].isalpha() and _begins(parts, piece):
            message = _("finding_sentence", default="Chữ cái đầu câu phải viết hoa (Phụ lục II, Mục I).")
            findings.add(rules.CAPITALS, WARNING, message, piece, "sentence")


def _begins(parts, piece):
    """bool: a paragraph of the body that is no point of a list ("a) …")."""
    is_body = parts.paper.kind == "docx" and piece in parts.body
    return is_body and not re.match(r"^[a-zđ][).]", piece.text)
