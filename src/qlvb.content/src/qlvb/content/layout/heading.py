"""The head of the first page: bodies, national title, number, place and date, subject, stamps, addressees (cells
1–5, 9a–11)."""

from docx.enum.table import WD_TABLE_ALIGNMENT
from qlvb.content.documents.document_types import document_type
from qlvb.content.layout import lines
from qlvb.content.layout import styling
from qlvb.content.layout.data import SECRECY_STAMPS
from qlvb.content.layout.data import URGENCY_STAMPS
from qlvb.content.layout.styling import CENTRE
from qlvb.content.layout.styling import add


NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
#: Widths in points of the motto in 13 bold and of the narrowest right column (the national title on one line).
MOTTO_WIDTH, RIGHT_COLUMN = 160, 268
#: Minutes carry no place and date (Phụ lục III, mẫu 1.9).
UNDATED = ("minutes",)


def write_heading(document, data, width):
    """Everything above the body. ``width``: of the text, in points."""
    _circulation(document.sections[0], data)
    cells = write_bodies(document, data, width, data.document_type not in UNDATED)
    if data.is_letter and data.subject:
        add(cells[0], _about(data.subject), 12, CENTRE, before=2, left=styling.Pt(6), right=styling.Pt(6))
    _stamps(cells[0], data)
    if data.is_letter:
        _addressees(document, data, before=14)
    else:
        _title(document, data, width)


def write_bodies(document, data, width, dated=True):
    """Bodies on the left, the nation on the right, below them number and, when ``dated``, place and date; returns the
    two cells of the lower row.
    """
    right = RIGHT_COLUMN + max(0, len(data.place) - 14) * 2.5
    left = width - right
    table = styling.grid(document, (left, right))
    _bodies(table.rows[0].cells[0], data, left)
    _nation(table.rows[0].cells[1], right)
    cells = table.add_row().cells
    for cell, column in zip(cells, (left, right), strict=True):
        cell.width = styling.Pt(column)
    if data.symbol is not None:
        add(cells[0], lines.number_line(data.symbol, data.number), 13, CENTRE, before=4)
    if dated:
        add(cells[1], lines.place_and_date(data.place, data.day), 13, CENTRE, italic=True, before=4)
    return cells


def type_title(data):
    """The name of the kind as printed, without what stands in brackets: ``Quyết định``."""
    known = document_type(data.document_type)
    return data.type_name or (known.title.split(" (")[0] if known else "")


def _about(subject):
    return subject if subject.lower().startswith("v/v") else f"V/v {subject[:1].lower()}{subject[1:]}"


def _bodies(cell, data, width):
    if data.parent:
        add(cell, data.parent.upper(), 12, CENTRE)
    name = data.agency.upper()
    add(cell, name, 12, CENTRE, bold=True)
    longest = min(styling.text_width(name, 12, True), width)
    styling.rule_below(cell, longest * 0.42, width)


def _nation(cell, width):
    add(cell, NATION, 12, CENTRE, bold=True)
    add(cell, MOTTO, 13, CENTRE, bold=True)
    styling.rule_below(cell, MOTTO_WIDTH, width)


def _stamps(cell, data):
    for stamp in (SECRECY_STAMPS.get(data.secrecy), URGENCY_STAMPS.get(data.urgency)):
        if stamp:
            styling.stamp(cell, *stamp, space=8)


def _circulation(section, data):
    """Cell 11, in the top margin of page 1."""
    if data.circulation:
        styling.stamp(section.first_page_header, data.circulation.upper(), 52, 8, WD_TABLE_ALIGNMENT.RIGHT)


def _addressees(document, data, before):
    found = lines.addressee_lines(data.addressees)
    if not data.addressees:
        return
    if len(found) == 1:
        add(document, found[0], 14, CENTRE, before=before, after=10)
        return
    add(document, found[0], 14, left=styling.Mm(32), before=before, keep=True)
    for line in found[1:]:
        last = line is found[-1]
        add(document, line, 14, left=styling.Mm(54), after=10 if last else 0, keep=not last)


def _title(document, data, width):
    add(document, type_title(data).upper(), 14, CENTRE, bold=True, before=16, keep=True)
    if data.subject:
        add(document, data.subject, 14, CENTRE, bold=True, keep=True, left=styling.Mm(12), right=styling.Mm(12))
    longest = min(styling.text_width(data.subject, 14, True), width * 0.8) if data.subject else width / 3
    styling.rule_below(document, max(longest * 0.4, 60), width, size=12)
    if data.document_type in lines.ADDRESSED:
        _addressees(document, data, before=4)
    if data.authority:
        add(document, data.authority.upper(), 14, CENTRE, bold=True, before=4, after=8, keep=True)
