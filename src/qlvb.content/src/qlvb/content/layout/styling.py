"""Paragraphs, runs, rules and frames of a docx, by the measures of Phụ lục I (python-docx)."""

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.shared import Pt
from docx.shared import RGBColor


FONT = "Times New Roman"
LEFT, CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
RIGHT, JUSTIFIED = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.JUSTIFY
RED = RGBColor(0xD6, 0x16, 0x1E)
INDENT = Mm(12.7)


def set_font(style_or_run):
    """Times New Roman for every script."""
    style_or_run.font.name = FONT
    fonts = style_or_run.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(attribute), FONT)
    for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(attribute), None)


def write(paragraph, text, size, bold=False, italic=False, colour=None):
    """A run of text; returns it."""
    run = paragraph.add_run(text)
    set_font(run)
    run.font.size = Pt(size)
    run.bold, run.italic = bold, italic
    if colour is not None:
        run.font.color.rgb = colour
    return run


def shape(paragraph, align=LEFT, before=0, after=0, first=None, left=None, right=None, line=1.0, keep=False):
    """Alignment, spacing (points), indents (lengths) and line spacing of a paragraph; returns it."""
    layout = paragraph.paragraph_format
    layout.alignment = align
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    layout.first_line_indent, layout.left_indent, layout.right_indent = first, left, right
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.MULTIPLE, line
    layout.keep_with_next = keep or None
    layout.widow_control = True
    return paragraph


def add(container, text, size, align=LEFT, bold=False, italic=False, **shaped):
    """A paragraph with one run; the empty first paragraph of a table cell is used up first."""
    paragraph = _unused(container) or container.add_paragraph()
    shape(paragraph, align, **shaped)
    if text:
        write(paragraph, text, size, bold, italic)
    return paragraph


def _unused(container):
    """The paragraph that a table cell has from the beginning, while it is empty and alone; else None."""
    if not hasattr(container, "_tc") or container.tables:
        return None
    first, *others = container.paragraphs
    return None if others or first.runs else first


def text_width(text, size, bold=False):
    """Width in points of Times letters, near enough for the length of a rule."""
    narrow = sum(letter in " iltfjrI.,:;-/()" for letter in text)
    capitals = sum(letter.isupper() for letter in text if letter not in "I")
    return size * (1.06 if bold else 1.0) * (narrow * 0.3 + capitals * 0.69 + (len(text) - narrow - capitals) * 0.47)


def rule_below(container, width, room, size=4):
    """A line ``width`` points long, centred in ``room`` points, in a low paragraph of its own."""
    side = Pt(max(0, (room - width) / 2))
    paragraph = add(container, "", size, CENTRE, left=side, right=side, before=2)
    layout = paragraph.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(size)
    border(paragraph, "top")
    return paragraph


def border(paragraph, *sides, colour="000000", space="1"):
    """Half-point lines along the sides of a paragraph."""
    properties = paragraph._p.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "6"), ("space", space), ("color", colour)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    successors = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")
    properties.insert_element_before(borders, *successors)


def grid(container, widths, lines=False):
    """A table without padding and, unless ``lines``, without borders; ``widths`` in points."""
    if hasattr(container, "_tc"):
        table = container.add_table(1, len(widths))
    else:
        table = getattr(container, "_body", container).add_table(1, len(widths), Pt(sum(widths)))
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    properties = table._tbl.tblPr
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), "70" if lines else "0")
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.append(margins)
    if lines:
        table.style = "Table Grid"
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
        for cell in column.cells:
            cell.width = Pt(width)
    return table


def keep_row_whole(row):
    """No page break inside the row."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))


def repeat_row(row):
    """The row heads the table on each of its pages."""
    keep_row_whole(row)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def stamp(container, words, width_mm, height_mm, align=WD_TABLE_ALIGNMENT.CENTER, space=0):
    """Words in a single red frame of its prescribed size (Phụ lục I, II.10, III.2), ``space`` points below what is
    above."""
    if space:
        add(container, "\u00a0", max(space - 4, 1))
    table = grid(container, (width_mm * 72 / 25.4,))
    table.alignment = align
    row = table.rows[0]
    height = OxmlElement("w:trHeight")
    height.set(qn("w:val"), str(round(height_mm * 56.7)))
    height.set(qn("w:hRule"), "exact")
    row._tr.get_or_add_trPr().append(height)
    cell = row.cells[0]
    properties = cell._tc.get_or_add_tcPr()
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "8"), ("space", "0"), ("color", str(RED))):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties.append(borders)
    middle = OxmlElement("w:vAlign")
    middle.set(qn("w:val"), "center")
    properties.append(middle)
    write(shape(cell.paragraphs[0], CENTRE), words, 13, bold=True, colour=RED)
    for paragraph in container.paragraphs:
        if not paragraph.runs:
            flatten(paragraph)
    return table


def flatten(paragraph):
    """Make an empty paragraph that the format demands (after a table in a cell, in a header) take no room."""
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    paragraph.paragraph_format.line_spacing = Pt(2)
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(0)


def page_number(paragraph):
    """The number of the page as a field, size 14."""
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = write(paragraph, "", 14)
        if kind:
            part = OxmlElement("w:fldChar")
            part.set(qn("w:fldCharType"), kind)
        else:
            part = OxmlElement("w:instrText")
            part.set(qn("xml:space"), "preserve")
            part.text = text
        run._r.append(part)
