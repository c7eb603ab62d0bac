"""Signature and recipients (Phụ lục I, Phần I, Mục II.7 and II.9), addressees, urgency."""

from qlvb.content import _
from qlvb.content.text import fold
from qlvb.workflows.appraisal.checks import rules
from qlvb.workflows.appraisal.checks.head_rules import look
from qlvb.workflows.appraisal.checks.head_rules import missing
from qlvb.workflows.appraisal.checks.model import ERROR
from qlvb.workflows.appraisal.checks.model import WARNING
import re


#: Kinds sent with "Kính gửi" (II.9.a).
ADDRESSED = ("official_letter", "submission")
PREFIXES = ("TM.", "Q.", "KT.", "TL.", "TUQ.")
URGENT = {"express": ("HỎA TỐC", "HOẢ TỐC"), "very_urgent": ("THƯỢNG KHẨN",), "urgent": ("KHẨN",)}
_ACADEMIC = re.compile(r"^(GS|PGS|TS|ThS|CN|KS|BS)\b\.?", re.IGNORECASE)
_PREFIXED = re.compile(r"^(?P<prefix>[A-ZĐ]{1,4})\.\s*\S")


def check_signature(parts, expected, findings):
    _prefixes(parts, findings)
    if not expected.signer:
        return
    name = next((piece for piece in reversed(parts.pieces) if _is_name(piece.text, expected.signer)), None)
    if name is None:
        missing(findings, rules.SIGNATURE, expected.signer)
    else:
        if _ACADEMIC.match(name.text):
            message = _("finding_academic", default="Không ghi học hàm, học vị trước họ tên người ký.")
            findings.add(rules.SIGNATURE, WARNING, message, name)
        look(findings, rules.SIGNATURE, name, (13, 14), True, False, "signer")
    _block(parts, expected, findings)


def _is_name(text, signer):
    return fold(_ACADEMIC.sub("", text.strip()).strip(" .")) == fold(signer)


def _prefixes(parts, findings):
    for piece in parts.pieces:
        match = _PREFIXED.match(piece.text)
        known = match is not None and f"{match['prefix']}." in PREFIXES
        if match and not known and piece.bold and piece.text == piece.text.upper() and len(match["prefix"]) > 1:
            if re.fullmatch(r"[IVXLC]+", match["prefix"]):
                continue
            message = _(
                "finding_prefix",
                default="Quyền hạn “${prefix}.” không có trong Nghị định; chỉ dùng TM., Q., KT., TL., TUQ.",
                mapping={"prefix": match["prefix"]},
            )
            findings.add(rules.SIGNATURE, ERROR, message, piece)


def _block(parts, expected, findings):
    if not expected.signature_blocks:
        return
    found = {fold(piece.text): piece for piece in parts.pieces}
    fitting = [block for block in expected.signature_blocks if all(fold(line) in found for line in block)]
    if not fitting:
        wanted = " / ".join(expected.signature_blocks[0])
        message = _(
            "finding_block",
            default="Không tìm thấy quyền hạn, chức vụ của người ký: “${block}”.",
            mapping={"block": wanted},
        )
        findings.add(rules.SIGNATURE, ERROR, message)
        return
    for line in max(fitting, key=len):
        piece = found[fold(line)]
        if piece.text != piece.text.upper():
            message = _("finding_capitals", default="Phải viết in hoa.")
            findings.add(rules.SIGNATURE, ERROR, message, piece, "position")
        look(findings, rules.SIGNATURE, piece, (13, 14), True, False, "position")


def check_recipients(parts, expected, findings):
    if expected.document_type in ADDRESSED and parts.addressed is None:
        missing(findings, rules.RECIPIENTS, "Kính gửi")
    piece = parts.recipients
    if piece is None:
        missing(findings, rules.RECIPIENTS, "Nơi nhận:")
        return
    if not piece.text.startswith("Nơi nhận:"):
        message = _("finding_words", default="Phải viết đúng “${words}”.", mapping={"words": "Nơi nhận:"})
        findings.add(rules.RECIPIENTS, ERROR, message, piece, "recipients_word")
    look(findings, rules.RECIPIENTS, piece, (12, 12), True, True, "recipients_word")
    _items(parts, expected, findings)


def _items(parts, expected, findings):
    items = parts.items
    if not items:
        message = _("finding_no_recipients", default="Chưa ghi nơi nhận dưới “Nơi nhận:”.")
        findings.add(rules.RECIPIENTS, ERROR, message, parts.recipients)
        return
    last = items[-1]
    if not fold(last.text).lstrip("-– ").startswith("luu"):
        message = _("finding_retained", default="Dòng cuối phải là “- Lưu: VT, <đơn vị soạn thảo>.”.")
        findings.add(rules.RECIPIENTS, ERROR, message, last)
    elif not re.match(r"^[-–]\s*Lưu: VT\b", last.text):
        message = _("finding_retained_form", default="Phải ghi “- Lưu: VT, …”.")
        findings.add(rules.RECIPIENTS, ERROR, message, last)
    if parts.addressed is not None and fold(items[0].text).lstrip("-– ").rstrip(" ;.") != "nhu tren":
        message = _("finding_as_above", default="Văn bản có “Kính gửi” thì nơi nhận bắt đầu bằng “- Như trên;”.")
        findings.add(rules.RECIPIENTS, ERROR, message, items[0])
    for item in items:
        mark = "." if item is last else ";"
        if parts.paper.kind == "docx" and not item.text.endswith(mark):
            message = _("finding_item_end", default="Mỗi dòng kết thúc bằng dấu “;”, dòng cuối bằng dấu “.”.")
            findings.add(rules.RECIPIENTS, ERROR, message, item, "recipient_items")
            break
    for item in items:
        if item.size is not None and item.size != 11:
            mapping = {"size": f"{item.size:g}", "wanted": "11"}
            message = _("finding_size", default="Cỡ chữ ${size}, phải là ${wanted}.", mapping=mapping)
            findings.add(rules.RECIPIENTS, ERROR, message, item, "recipient_items")
            break


def check_urgency(parts, expected, findings):
    stamped = {piece.text.strip() for piece in parts.pieces}
    wanted = URGENT.get(expected.urgency, ())
    if wanted and not stamped & set(wanted):
        message = _(
            "finding_urgency", default="Chưa có dấu chỉ mức độ khẩn “${stamp}”.", mapping={"stamp": wanted[0]}
        )
        findings.add(rules.URGENCY, WARNING, message)
    others = {stamp for level, stamps in URGENT.items() if level != expected.urgency for stamp in stamps}
    if other := next(iter(sorted(stamped & others)), None):
        message = _(
            "finding_urgency_other",
            default="Dấu “${stamp}” không khớp mức độ khẩn của văn bản.",
            mapping={"stamp": other},
        )
        findings.add(rules.URGENCY, ERROR, message)
