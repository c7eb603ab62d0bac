"""Spreadsheets (xlsx), row by row."""

from datetime import date
from datetime import datetime
from openpyxl import load_workbook
from qlvb.workflows.texts.reading import MAX_CELLS


def lines(stream, kind):
    """The title of each sheet and its rows, cells parted by tabs; values as last calculated, not formulas."""
    book = load_workbook(stream, read_only=True, data_only=True)
    left = MAX_CELLS
    for sheet in book.worksheets:
        yield sheet.title
        sheet.reset_dimensions()
        for row in sheet.iter_rows(values_only=True):
            left -= len(row)
            if left < 0:
                return
            yield "\t".join(_shown(value) for value in row if value is not None)


def _shown(value):
    """A value as people write it: days as day/month/year, whole numbers without a decimal point."""
    if isinstance(value, datetime | date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
