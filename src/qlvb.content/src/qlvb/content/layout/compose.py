"""A document as docx, laid out as Decree 30 prescribes (Phụ lục I; forms of Phụ lục III)."""

from dataclasses import fields
from dataclasses import replace
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.shared import Pt
from io import BytesIO
from qlvb.content import clock
from qlvb.content.layout import lines
from qlvb.content.layout import styling
from qlvb.content.layout.body import write_blocks
from qlvb.content.layout.data import Layout
from qlvb.content.layout.foot import write_foot
from qlvb.content.layout.heading import type_title
from qlvb.content.layout.heading import write_heading
from qlvb.content.text import nfc_tree


PAGE = (Mm(210), Mm(297))
TOP, RIGHT, BOTTOM, LEFT = Mm(20), Mm(15), Mm(20), Mm(30)
#: Width between the margins, in points.
TEXT_WIDTH = (210 - 15 - 30) * 72 / 25.4


def compose(data):
    """``data`` (:class:`data.Layout`) as bytes of a docx.

    The parts come in the order of the drawing: heading, title or subject, addressees, grounds and body, recipients and
    signature, annexes each on a sheet of its own.
    """
    data = _composed(data)
    document = Document()
    _styles(document)
    _page(document.sections[0])
    write_heading(document, data, TEXT_WIDTH)
    _address(document.sections[0], data.address)
    _body(document, data)
    write_foot(document, data, TEXT_WIDTH)
    for position, annex in enumerate(data.annexes, start=1):
        _annex(document, data, annex, position)
    _properties(document, data)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def blank_sheet(title, agency, landscape=False):
    """A Document with the decree's type and margins and nothing on it, for forms with a drawing of their own. ``title``
    and ``agency`` are what its properties say.
    """
    document = Document()
    _styles(document)
    _page(document.sections[0], landscape)
    _properties(document, Layout(agency=agency, subject=title))
    return document


def _composed(data):
    return replace(
        data,
        **{
            field.name: nfc_tree(getattr(data, field.name))
            for field in fields(data)
            if isinstance(getattr(data, field.name), (str, tuple)) and field.name not in ("body", "annexes")
        },
    )


def _styles(document):
    normal = document.styles["Normal"]
    styling.set_font(normal)
    normal.font.size = Pt(14)
    normal.paragraph_format.space_after = Pt(0)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    normal.element.get_or_add_rPr().append(language)


def _page(section, landscape=False):
    width, height = PAGE
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (height, width) if landscape else (width, height)
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = TOP, RIGHT, BOTTOM, LEFT
    section.header_distance, section.footer_distance = Mm(9), Mm(8)
    section.different_first_page_header_footer = True
    section.header.is_linked_to_previous = False
    section.first_page_header.is_linked_to_previous = False
    section.footer.is_linked_to_previous = False
    section.first_page_footer.is_linked_to_previous = False
    styling.page_number(styling.shape(section.header.paragraphs[0], styling.CENTRE))


def _address(section, address):
    """Cell 13: at the foot of page 1, under a rule."""
    if address:
        paragraph = styling.shape(section.first_page_footer.paragraphs[0], styling.CENTRE)
        styling.write(paragraph, address, 11)
        styling.border(paragraph, "top", space="3")


def _body(document, data):
    content = list(data.body)
    if content and isinstance(content[-1], str):
        content[-1] = lines.ended(content[-1])
    for ground in lines.basis_lines(data.grounds):
        styling.add(
            document, ground, 14, styling.JUSTIFIED, italic=True, after=6, first=styling.INDENT, line=1.1
        )
    if data.grounds and data.document_type == "decision":
        styling.add(document, "QUYẾT ĐỊNH:", 14, styling.CENTRE, bold=True, before=6, after=6, keep=True)
    write_blocks(document, content, TEXT_WIDTH)


def _annex(document, data, annex, position):
    section = document.add_section(WD_SECTION.NEW_PAGE)
    _page(section, annex.landscape)
    restart = OxmlElement("w:pgNumType")
    restart.set(qn("w:start"), "1")
    section._sectPr.append(restart)
    reference = lines.annex_reference(type_title(data), data.symbol, data.agency)
    styling.add(document, lines.annex_heading(position, len(data.annexes)), 14, styling.CENTRE, bold=True, keep=True)
    styling.add(document, annex.title.upper(), 14, styling.CENTRE, bold=True, keep=True)
    styling.add(document, reference, 14, styling.CENTRE, italic=True, keep=True)
    width = (297 - 45) * 72 / 25.4 if annex.landscape else TEXT_WIDTH
    styling.rule_below(document, width / 4, width, size=14)
    write_blocks(document, annex.content, width)


def _properties(document, data):
    properties = document.core_properties
    properties.title = (data.subject or type_title(data))[:255]
    properties.author = data.agency[:255]
    properties.language = "vi-VN"
    properties.comments = ""
    properties.created = properties.modified = clock.now().replace(tzinfo=None)


def compose_plain(agency, title, below=(), body=(), signatures=(), landscape=False, place=""):
    """A form of the decree's appendices (lists, minutes) without number and symbol, as bytes of a docx.

    ``below``: lines (str) under the title; ``body``: str, Block or Table; ``signatures``: pairs (words above, name),
    side by side from the left; ``place``: place and date over the last of them.
    """
    document = Document()
    _styles(document)
    _page(document.sections[0], landscape)
    width = (297 - 45) * 72 / 25.4 if landscape else TEXT_WIDTH
    styling.add(document, nfc_tree(agency).upper(), 13, styling.LEFT, bold=True, after=6)
    styling.add(document, nfc_tree(title).upper(), 14, styling.CENTRE, bold=True, keep=True)
    for line in nfc_tree(tuple(below)):
        styling.add(document, line, 14, styling.CENTRE, keep=True)
    styling.add(document, "", 6)
    write_blocks(document, body, width)
    if place:
        styling.add(document, nfc_tree(place), 14, styling.RIGHT, italic=True, before=6)
    if signatures:
        row = styling.grid(document, [width / len(signatures)] * len(signatures)).rows[0]
        styling.keep_row_whole(row)
        for cell, (words, name) in zip(row.cells, nfc_tree(tuple(signatures)), strict=True):
            styling.add(cell, words.upper(), 13, styling.CENTRE, bold=True, after=60)
            styling.add(cell, name, 14, styling.CENTRE, bold=True)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title[:255], agency[:255], "vi-VN"
    properties.created = properties.modified = clock.now().replace(tzinfo=None)
    output = BytesIO()
    document.save(output)
    return output.getvalue()
