"""Reading the files: spreadsheets (xlsx) and JSON lines. Nothing here knows the rules."""

import json
from openpyxl import Workbook
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.utils.exceptions import InvalidFileException
from pathlib import Path
from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.importing.columns import PORTAL_TYPES
from qlvb.workflows.importing.columns import columns
from qlvb.workflows.importing.columns import direction_of
from qlvb.workflows.importing.columns import headings
from qlvb.workflows.importing.columns import plain
from qlvb.workflows.importing.columns import title
from qlvb.workflows.importing.interfaces import Row
from zipfile import BadZipFile
from zope.i18n import translate


SHEETS = {"outgoing": "Văn bản đi", "incoming": "Văn bản đến"}


def read(path):
    """The rows of a file: iterator of Row. Headings nobody knows become columns of their own, for the rules to name.

    :raises Refused: 400 it is no such file, or has no headings.
    """
    path = Path(path)
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return _spreadsheet(path)
    if path.suffix.lower() in (".jsonl", ".ndjson", ".json"):
        return _json_lines(path)
    raise _unreadable(path, _("import_file_kind", default="Chỉ đọc được tệp .xlsx hoặc .jsonl."))


def _spreadsheet(path):
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (InvalidFileException, BadZipFile, KeyError, OSError, ValueError) as error:
        message = _("import_file_broken", default="Không mở được bảng tính.")
        raise _unreadable(path, message) from error
    for sheet in book.worksheets:
        said = direction_of(sheet.title)
        names = None
        for line, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            if all(value is None or value == "" for value in values):
                continue
            if names is None:
                names = [headings().get(plain(value), str(value or "").strip()) for value in values]
                continue
            cells = {
                name: value
                for name, value in zip(names, values, strict=False)
                if name and value is not None and value != ""
            }
            yield Row(sheet.title, line, {"direction": said, **cells} if said else cells)
    book.close()


def _json_lines(path):
    try:
        with open(path, encoding="utf-8-sig") as file:
            for line, text in enumerate(file, start=1):
                if not text.strip():
                    continue
                try:
                    data = json.loads(text)
                except ValueError:
                    data = None
                if not isinstance(data, dict):
                    data = {"": text.strip()[:80]}
                yield Row("", line, {headings().get(plain(name), name): value for name, value in data.items()})
    except (OSError, UnicodeDecodeError) as error:
        message = _("import_file_text", default="Không đọc được tệp (cần văn bản UTF-8).")
        raise _unreadable(path, message) from error


def _unreadable(path, message):
    return Refused(Violation("file", "file_unreadable", message), 400)


def write_template(path, own=()):
    """Write an empty spreadsheet with every column. ``own``: dict portal type -> labels of the fields that the agency
    adds, for which the last columns are.
    """
    book = Workbook()
    book.remove(book.active)
    for direction, name in SHEETS.items():
        sheet = book.create_sheet(name)
        portal_type = PORTAL_TYPES[direction]
        shown = [column for column in columns(portal_type) if column != "direction"]
        known = [translate(title(portal_type, column), target_language="vi") for column in shown]
        sheet.append([*known, *(label for label in dict(own).get(portal_type, ()) if label not in known)])
        sheet.freeze_panes = "A2"
        for cell in sheet[1]:
            cell.font = Font(bold=True)
            sheet.column_dimensions[cell.column_letter].width = max(12, len(cell.value) + 2)
    book.save(path)
