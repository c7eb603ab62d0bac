"""Mending a docx: what the checks find wrong in looks and small words. The text of the body is left alone."""

from copy import deepcopy
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.shared import Pt
from io import BytesIO
from qlvb.content.layout import styling
from qlvb.workflows.appraisal.checks.body_rules import LONG
from qlvb.workflows.appraisal.checks.capital_rules import WORDS
from qlvb.workflows.appraisal.checks.from_docx import paragraphs
from qlvb.workflows.appraisal.checks.from_docx import read_docx
from qlvb.workflows.appraisal.checks.parts import MOTTO
from qlvb.workflows.appraisal.checks.parts import NATION
from qlvb.workflows.appraisal.checks.sheet_rules import MARGINS
from qlvb.workflows.appraisal.checks.sheet_rules import STAMPED


#: Fix -> (size in points, bold, italic, words or None, in capitals).
LOOKS = {
    "nation": (12, True, False, NATION, False),
    "motto": (13, True, False, MOTTO, False),
    "issuer": (12, True, False, None, True),
    "parent": (12, False, False, None, True),
    "number": (13, False, False, None, False),
    "date": (13, False, True, None, False),
    "letter_subject": (12, False, False, None, False),
    "type_title": (14, True, False, None, True),
    "subject": (14, True, False, None, False),
    "position": (14, True, False, None, True),
    "signer": (14, True, False, None, False),
    "recipients_word": (12, True, True, "Nơi nhận:", False),
}
CENTRED = ("type_title",)


def fix_docx(data, findings):
    """(bytes, how many findings were mended) of a docx; findings without ``fix`` are passed over."""
    document = Document(BytesIO(data))
    texts = [paragraph for paragraph, _cell in paragraphs(document) if paragraph.text.strip()]
    places = {piece.number: texts[piece.number - 1] for piece in read_docx(data).pieces}
    mended = 0
    for finding in findings:
        paragraph = places.get(finding.paragraph)
        mended += bool(finding.fix) and bool(_fix(document, paragraph, finding))
    output = BytesIO()
    document.save(output)
    return output.getvalue(), mended


def _fix(document, paragraph, finding):
    if finding.fix in WHOLE:
        WHOLE[finding.fix](document)
        return True
    if paragraph is None:
        return False
    if finding.fix in LOOKS:
        _look(paragraph, finding.fix)
        return True
    if finding.fix in OF_PARAGRAPH:
        OF_PARAGRAPH[finding.fix](paragraph, finding)
        return True
    return False


def set_text(paragraph, text):
    """Put ``text`` into the paragraph, in the look of its first run."""
    first, *others = [run for run in paragraph.runs if run.text] or [paragraph.add_run("")]
    first.text = text
    for run in others:
        run.text = ""


def _look(paragraph, fix):
    size, bold, italic, words, capitals = LOOKS[fix]
    if words:
        set_text(paragraph, words)
    for run in paragraph.runs:
        run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic
        if capitals:
            run.text = run.text.upper()
    if fix in CENTRED:
        paragraph.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _paper(document):
    for section in document.sections:
        lying = section.page_width > section.page_height and section is not document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if lying else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (Mm(297), Mm(210)) if lying else (Mm(210), Mm(297))


def _margins(document):
    for section in document.sections:
        for side, (least, most) in MARGINS.items():
            value = getattr(section, f"{side}_margin").mm
            if not least <= value <= most:
                setattr(section, f"{side}_margin", Mm(least))


def _font(document):
    styling.set_font(document.styles["Normal"])
    for paragraph, _cell in paragraphs(document):
        for run in paragraph.runs:
            styling.set_font(run)


def _colour(document):
    for paragraph, _cell in paragraphs(document):
        if paragraph.text.strip().upper() in STAMPED:
            continue
        for run in paragraph.runs:
            properties = run._r.rPr
            for node in list(properties.findall(qn("w:color"))) if properties is not None else ():
                properties.remove(node)


def _page_numbers(document):
    section = document.sections[0]
    if not section.different_first_page_header_footer:
        section.different_first_page_header_footer = True
        section.first_page_header.is_linked_to_previous = False
    for part in (section.first_page_header, section.footer, section.header):
        for paragraph, _cell in paragraphs(part):
            if any("PAGE" in (node.text or "") for node in paragraph._p.iter(qn("w:instrText"))):
                for run in list(paragraph.runs):
                    paragraph._p.remove(run._r)
    header = section.header
    header.is_linked_to_previous = False
    paragraph = header.paragraphs[0] if header.paragraphs else header.add_paragraph()
    styling.page_number(styling.shape(paragraph, styling.CENTRE))


def _indent(paragraph, finding):
    paragraph.paragraph_format.first_line_indent = styling.INDENT


def _body(name, value):
    def fix(paragraph, finding):
        setattr(paragraph.paragraph_format, name, value)

    return fix


def _body_size(paragraph, finding):
    for run in paragraph.runs:
        run.font.size = Pt(14)


def _everywhere(fix):
    """The checks name the first paragraph only; what is wrong there is often wrong in all that look the same."""

    def mend(paragraph, finding):
        style, layout = paragraph.style, deepcopy(paragraph.paragraph_format.first_line_indent)
        fix(paragraph, finding)
        for other in paragraph._parent.paragraphs:
            same = other.style.name == style.name and other.paragraph_format.first_line_indent == layout
            long = len(other.text) >= LONG and other.alignment != WD_ALIGN_PARAGRAPH.CENTER
            if same and long and other is not paragraph:
                fix(other, finding)

    return mend


def _grounds(paragraph, finding):
    for run in paragraph.runs:
        run.font.italic = True
    if str(finding.message) == "finding_ground_end":
        text = paragraph.text.rstrip()
        set_text(paragraph, text[:-1] + (";" if text.endswith(".") else "."))


def _end_mark(paragraph, finding):
    last = [run for run in paragraph.runs if run.text.strip()][-1]
    last.text = last.text.rstrip().rstrip("./") + "./."


def _item(paragraph, finding):
    for run in paragraph.runs:
        run.font.size, run.font.bold, run.font.italic = Pt(11), False, False
    if str(finding.message) == "finding_item_end":
        text = paragraph.text.rstrip().rstrip(";.,")
        set_text(paragraph, f"{text};" if "Lưu" not in text else f"{text}.")


def _number_word(paragraph, finding):
    text = paragraph.text
    set_text(paragraph, "Số:" + text[text.index(":") + 1 :] if ":" in text else "Số:" + text[2:])


def _symbol_blank(paragraph, finding):
    number, slash, symbol = paragraph.text.partition("/")
    set_text(paragraph, number + slash + "".join(symbol.split()))


def _symbol(paragraph, finding):
    number, slash, _symbol = paragraph.text.partition("/")
    set_text(paragraph, number + slash + finding.message.mapping["wanted"])


def _capitals(paragraph, finding):
    for run in paragraph.runs:
        for pattern, right, _section in WORDS:
            run.text = pattern.sub(
                lambda match, right=right: match[0].replace(
                    match["wrong"], right or match["wrong"][:4] + match["wrong"][4:].capitalize()
                ),
                run.text,
            )


def _sentence(paragraph, finding):
    first = next(run for run in paragraph.runs if run.text.strip())
    text = first.text
    place = len(text) - len(text.lstrip())
    first.text = text[:place] + text[place].upper() + text[place + 1 :]


WHOLE = {
    "paper": _paper,
    "margins": _margins,
    "font": _font,
    "colour": _colour,
    "page_numbers": _page_numbers,
}
OF_PARAGRAPH = {
    "body_align": _body("alignment", WD_ALIGN_PARAGRAPH.JUSTIFY),
    "body_indent": _everywhere(_indent),
    "body_after": _everywhere(_body("space_after", Pt(6))),
    "body_line": _everywhere(_body("line_spacing", 1.1)),
    "body_size": _body_size,
    "grounds": _grounds,
    "end_mark": _end_mark,
    "recipient_items": _item,
    "number_word": _number_word,
    "symbol_blank": _symbol_blank,
    "symbol": _symbol,
    "capitals": _capitals,
    "sentence": _sentence,
}
