"""Reading a docx for the checks (python-docx): what each paragraph really looks like, styles and defaults counted."""

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table
from io import BytesIO
from qlvb.content.text import nfc
from qlvb.workflows.appraisal.checks.model import Paper
from qlvb.workflows.appraisal.checks.model import Piece
from qlvb.workflows.appraisal.checks.model import Sheet
from qlvb.workflows.appraisal.checks.model import Stretch


ALIGNMENTS = {
    WD_ALIGN_PARAGRAPH.LEFT: "left",
    WD_ALIGN_PARAGRAPH.CENTER: "centre",
    WD_ALIGN_PARAGRAPH.RIGHT: "right",
    WD_ALIGN_PARAGRAPH.JUSTIFY: "justified",
}


def read_docx(data):
    """Paper of the bytes of a docx. :raises Exception: what python-docx raises for a file that is none."""
    document = Document(BytesIO(data))
    defaults = Defaults(document)
    pieces = []
    for paragraph, cell in paragraphs(document):
        if paragraph.text.strip():
            pieces.append(_piece(paragraph, cell, defaults, len(pieces) + 1))
    return Paper("docx", tuple(_sheet(section, defaults.looks) for section in document.sections), tuple(pieces))


def paragraphs(container, cell=False):
    """(paragraph, stands in a table) of a document or cell, in reading order."""
    for item in container.iter_inner_content():
        if isinstance(item, Table):
            seen = set()
            for row in item.rows:
                for one in row.cells:
                    if one._tc not in seen:
                        seen.add(one._tc)
                        yield from paragraphs(one, True)
        else:
            yield item, cell


class Defaults:
    """The look of text that says nothing itself."""

    def __init__(self, document):
        found = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
        size = found.find(qn("w:sz")) if found is not None else None
        fonts = found.find(qn("w:rFonts")) if found is not None else None
        self.size = int(size.get(qn("w:val"))) / 2 if size is not None else 10.0
        self.looks = Looks()
        self.font = (fonts.get(qn("w:ascii")) or "") if fonts is not None else ""


class Looks:
    """What styles say, asked once for each style."""

    def __init__(self):
        self._known = {}

    def of(self, style, part, name):
        """The value of an attribute of ``part`` (font, paragraph_format) in a style or those it is based on, or
        None.
        """
        key = (style.style_id, part, name)
        if key not in self._known:
            value = getattr(getattr(style, part), name)
            above = style.base_style if value is None else None
            self._known[key] = value if above is None else self.of(above, part, name)
        return self._known[key]


def _of_font(run, paragraph, name, looks):
    """The value of a font's attribute: of the run, its style, the paragraph's style; None = nobody says."""
    if (value := getattr(run.font, name)) is not None:
        return value
    if (value := looks.of(run.style, "font", name)) is not None:
        return value
    return looks.of(paragraph.style, "font", name)


def _of_layout(paragraph, name, looks):
    value = getattr(paragraph.paragraph_format, name)
    return value if value is not None else looks.of(paragraph.style, "paragraph_format", name)


def _stretch(run, paragraph, defaults):
    size = _of_font(run, paragraph, "size", defaults.looks)
    colour = run.font.color.rgb if run.font.color is not None and run.font.color.type is not None else None
    text = nfc(run.text).replace("\u00a0", " ")
    return Stretch(
        text,
        size.pt if size is not None else defaults.size,
        bool(_of_font(run, paragraph, "bold", defaults.looks)),
        bool(_of_font(run, paragraph, "italic", defaults.looks)),
        _of_font(run, paragraph, "name", defaults.looks) or defaults.font,
        str(colour) if colour is not None else "",
    )


def _points(value):
    return value.pt if isinstance(value, Length) else None


def _line(paragraph, looks):
    rule, value = _of_layout(paragraph, "line_spacing_rule", looks), _of_layout(paragraph, "line_spacing", looks)
    if rule in (WD_LINE_SPACING.EXACTLY, WD_LINE_SPACING.AT_LEAST):
        return None
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, Length) else 1.0


def _piece(paragraph, cell, defaults, number):
    stretches = tuple(_stretch(run, paragraph, defaults) for run in paragraph.runs if run.text.strip())
    looks = defaults.looks
    first, left = _of_layout(paragraph, "first_line_indent", looks), _of_layout(paragraph, "left_indent", looks)
    return Piece(
        text=nfc(paragraph.text).replace("\u00a0", " ").strip(),
        stretches=stretches,
        number=number,
        align=ALIGNMENTS.get(_of_layout(paragraph, "alignment", looks), "left"),
        first=_points(first) or 0.0,
        left=_points(left) or 0.0,
        before=_points(_of_layout(paragraph, "space_before", looks)) or 0.0,
        after=_points(_of_layout(paragraph, "space_after", looks)) or 0.0,
        line=_line(paragraph, looks),
        cell=cell,
    )


def _sheet(section, looks):
    shown = _number_place(section.header, looks)
    first = section.different_first_page_header_footer
    on_first = _number_place(section.first_page_header, looks) != "none" if first else shown != "none"
    if shown == "none" and _number_place(section.footer, looks) != "none":
        shown = "elsewhere"
    return Sheet(
        round(section.page_width.mm),
        round(section.page_height.mm),
        section.top_margin.mm,
        section.bottom_margin.mm,
        section.left_margin.mm,
        section.right_margin.mm,
        number=shown,
        first_number=on_first,
    )


def _number_place(part, looks):
    """ "centre", "elsewhere" or "none": how the field PAGE stands in a header or footer."""
    for paragraph, _cell in paragraphs(part):
        fields = [node.text or "" for node in paragraph._p.iter(qn("w:instrText"))]
        fields += [node.get(qn("w:instr")) or "" for node in paragraph._p.iter(qn("w:fldSimple"))]
        if any("PAGE" in text and "NUMPAGES" not in text for text in fields):
            centred = _of_layout(paragraph, "alignment", looks) == WD_ALIGN_PARAGRAPH.CENTER
            return "centre" if centred else "elsewhere"
    return "none"
