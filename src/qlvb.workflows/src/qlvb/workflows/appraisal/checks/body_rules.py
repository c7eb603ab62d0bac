"""Grounds, body and its end (Phụ lục I, Phần I, Mục II.6 and V)."""

from qlvb.content import _
from qlvb.content.text import fold
from qlvb.workflows.appraisal.checks import rules
from qlvb.workflows.appraisal.checks.model import ERROR
from qlvb.workflows.appraisal.checks.model import WARNING
import re


#: Points: 1 cm and 1.27 cm, a little beside them; 6 points between paragraphs.
INDENTS = ((27.5, 29.5), (35.0, 37.0))
LEAST_AFTER = 6
#: A paragraph shorter than this says nothing of how the body is set.
LONG = 60
#: What templates leave to be written: words in square brackets.
LEFT_OPEN = re.compile(r"\[[^\W\d_][^\[\]]* [^\[\]]*\]")


def check_grounds(parts, expected, findings):
    grounds = [piece for piece in parts.pieces if fold(piece.text).startswith("can cu ") and not piece.cell]
    grounds = [piece for piece in grounds if piece.text.endswith((";", ".", ","))]
    for place, piece in enumerate(grounds):
        if parts.paper.kind == "pdf":
            continue
        if not piece.italic:
            message = _("finding_not_italic", default="Phải là chữ nghiêng.")
            findings.add(rules.GROUNDS, ERROR, message, piece, "grounds")
        mark = "." if place == len(grounds) - 1 else ";"
        following = parts.pieces[parts.pieces.index(piece) + 1 : parts.pieces.index(piece) + 2]
        proposed = bool(following) and fold(following[0].text).startswith(("theo de nghi", "xet "))
        if not piece.text.endswith(";" if proposed else mark):
            message = _("finding_ground_end", default="Mỗi căn cứ kết thúc bằng dấu “;”, căn cứ cuối bằng dấu “.”.")
            findings.add(rules.GROUNDS, ERROR, message, piece, "grounds")


def check_body(parts, expected, findings):
    if parts.paper.kind == "docx":
        _paragraphs(parts, expected, findings)
    _sizes(parts, findings)
    _left_open(parts, findings)


def _left_open(parts, findings):
    for piece in parts.pieces:
        if found := LEFT_OPEN.search(piece.text):
            mapping = {"words": found.group()}
            message = _("finding_left_open", default="Chỗ “${words}” của mẫu chưa được điền.", mapping=mapping)
            findings.add(rules.BODY, ERROR, message, piece)


def _sizes(parts, findings):
    for piece in parts.body:
        if piece.size is not None and len(piece.text) >= LONG and not 13 <= piece.size <= 14:
            mapping = {"size": f"{piece.size:g}", "wanted": "13–14"}
            message = _("finding_size", default="Cỡ chữ ${size}, phải là ${wanted}.", mapping=mapping)
            findings.add(rules.BODY, ERROR, message, piece, "body_size")


def _paragraphs(parts, expected, findings):
    seen = set()
    following = [*parts.body[1:], None]
    for piece, after in zip(parts.body, following, strict=True):
        if len(piece.text) < LONG or piece.align == "centre" or piece.italic:
            continue
        if piece.align != "justified":
            message = _("finding_justified", default="Nội dung phải được canh đều cả hai lề.")
            findings.add(rules.BODY, ERROR, message, piece, "body_align")
        if not any(least <= piece.first <= most for least, most in INDENTS) and "indent" not in seen:
            seen.add("indent")
            message = _("finding_indent", default="Chữ đầu dòng phải lùi vào 1 cm hoặc 1,27 cm.")
            findings.add(rules.BODY, ERROR, message, piece, "body_indent")
        if after is not None and len(after.text) >= LONG and piece.after + after.before < LEAST_AFTER:
            if "after" not in seen:
                message = _("finding_spacing", default="Khoảng cách giữa các đoạn văn tối thiểu là 6 pt.")
                findings.add(rules.BODY, ERROR, message, piece, "body_after")
            seen.add("after")
        if piece.line is not None and not 0.99 <= piece.line <= 1.51 and "line" not in seen:
            seen.add("line")
            message = _("finding_line", default="Khoảng cách giữa các dòng từ dòng đơn đến 1,5 lines.")
            findings.add(rules.BODY, ERROR, message, piece, "body_line")


def check_end(parts, expected, findings):
    if parts.paper.kind != "docx" or not parts.body or parts.recipients is None:
        return
    last = parts.body[-1]
    if fold(last.text).startswith("dieu "):
        return  # the last article of a decision ends as it stands
    if len(last.text) >= LONG and not last.text.endswith("./."):
        message = _("finding_end", default="Hết nội dung văn bản phải có dấu “./.”.")
        findings.add(rules.BODY, WARNING, message, last, "end_mark")
