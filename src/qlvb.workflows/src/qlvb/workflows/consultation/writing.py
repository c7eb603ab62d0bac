"""The table of remarks as docx and xlsx, under the name of the agency and the draft."""

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm
from docx.shared import Pt
from io import BytesIO
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
import re


_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
#: Widths of the columns: centimetres in docx, characters in xlsx.
_CENTIMETRES = (1.2, 4.3, 8.0, 4.6, 3.0, 5.1)
_CHARACTERS = (6, 24, 60, 28, 18, 40)


def write_docx(agency, title, subject, lines, head, rows):
    """bytes of a docx, A4 on its side; ``lines`` stand below the subject, ``head`` and ``rows`` are lists of str."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin, section.right_margin = Cm(2), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(12)
    _paragraph(document, agency.upper(), bold=True)
    _paragraph(document, title.upper(), bold=True, size=14, align=WD_ALIGN_PARAGRAPH.CENTER)
    _paragraph(document, subject, align=WD_ALIGN_PARAGRAPH.CENTER)
    for line in lines:
        _paragraph(document, line, italic=True)
    grid = document.add_table(rows=0, cols=len(head))
    grid.style = "Table Grid"
    grid.autofit = False
    for place, words in enumerate([head, *rows]):
        row = grid.add_row()
        for cell, word, width in zip(row.cells, words, _CENTIMETRES, strict=True):
            cell.width = Cm(width)
            run = cell.paragraphs[0].add_run(_clean(word))
            run.bold = place == 0
        if place == 0:
            repeated = OxmlElement("w:tblHeader")
            row._tr.get_or_add_trPr().append(repeated)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def _paragraph(document, text, bold=False, italic=False, size=12, align=None):
    paragraph = document.add_paragraph()
    run = paragraph.add_run(_clean(text))
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(4)


def write_xlsx(agency, title, subject, lines, head, rows):
    """bytes of an xlsx with the same content; text that begins with "=" stays text."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Tong hop"
    above = [agency.upper(), title.upper(), subject, *lines]
    for place, line in enumerate(above, 1):
        _cells(sheet, place, [line], bold=True)
    start = len(above) + 2
    _cells(sheet, start, head, bold=True)
    sheet.freeze_panes = f"A{start + 1}"
    for place, words in enumerate(rows, start + 1):
        _cells(sheet, place, words)
    for place, width in enumerate(_CHARACTERS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def _cells(sheet, row, words, bold=False):
    for column, word in enumerate(words, 1):
        cell = sheet.cell(row=row, column=column, value=_clean(word))
        cell.data_type = "s"
        cell.font = Font(bold=bold)
        cell.alignment = Alignment(wrap_text=len(words) > 1, vertical="top")


def _clean(text):
    return _CONTROLS.sub("", str(text))
