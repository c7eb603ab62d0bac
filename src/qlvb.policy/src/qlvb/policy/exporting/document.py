"""docx: the list as a table under the heading of the agency, ready to be printed."""

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.shared import Pt
import re
from xml.sax.saxutils import escape


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SHARES = {"subject": 40, "issuing_body": 18, "reference": 14, "note": 20}
#: Twentieths of a point that a number or a day needs: broken over two lines it cannot be read.
_NEEDED = {"ordinal": 740, "day": 1320, "number": 960}
_MOST_NEEDED = 0.6  # of the room


def write_document(table, target, progress):
    """Write ``table`` (:class:`~qlvb.policy.exporting.table.Table`) to the binary file ``target``.

    A4 on its side, the head of the table on every page, at the foot who made the file and when, and the page's number.
    ``progress(rows)`` is called now and then.
    """
    document = Document()
    _set_page(document)
    heading = table.heading
    _paragraph(document, heading.above)
    _paragraph(document, heading.agency, bold=True, space=10)
    _paragraph(document, heading.title, bold=True, size=14, align=WD_ALIGN_PARAGRAPH.CENTER, space=4)
    for line in heading.filters:
        _paragraph(document, line, italic=True, align=WD_ALIGN_PARAGRAPH.CENTER)
    _paragraph(document, heading.total, align=WD_ALIGN_PARAGRAPH.RIGHT, space=4)
    _foot(document, heading)
    grid = document.add_table(rows=0, cols=len(table.columns))
    grid.style = "Table Grid"
    grid.autofit = False
    element = grid._tbl
    widths = _widths(table.columns, document.sections[0])
    for place, column in enumerate(element.tblGrid.gridCol_lst):
        column.w = Cm(widths[place] / 567)
    element.append(_row(table.titles, ["head"] * len(widths), widths, head=True))
    for place, (_values, words) in enumerate(table.values(), 1):
        element.append(_row(words, table.kinds, widths))
        if place % 500 == 0:
            progress(place)
    document.save(target)


def _set_page(document):
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin, section.right_margin = Cm(2), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    style = document.styles["Normal"]
    style.font.name = "Times New Roman"
    style.font.size = Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")


def _paragraph(document, text, bold=False, italic=False, size=None, align=None, space=0):
    if not text:
        return
    paragraph = document.add_paragraph()
    run = paragraph.add_run(clean(text))
    run.bold, run.italic = bold, italic
    if size:
        run.font.size = Pt(size)
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(space)


def _foot(document, heading):
    paragraph = document.sections[0].footer.paragraphs[0]
    stops = paragraph.paragraph_format.tab_stops
    for stop in paragraph.style.paragraph_format.tab_stops:  # those of the style would come first
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(Cm(26.2), WD_TAB_ALIGNMENT.RIGHT)
    mark = paragraph.add_run(f"{clean(heading.mark)}\t{heading.page} ")
    mark.font.size = Pt(9)
    for code in ("PAGE", "NUMPAGES"):
        for kind, text in (("begin", None), (None, code), ("end", None)):
            run = paragraph.add_run()
            run.font.size = Pt(9)
            run._r.append(_field(kind) if kind else _instruction(text))
        if code == "PAGE":
            paragraph.add_run("/").font.size = Pt(9)


def _field(kind):
    element = OxmlElement("w:fldChar")
    element.set(qn("w:fldCharType"), kind)
    return element


def _instruction(code):
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = code
    return element


def _widths(columns, section):
    """Widths in twentieths of a point: numbers and days what they need, the rest by shares, the subject most."""
    room = (section.page_width - section.left_margin - section.right_margin) // 635
    needed = [_NEEDED.get(column.id) or _NEEDED.get(column.kind, 0) for column in columns]
    shares = [0 if width else _SHARES.get(column.id, 12) for column, width in zip(columns, needed, strict=True)]
    if sum(needed) > room * (_MOST_NEEDED if any(shares) else 1):
        needed = [int(width * room * _MOST_NEEDED / sum(needed)) for width in needed]
    left = room - sum(needed)
    return [width or left * share // sum(shares) for width, share in zip(needed, shares, strict=True)]


def _row(words, kinds, widths, head=False):
    """A row as XML: python-docx's own cells would look through the whole table for each of them."""
    shade = '<w:shd w:val="clear" w:fill="E7EFFA"/>' if head else ""
    bold = "<w:b/>" if head else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:before="20" w:after="20"/><w:jc w:val="{_alignment(kind)}"/></w:pPr>'
        f'<w:r><w:rPr>{bold}<w:sz w:val="22"/></w:rPr>'
        f'<w:t xml:space="preserve">{escape(clean(word))}</w:t></w:r></w:p></w:tc>'
        for word, kind, width in zip(words, kinds, widths, strict=True)
    )
    options = "<w:cantSplit/><w:tblHeader/>" if head else "<w:cantSplit/>"
    return parse_xml(f"<w:tr {nsdecls('w')}><w:trPr>{options}</w:trPr>{cells}</w:tr>")


def _alignment(kind):
    return {"head": "center", "number": "right", "day": "center"}.get(kind, "left")


def clean(text):
    """``text`` without the characters that XML cannot hold."""
    return _CONTROLS.sub("", text)
