"""The tables of the forms as data, and what is right in their rows: pure functions."""

from dataclasses import dataclass
from dataclasses import field
from qlvb.content import _
from qlvb.content.requests.interfaces import CHANGE
from qlvb.content.requests.interfaces import KINDS
from qlvb.content.requests.interfaces import NEW
from qlvb.content.requests.interfaces import RULE
from qlvb.content.requests.interfaces import WITHDRAW
from qlvb.content.requests.words import AGENCY_FIELDS
from qlvb.content.requests.words import PERSON_FIELDS
from qlvb.content.requests.words import REASONS
from qlvb.content.requests.words import ROLE_TITLES
from qlvb.content.text import fold
from qlvb.content.text import nfc
from qlvb.content.violations import Violation
import re


AGENCIES, PEOPLE = TABLES = ("agencies", "people")
MOST_ROWS = 50
#: Characters that a field of a person takes, where that is less than the column takes.
LONGEST = {"title": 150, "phone": 30}
#: Characters of the name of an agency.
LONGEST_AGENCY = {"title": 200}
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True)
class Column:
    """``values``: dict value -> title of a closed list, "agency" or "account" for what the site has, None for text."""

    name: str
    title: str
    required: bool = True
    values: object = None
    most: int = 150


_AGENCY = Column("agency", _("request_column_agency", default="Tên cơ quan, tổ chức"), values="agency")
_EMAIL = Column(
    "email", _("request_column_email", default="Địa chỉ thư điện tử công vụ (nếu có)"), required=False, most=254
)
_NOTE = Column("note", _("request_column_note", default="Ghi chú"), required=False, most=300)
_NEW_VALUE = Column("value", _("request_column_value", default="Thông tin mới"), most=250)
_PHONE = Column("phone", _("organisation_label_phone", default="Số ĐT"), required=False, most=30)
_ACCOUNT = Column("account", _("request_column_account", default="Tên tài khoản"), values="account", most=64)
_WHAT = _("request_column_field", default="Thông tin cần thay đổi")
COLUMNS = {
    (NEW, AGENCIES): (
        _AGENCY,
        _EMAIL,
        Column("role", _("request_column_role", default="Loại tài khoản"), values=ROLE_TITLES),
        _NOTE,
    ),
    (NEW, PEOPLE): (
        Column("fullname", _("organisation_label_fullname", default="Họ và tên")),
        Column("post", _("organisation_label_post_title", default="Chức vụ")),
        Column("unit", _("request_column_unit", default="Bộ phận công tác"), required=False),
        _EMAIL,
        _PHONE,
    ),
    (CHANGE, AGENCIES): (_AGENCY, Column("field", _WHAT, values=AGENCY_FIELDS), _NEW_VALUE),
    (CHANGE, PEOPLE): (_ACCOUNT, Column("field", _WHAT, values=PERSON_FIELDS), _NEW_VALUE),
    (WITHDRAW, AGENCIES): (),  # an agency's accounts are withdrawn by their names, as people's
    (WITHDRAW, PEOPLE): (
        _ACCOUNT,
        Column("reason", _("request_column_reason", default="Lý do"), values=REASONS),
        _NOTE,
    ),
}
_REQUIRED = _("violation_request_required", default="${column}, dòng ${row}: chưa nhập.")
_LONG = _("violation_request_long", default="${column}, dòng ${row}: tối đa ${max} ký tự.")
_CHOICE = _("violation_request_choice", default="${column}, dòng ${row}: không có trong danh sách.")
_BAD_EMAIL = _("violation_request_email", default="${column}, dòng ${row}: địa chỉ thư không đúng.")
_TWICE = _("violation_request_twice", default="${column}, dòng ${row}: trùng với dòng trước.")


@dataclass(frozen=True)
class Known:
    """What the agency may name: ids of agencies (itself and those below), accounts that it looks after; ``values``: of
    fields of people whose new value is one of the site's: field -> dict value -> title.
    """

    agencies: frozenset = field(default_factory=frozenset)
    accounts: frozenset = field(default_factory=frozenset)
    values: dict = field(default_factory=dict)


def cleaned(kind, table, rows):
    """Rows with exactly the columns of the table, stripped; empty rows left out: tuple of dict str -> str."""
    found = []
    for row in rows if isinstance(rows, (list, tuple)) else ():
        given = row if isinstance(row, dict) else {}
        values = {column.name: _line(given.get(column.name)) for column in COLUMNS[kind, table]}
        if any(values.values()):
            found.append(values)
    return tuple(found)


def _line(value):
    return " ".join(nfc(value).split()) if isinstance(value, str) else ""


def with_values(kind, rows, known):
    """Rows of people with the values that are meant by titles: "Sở Nội vụ" becomes the id of that agency. Pure: tuple.

    >>> known = Known(values={"home_agency": {"snv": "Sở Nội vụ"}})
    >>> with_values(CHANGE, ({"field": "home_agency", "value": "sở nội vụ"},), known)
    ({'field': 'home_agency', 'value': 'snv'},)
    """
    if kind != CHANGE:
        return tuple(rows)
    return tuple({**row, "value": _meant(row["value"], known.values.get(row["field"], {}))} for row in rows)


def _meant(value, titles):
    found = [one for one, title in titles.items() if fold(title) == fold(value)]
    return found[0] if len(found) == 1 and value not in titles else value


def violations(kind, tables, known):
    """list of Violation; ``tables``: dict of TABLES -> cleaned rows; fields are named ``people.0.email``."""
    if kind not in KINDS:
        return [Violation("kind", "kind_unknown", _("violation_request_kind", default="Hãy chọn mẫu 01, 02 hoặc 03."))]
    if not any(tables.values()):
        message = _("violation_request_empty", default="Hãy ghi ít nhất một dòng: cơ quan hoặc người.")
        return [Violation("people", "rows_missing", message, RULE)]
    found = []
    for table in TABLES:
        if len(tables[table]) > MOST_ROWS:
            mapping = {"max": str(MOST_ROWS)}
            message = _("violation_request_rows", default="Mỗi bảng tối đa ${max} dòng.", mapping=mapping)
            found.append(Violation(table, "too_many_rows", message))
            continue
        seen = set()
        for place, row in enumerate(tables[table]):
            for column in COLUMNS[kind, table]:
                if problem := _problem(column, row, known):
                    found.append(_violation(table, place, column, row, *problem))
            key = tuple(row.get(name, "") for name in ("agency", "account", "role", "field", "fullname", "email"))
            if key in seen:
                found.append(_violation(table, place, COLUMNS[kind, table][0], row, "row_twice", _TWICE))
            seen.add(key)
    return found


def _problem(column, row, known):
    """``(code, message)`` of what is wrong with one value, or None."""
    value = row[column.name]
    if not value:
        return ("required", _REQUIRED) if column.required else None
    if len(value) > column.most:
        return "too_long", _LONG
    if column.values is not None:
        lists = {"agency": known.agencies, "account": known.accounts}
        allowed = lists[column.values] if isinstance(column.values, str) else column.values
        return None if value in allowed else ("choice_unknown", _CHOICE)
    wants_email = column.name == "email" or (column.name == "value" and row.get("field") == "email")
    if wants_email and not EMAIL.fullmatch(value):
        return "bad_email", _BAD_EMAIL
    if column.name != "value":
        return None
    if row.get("field") in known.values and value not in known.values[row["field"]]:
        return "choice_unknown", _CHOICE
    return ("too_long", _LONG) if len(value) > most_of(column, row) else None


def most_of(column, row):
    """int: how many characters a value may have, by the field that it is to go into."""
    if column.name != "value":
        return column.most
    return (LONGEST if "account" in row else LONGEST_AGENCY).get(row.get("field"), column.most)


def _violation(table, place, column, row, code, message):
    mapping = {"column": column.title, "row": str(place + 1), "max": str(most_of(column, row))}
    return Violation(f"{table}.{place}.{column.name}", code, type(message)(message, mapping=mapping), RULE)
