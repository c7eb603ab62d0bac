"""xlsx, written row by row."""

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment
from openpyxl.styles import Border
from openpyxl.styles import Font
from openpyxl.styles import PatternFill
from openpyxl.styles import Side
from openpyxl.utils import get_column_letter


_LINE = Side(style="thin", color="FFC4CBD6")
_BORDER = Border(top=_LINE, bottom=_LINE, left=_LINE, right=_LINE)
_HEAD = PatternFill("solid", fgColor="FFE7EFFA")
_WIDTHS = {"subject": 60, "issuing_body": 30, "reference": 20, "note": 30, "state": 20, "ordinal": 6}
_A4 = 9  # of the paper sizes of OOXML
_LONGEST = 32_000  # characters of a cell; Excel takes 32,767


def write_spreadsheet(table, target, progress):
    """Write ``table`` (:class:`~qlvb.policy.exporting.table.Table`) to the binary file ``target``.

    Text stays text, whatever it begins with: a subject ``=HYPERLINK(…)`` is shown, never calculated.
    ``progress(rows)`` is called now and then.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title="Danh sach" if table.order.language == "vi" else "List")
    heading = table.heading
    above = [heading.above, heading.agency, heading.title, *heading.filters, heading.total, heading.mark]
    above = [line for line in above if line]
    for place, column in enumerate(table.columns, 1):
        width = _WIDTHS.get(column.id, 14 if column.kind in ("day", "number") else 22)
        sheet.column_dimensions[get_column_letter(place)].width = width
    head_row = len(above) + 2
    sheet.freeze_panes = f"A{head_row + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head_row}:{head_row}"
    sheet.oddFooter.left.text = heading.mark.replace("&", "&&")
    sheet.oddFooter.right.text = f"{heading.page} &P/&N"
    for line in above:
        sheet.append([_text(sheet, line, Font(bold=line in (heading.agency, heading.title)))])
    sheet.append([])
    sheet.append([_text(sheet, title, Font(bold=True), fill=_HEAD, border=_BORDER) for title in table.titles])
    for place, (values, words) in enumerate(table.values(), 1):
        sheet.append([_cell(sheet, *cell) for cell in zip(values, words, table.kinds, strict=True)])
        if place % 500 == 0:
            progress(place)
    last = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A{head_row}:{last}{head_row + table.total}"
    book.save(target)


def _cell(sheet, value, words, kind):
    if kind == "number" and isinstance(value, int):
        cell = WriteOnlyCell(sheet, value)
    elif kind == "day" and value is not None:
        cell = WriteOnlyCell(sheet, value)
        cell.number_format = "dd/mm/yyyy"
    else:
        return _text(sheet, words, border=_BORDER)
    cell.border = _BORDER
    cell.alignment = Alignment(vertical="top")
    return cell


def _text(sheet, words, font=None, fill=None, border=None):
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", words)[:_LONGEST])
    if cell.data_type == "f":
        cell.data_type = "s"
        cell.quotePrefix = True
    if font is not None:
        cell.font = font
    if fill is not None:
        cell.fill = fill
    if border is not None:
        cell.border = border
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell
