"""The head of the first page: national title, issuer, number, date, subject (Phụ lục I, Phần I, Mục II.1–II.5)."""

from qlvb.content import _
from qlvb.content.text import fold
from qlvb.workflows.appraisal.checks import rules
from qlvb.workflows.appraisal.checks.model import ERROR
from qlvb.workflows.appraisal.checks.model import WARNING
from qlvb.workflows.appraisal.checks.parts import MOTTO
from qlvb.workflows.appraisal.checks.parts import NATION
import re


LETTERS = ("official_letter", "courtesy_letter")
#: Minutes carry no place and date (Phụ lục III, mẫu 1.9).
UNDATED = ("minutes",)
_NUMBER = re.compile(r"^(?P<word>Số)(?P<colon>\s*:)\s*(?P<number>[\d\s._…]*)/(?P<symbol>.*)$", re.IGNORECASE)
_DAY = re.compile(r"ngày\s+(\d+)\s+tháng\s+(\d+)\s+năm\s+(\d+)", re.IGNORECASE)


def look(findings, rule, piece, sizes, bold, italic, fix):
    """Size, weight and slant of a component."""
    least, most = sizes
    if piece.size is not None and not least <= piece.size <= most:
        wanted = str(least) if least == most else f"{least}–{most}"
        mapping = {"size": f"{piece.size:g}", "wanted": wanted}
        message = _("finding_size", default="Cỡ chữ ${size}, phải là ${wanted}.", mapping=mapping)
        findings.add(rule, ERROR, message, piece, fix)
    if piece.bold != bold:
        message = (
            _("finding_not_bold", default="Phải là chữ đậm.")
            if bold
            else _("finding_bold", default="Không dùng chữ đậm.")
        )
        findings.add(rule, ERROR, message, piece, fix)
    if piece.italic != italic:
        message = (
            _("finding_not_italic", default="Phải là chữ nghiêng.")
            if italic
            else _("finding_italic", default="Phải là chữ đứng.")
        )
        findings.add(rule, ERROR, message, piece, fix)


def missing(findings, rule, words):
    message = _("finding_missing", default="Không tìm thấy “${words}”.", mapping={"words": words})
    findings.add(rule, ERROR, message)


def check_nation(parts, expected, findings):
    if parts.nation is None:
        missing(findings, rules.NATION, NATION)
    else:
        if parts.nation.text != NATION:
            _wrong_words(findings, rules.NATION, parts.nation, NATION, "nation")
        look(findings, rules.NATION, parts.nation, (12, 13), True, False, "nation")
    if parts.motto is None:
        missing(findings, rules.MOTTO, MOTTO)
    else:
        if parts.motto.text.replace("–", "-") != MOTTO:
            _wrong_words(findings, rules.MOTTO, parts.motto, MOTTO, "motto")
        look(findings, rules.MOTTO, parts.motto, (13, 14), True, False, "motto")


def _wrong_words(findings, rule, piece, words, fix):
    message = _("finding_words", default="Phải viết đúng “${words}”.", mapping={"words": words})
    findings.add(rule, ERROR, message, piece, fix)


def check_issuer(parts, expected, findings):
    for name, bold in ((expected.agency, True), (expected.parent, False)):
        if not name:
            continue
        piece = parts.same(name)
        if piece is None and parts.paper.kind == "pdf":
            continue  # a long name runs over two lines there
        if piece is None:
            severity = ERROR if bold else WARNING
            message = _("finding_missing", default="Không tìm thấy “${words}”.", mapping={"words": name.upper()})
            findings.add(rules.ISSUER, severity, message)
            continue
        if piece.text != piece.text.upper():
            message = _("finding_capitals", default="Phải viết in hoa.")
            findings.add(rules.ISSUER, ERROR, message, piece, "issuer")
        look(findings, rules.ISSUER, piece, (12, 13), bold, False, "issuer" if bold else "parent")


def check_number(parts, expected, findings):
    piece = parts.number
    if piece is None:
        missing(findings, rules.NUMBER, "Số:")
        return
    look(findings, rules.NUMBER, piece, (13, 13), False, False, "number")
    match = _NUMBER.match(piece.text)
    if match is None:
        message = _("finding_number_form", default="Phải có dạng “Số: …/ký hiệu”.")
        findings.add(rules.NUMBER, ERROR, message, piece)
        return
    number, symbol = match["number"].strip(), match["symbol"].strip()
    if match["word"] != "Số" or match["colon"] != ":":
        message = _("finding_number_word", default="Từ “Số” viết thường, sau đó có dấu hai chấm.")
        findings.add(rules.NUMBER, ERROR, message, piece, "number_word")
    if number.isdigit() and int(number) < 10 and len(number) < 2:
        message = _("finding_number_zero", default="Số nhỏ hơn 10 phải ghi thêm số 0 phía trước.")
        findings.add(rules.NUMBER, ERROR, message, piece)
    if re.search(r"\s", symbol):
        message = _("finding_symbol_blank", default="Ký hiệu viết liền, không cách chữ.")
        findings.add(rules.NUMBER, ERROR, message, piece, "symbol_blank")
    elif expected.symbol and symbol != expected.symbol:
        mapping = {"found": symbol, "wanted": expected.symbol}
        message = _("finding_symbol", default="Ký hiệu “${found}”, phải là “${wanted}”.", mapping=mapping)
        findings.add(rules.NUMBER, ERROR, message, piece, "symbol")


def check_date(parts, expected, findings):
    if expected.document_type in UNDATED:
        return
    piece = parts.date
    if piece is None:
        missing(findings, rules.DATE, "…, ngày … tháng … năm …")
        return
    look(findings, rules.DATE, piece, (13, 14), False, True, "date")
    place = piece.text.partition(",")[0].strip()
    if "," not in piece.text:
        message = _("finding_place_comma", default="Sau địa danh phải có dấu phẩy.")
        findings.add(rules.DATE, ERROR, message, piece)
    elif expected.place and fold(place) != fold(expected.place):
        mapping = {"found": place, "wanted": expected.place}
        message = _("finding_place", default="Địa danh “${found}”, phải là “${wanted}”.", mapping=mapping)
        findings.add(rules.DATE, ERROR, message, piece)
    if match := _DAY.search(piece.text):
        day, month, year = match.groups()
        wrong_month = (len(month) < 2 and int(month) < 3) or (len(month) > 1 and 3 <= int(month) < 10)
        if (len(day) < 2 and int(day) < 10) or wrong_month or len(year) != 4:
            message = _(
                "finding_date_zero",
                default="Ngày nhỏ hơn 10 và tháng 1, 2 phải ghi thêm số 0 phía trước; các tháng khác không.",
            )
            findings.add(rules.DATE, ERROR, message, piece)


def check_subject(parts, expected, findings):
    if expected.document_type in LETTERS:
        piece = parts.letter_subject
        if piece is None:
            missing(findings, rules.SUBJECT, "V/v")
            return
        look(findings, rules.SUBJECT, piece, (12, 13), False, False, "letter_subject")
        _compare_subject(parts, expected, piece, piece.text[3:], findings)
        return
    title = parts.same(expected.type_title)
    if not expected.type_title:
        return
    if title is None:
        missing(findings, rules.SUBJECT, expected.type_title.upper())
        return
    if title.text != title.text.upper():
        message = _("finding_capitals", default="Phải viết in hoa.")
        findings.add(rules.SUBJECT, ERROR, message, title, "type_title")
    look(findings, rules.SUBJECT, title, (13, 14), True, False, "type_title")
    if title.align not in ("centre", "") and not title.cell:
        message = _("finding_centre", default="Phải đặt canh giữa.")
        findings.add(rules.SUBJECT, ERROR, message, title, "type_title")
    following = parts.pieces[parts.pieces.index(title) + 1 :]
    if following and expected.subject and parts.paper.kind == "docx":
        look(findings, rules.SUBJECT, following[0], (13, 14), True, False, "subject")
        _compare_subject(parts, expected, following[0], following[0].text, findings)


def _compare_subject(parts, expected, piece, found, findings):
    if parts.paper.kind == "docx" and expected.subject and _plain(found) != _plain(expected.subject):
        message = _("finding_subject", default="Trích yếu trong tệp khác trích yếu của văn bản.")
        findings.add(rules.SUBJECT, WARNING, message, piece)


def _plain(text):
    return re.sub(r"^v/v\s*", "", fold(text)).strip(" .")
