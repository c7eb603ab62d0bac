"""Values of additional fields (pure). They are kept as str whatever their kind: a day as ``2026-03-09``, a number with
a point, so that what stands in records, journals and packages is the same.
"""

from datetime import date
from datetime import datetime
from decimal import Decimal
from decimal import InvalidOperation
from qlvb.content import _
from qlvb.content.additional.definition import RULE
from qlvb.content.clock import show_date
from qlvb.content.text import nfc
from qlvb.content.violations import Violation
import re
from zope.i18nmessageid import Message


#: Where violations and forms name a field: ``additional.<id>``.
PREFIX = "additional."
LONGEST_TEXT = 500
MOST_DIGITS = 15
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_NUMBER = re.compile(r"-?\d+([.,]\d+)?")


def settled(fields, given, stored, demanded=()):
    """(values as they would be stored, list of Violation).

    ``fields``: AdditionalFields of the record's type; ``given``: dict id -> value as typed or sent, laid over
    ``stored``; None and "" empty a field. ``demanded``: ids of fields that must say something in the end.
    """
    by_id = {field.id: field for field in fields}
    values, faults = dict(stored), []
    for name, raw in given.items():
        field = by_id.get(name)
        if field is None:
            faults.append(_unknown(name))
            continue
        value, fault = read_value(field, raw)
        if fault is None and value == stored.get(name, ""):
            continue  # what a record says already may stay, whatever has become of the field
        if fault is None and field.retired:
            fault = _fault(field, "field_retired", RETIRED)
        elif fault is None and value and field.kind == "choice" and value not in field.choices:
            fault = _fault(field, "field_not_allowed", NOT_ALLOWED)
        if fault is not None:
            faults.append(fault)
        elif value:
            values[name] = value
        else:
            values.pop(name, None)
    wrong = {fault.field for fault in faults}
    faults += [
        _fault(field, "field_missing", MISSING)
        for field in fields
        if field.id in demanded and not values.get(field.id) and f"{PREFIX}{field.id}" not in wrong
    ]
    return values, faults


def read_value(field, raw):
    """(str, None) of a value as typed, sent or read from a cell; else ("", Violation).

    >>> from qlvb.content.additional.definition import AdditionalField
    >>> [read_value(AdditionalField("n", "N", "number"), raw)[0] for raw in ("0012,50", 3, 2.5, None)]
    ['12.5', '3', '2.5', '']
    >>> [read_value(AdditionalField("d", "D", "date"), raw)[0] for raw in ("09/03/2026", "2026-03-09")]
    ['2026-03-09', '2026-03-09']
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return "", None
    value = _READERS[field.kind](raw)
    if value is None:
        return "", _fault(field, "field_wrong_value", WRONG[field.kind])
    if field.kind == "text" and len(value) > LONGEST_TEXT:
        return "", _fault(field, "field_too_long", TOO_LONG)
    return value, None


def shown(field, value):
    """str: a stored value as people read it.

    >>> from qlvb.content.additional.definition import AdditionalField
    >>> shown(AdditionalField("d", "D", "date"), "2026-03-09"), shown(AdditionalField("n", "N", "number"), "12.5")
    ('09/03/2026', '12,5')
    """
    if field.kind == "date" and value:
        return show_date(date.fromisoformat(value))
    return value.replace(".", ",") if field.kind == "number" else value


def changes_of(before, after):
    """dict ``additional.<id>`` -> [before, after] of what differs between two dicts of values, for the journal.

    >>> changes_of({"a": "1", "b": "2"}, {"b": "3"})
    {'additional.a': ['1', ''], 'additional.b': ['2', '3']}
    """
    names = sorted({*before, *after})
    pairs = {name: [before.get(name, ""), after.get(name, "")] for name in names}
    return {f"{PREFIX}{name}": pair for name, pair in pairs.items() if pair[0] != pair[1]}


def as_json(field, value):
    """The stored value as JSON has it: numbers as numbers."""
    if field.kind != "number":
        return value
    return float(value) if "." in value else int(value)


def _text(raw):
    if isinstance(raw, bool) or not isinstance(raw, (str, int, float)):
        return None
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    text = " ".join(nfc(str(raw)).split())
    return text if text.isprintable() else None


def _number(raw):
    if isinstance(raw, bool) or not isinstance(raw, (str, int, float)):
        return None
    said = str(raw).strip() if isinstance(raw, str) else format(Decimal(repr(raw)), "f")
    if not said.isascii() or not _NUMBER.fullmatch(said) or len(said) > 40:
        return None
    try:
        number = Decimal(said.replace(",", ".")).normalize()
    except InvalidOperation:
        return None
    text = format(number, "f")
    return text if sum(char.isdigit() for char in text) <= MOST_DIGITS else None


def _day(raw):
    if isinstance(raw, datetime):
        raw = raw.date()
    if isinstance(raw, date):
        return raw.isoformat()
    if not isinstance(raw, str):
        return None
    said = raw.strip()
    try:
        if match := _DAY.fullmatch(said):
            return date(int(match[3]), int(match[2]), int(match[1])).isoformat()
        return date.fromisoformat(said).isoformat() if len(said) == 10 else None
    except ValueError:
        return None


_READERS = {"text": _text, "choice": _text, "number": _number, "date": _day}
MISSING = _("violation_field_missing", default="Chưa nhập “${field}”.")
NOT_ALLOWED = _("violation_field_not_allowed", default="Giá trị của “${field}” không có trong danh sách.")
RETIRED = _("violation_additional_retired", default="Trường “${field}” đã ngừng dùng, không nhập mới.")
TOO_LONG = _("violation_additional_too_long", default="“${field}” dài quá 500 ký tự.")
NOT_TEXT = _("violation_field_wrong_value", default="Giá trị của “${field}” không đúng kiểu.")
WRONG = {
    "text": NOT_TEXT,
    "choice": NOT_TEXT,
    "number": _("violation_additional_number", default="“${field}” phải là số (tối đa 15 chữ số)."),
    "date": _("violation_additional_date", default="“${field}” phải là ngày, dạng 31/12/2026."),
}


def _fault(field, code, message):
    return Violation(f"{PREFIX}{field.id}", code, Message(message, mapping={"field": field.label}), RULE)


def _unknown(name):
    said = str(name)[:80]
    text = _("violation_field_unknown", default="Không có trường “${field}”.", mapping={"field": said})
    return Violation(f"{PREFIX}{said}", "field_unknown", text, RULE)
