"""A catalogue as xlsx and docx, and back: only cells and tables here, what they mean says ``dossiers.lines``."""

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from io import BytesIO
from openpyxl import Workbook
from openpyxl import load_workbook
from openpyxl.styles import Alignment
from openpyxl.styles import Font
from openpyxl.utils.exceptions import InvalidFileException
from qlvb.content import _
from qlvb.content.dossiers.catalogue import headings
from qlvb.content.dossiers.lines import COLUMNS
from qlvb.content.dossiers.lines import MORE
from qlvb.content.dossiers.lines import MOST
from qlvb.content.files.kinds import DOCX
from qlvb.content.files.kinds import XLSX
from qlvb.content.files.packages import BrokenPackage
from qlvb.content.files.packages import PackageBomb
from qlvb.content.files.packages import inspect
from qlvb.content.layout.compose import compose_plain
from qlvb.content.layout.data import Table
from qlvb.content.layout.lines import roman
from qlvb.content.organisation.people import name_of
from qlvb.content.states import state_of
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zipfile import BadZipFile
from zope.i18n import translate


#: Bytes of a file that is read.
LARGEST = 10 * 1024 * 1024
WIDTHS = (14, 46, 14, 18, 12)
MIMETYPES = {
    "xlsx": XLSX,
    "docx": DOCX,
}

#: Room for the number of a decision that is not issued yet.
NO_NUMBER = "…………"
BROKEN = _("catalogue_file_broken", default="Không mở được tệp: tệp hỏng hoặc sai định dạng.")


def lines_of(catalogue, more=False):
    """The lines of a catalogue, headings among them, as people read them: list of tuples of str."""
    found = []
    for place, heading in enumerate(headings(catalogue), 1):
        found.append(("", f"{roman(place)}. {heading.title}", "", "", "", *(("", "") if more else ())))
        for entry in heading.entries:
            period = translate(entry.period.label, target_language="vi", domain="qlvb") if entry.period else ""
            line = (entry.code, entry.title, period, name_of(entry.holder), entry.note)
            found.append((*line, entry.basis, entry.row) if more else line)
    return found


def titles(more=False):
    """Titles of the columns in Vietnamese: tuple of str."""
    return tuple(title.default for _name, title in (*COLUMNS, *(MORE if more else ())))


def as_table(catalogue):
    """The decree's table (NĐ 30/2020 Phụ lục V): :class:`~qlvb.content.layout.data.Table`."""
    return Table(titles(), (tuple("12345"), *lines_of(catalogue)), WIDTHS)


def write_xlsx(catalogue):
    """bytes."""
    book = Workbook()
    sheet = book.active
    sheet.title = f"Danh muc {catalogue.year}"
    for row in (titles(more=True), *lines_of(catalogue, more=True)):
        sheet.append(list(row))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows():
        for cell in row:
            cell.data_type = "s"  # a title that begins with "=" is no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in zip("ABCDEFG", (14, 60, 16, 24, 20, 30, 14), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    output = BytesIO()
    book.save(output)
    return output.getvalue()


def write_docx(catalogue, agency, closing):
    """bytes of the catalogue alone, in the decree's form; ``closing`` is the line that counts."""
    draft = state_of(catalogue) == "draft" and not catalogue.decision
    below = "(Dự thảo)" if draft else f"(Kèm theo Quyết định số {catalogue.decision or NO_NUMBER})"
    return compose_plain(
        agency=agency.title,
        title="DANH MỤC HỒ SƠ",
        below=(f"Năm {catalogue.year}", below),
        body=(as_table(catalogue), closing),
        landscape=False,
    )


def read_file(filename, stream):
    """The lines of an xlsx or docx: list of tuples of str.

    :raises Refused: 400 it is none, broken, too large, or has no table.
    """
    if stream.seek(0, 2) > LARGEST:
        raise _unreadable(_("catalogue_file_large", default="Tệp lớn hơn 10 MB."))
    try:
        kind = inspect(stream).kind
    except (BrokenPackage, PackageBomb) as error:
        raise _unreadable(BROKEN) from error
    stream.seek(0)
    if kind == "xlsx":
        return _read_xlsx(stream)
    if kind == "docx":
        return _read_docx(stream)
    raise _unreadable(_("catalogue_file_kind", default="Chỉ đọc được tệp .xlsx hoặc .docx."))


def read_pasted(text):
    """The lines of what was copied from a spreadsheet: list of tuples of str."""
    return _bounded(tuple(cell.strip() for cell in line.split("\t")) for line in text.splitlines())


def _read_xlsx(stream):
    try:
        book = load_workbook(stream, read_only=True, data_only=True)
        rows = book.worksheets[0].iter_rows(values_only=True, max_col=7)
        return _bounded(tuple("" if value is None else str(value) for value in row) for row in rows)
    except (InvalidFileException, BadZipFile, KeyError, ValueError, IndexError) as error:
        raise _unreadable(BROKEN) from error


def _read_docx(stream):
    try:
        document = Document(stream)
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise _unreadable(BROKEN) from error
    tables = [table for table in document.tables if len(table.columns) >= len(COLUMNS)]
    if not tables:
        raise _unreadable(_("catalogue_file_table", default="Tệp không có bảng năm cột của danh mục hồ sơ."))
    return _bounded(tuple(_text(cell) for cell in row.tc_lst) for table in tables for row in table._tbl.tr_lst)


def _text(cell):
    """What a cell of a docx table says; read from its XML, since python-docx takes seconds for thousands of cells."""
    return "".join(element.text or "" for element in cell.iter(qn("w:t")))


def _bounded(lines):
    found = []
    for line in lines:
        found.append(line)
        if len(found) > MOST:
            raise _unreadable(_("catalogue_file_long", default="Tệp có quá nhiều dòng (tối đa 5.200)."))
    if not any(any(cells) for cells in found):
        raise _unreadable(_("catalogue_file_empty", default="Tệp không có dòng nào."))
    return found


def _unreadable(message):
    return Refused(Violation("file", "file_unreadable", message))
