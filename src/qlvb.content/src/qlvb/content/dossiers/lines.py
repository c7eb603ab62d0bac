"""A catalogue as lines of a table: written in the decree's five columns, and read back with every mistake named.

Pure. A *line* is a tuple of texts: number and symbol, title, period, maker, note, and behind the decree's columns the
basis of the period and the row of the retention schedule.
"""

from qlvb.content import _
from qlvb.content.dossiers.codes import parse_code
from qlvb.content.retention.period import LABELS
from qlvb.content.retention.period import Period
from qlvb.content.text import fold
from qlvb.content.text import nfc
from qlvb.content.violations import Violation
import re


COLUMNS = (
    ("code", _("dossier_code", default="Số và ký hiệu hồ sơ")),
    ("title", _("catalogue_column_title", default="Tên đề mục và tiêu đề hồ sơ")),
    ("retention", _("dossier_retention_kind", default="Thời hạn bảo quản")),
    ("holder", _("dossier_holder", default="Người lập hồ sơ")),
    ("note", _("dossier_note", default="Ghi chú")),
)
#: Behind the decree's columns, in files that come back.
MORE = (
    ("basis", _("dossier_retention_basis", default="Căn cứ thời hạn")),
    ("row", _("dossier_retention_row", default="Dòng bảng thời hạn")),
)
NAMES = tuple(name for name, _title in (*COLUMNS, *MORE))
#: Most lines of one file.
MOST = 5200
RULE = "NĐ 30/2020 Phụ lục V"
_ROMAN = re.compile(r"^\s*([IVXLC]+)\s*[.)]?\s*(.*)$")
_YEARS = re.compile(r"^(\d{1,3})\s*(?:nam)?(\s+sau su kien)?$")
_LENGTHS = {"title": 500, "note": 500, "basis": 200, "row": 30}


def period_from(text):
    """The Period that a cell says ("Vĩnh viễn", "05 năm", "10", "05 năm sau sự kiện"), or None.

    >>> period_from("05 năm"), period_from("vinh vien").kind
    (Period(kind='years', years=5), 'permanent')
    """
    said = " ".join(fold(text).split())
    for kind, label in LABELS.items():
        if said == fold(label.default):
            return _period(kind, None)
    match = _YEARS.match(said)
    if match is None:
        return None
    return _period("years_after_event" if match.group(2) else "years", int(match.group(1)))


def _period(kind, years):
    try:
        return Period(kind, years)
    except ValueError:
        return None


def read_lines(lines, find_person):
    """(headings, entries, violations) of lines (list of tuples of str, the head of the table left out or not).

    A line without number is a heading ("I. Tổng hợp"); the abbreviation of a heading is that of its entries.
    ``find_person``: text -> userid, or None for nobody or several. Fields of violations are "<line>.<column>", lines
    counted from 1 as they were given.
    """
    headings, entries, found = [], [], []
    for number, line in enumerate(lines, 1):
        cells = dict(zip(NAMES, (nfc(str(cell or "")).strip() for cell in (*line, *("",) * len(NAMES))), strict=False))
        if not any(cells.values()) or _is_head(cells):
            continue
        code = parse_code(cells["code"])
        if code is None and _ROMAN.match(f"{cells['code']} {cells['title']}".strip()) and not cells["retention"]:
            title = _ROMAN.match(f"{cells['code']} {cells['title']}".strip()).group(2)
            headings.append({"key": f"d{len(headings) + 1}", "symbol": "", "title": title[:200]})
            if not title:
                found.append(
                    _fault(
                        number, "title", "title_missing", _("catalogue_fault_heading", default="Đề mục chưa có tên.")
                    )
                )
        else:
            found.extend(_read_entry(number, cells, code, headings, entries, find_person))
    for heading in headings:
        if not heading["symbol"]:
            text = _("catalogue_fault_heading_empty", default="Đề mục “${title}” không có hồ sơ nào.", mapping=heading)
            found.append(Violation("headings", "heading_empty", text, RULE))
    return headings, entries, found


def _read_entry(number, cells, code, headings, entries, find_person):
    if code is None:
        text = _("catalogue_fault_code", default="Số và ký hiệu hồ sơ không đúng dạng (ví dụ 01.VP).")
        yield _fault(number, "code", "code_wrong", text)
        return
    if not headings:
        text = _("catalogue_fault_no_heading", default="Hồ sơ đứng trước đề mục đầu tiên.")
        yield _fault(number, "code", "heading_missing", text)
        return
    heading = headings[-1]
    heading["symbol"] = heading["symbol"] or code[1]
    if heading["symbol"] != code[1]:
        text = _(
            "catalogue_fault_symbol", default="Ký hiệu khác với các hồ sơ cùng đề mục (${symbol}).", mapping=heading
        )
        yield _fault(number, "code", "symbol_wrong", text)
    if any((one["heading"], one["number"]) == (heading["key"], code[0]) for one in entries):
        yield _fault(number, "code", "repeated", _("catalogue_fault_repeated", default="Số và ký hiệu hồ sơ bị lặp."))
    if not cells["title"]:
        yield _fault(number, "title", "title_missing", _("catalogue_fault_title", default="Chưa có tiêu đề hồ sơ."))
    for name, most in _LENGTHS.items():
        if len(cells[name]) > most:
            text = _("catalogue_fault_long", default="Dài quá ${most} ký tự.", mapping={"most": str(most)})
            yield _fault(number, name, "too_long", text)
    period = period_from(cells["retention"])
    if period is None:
        text = _(
            "catalogue_fault_retention",
            default="Thời hạn “${said}” không hợp lệ.",
            mapping={"said": cells["retention"]},
        )
        yield _fault(number, "retention", "retention_wrong", text)
    holder = find_person(cells["holder"]) if cells["holder"] else ""
    if holder is None:
        text = _(
            "catalogue_fault_holder",
            default="Không tìm thấy đúng một người “${said}”.",
            mapping={"said": cells["holder"]},
        )
        yield _fault(number, "holder", "person_unknown", text)
    if cells["row"] and not cells["row"].isascii():
        yield _fault(
            number, "row", "row_wrong", _("catalogue_fault_row", default="Dòng bảng thời hạn không đúng dạng.")
        )
    entries.append(
        {
            "number": code[0],
            "heading": heading["key"],
            "title": cells["title"],
            "retention_kind": period.kind if period else None,
            "retention_years": period.years if period else None,
            "holder": holder or "",
            "note": cells["note"],
            "basis": cells["basis"],
            "row": cells["row"],
        }
    )


def _is_head(cells):
    """bool: the titles of the columns, or their numbers under them."""
    numbers = [cells[name] for name, _title in COLUMNS]
    return fold(cells["title"]) == fold(COLUMNS[1][1].default) or numbers == ["1", "2", "3", "4", "5"]


def _fault(line, column, code, message):
    return Violation(f"{line}.{column}", code, message, RULE)
