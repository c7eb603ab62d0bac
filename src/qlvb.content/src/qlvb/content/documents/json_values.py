"""Field values from JSON (pure): dates as ``2026-03-09``, choices by token or as ``{"token", "title"}``."""

from datetime import date
from qlvb.content import _
from qlvb.content.additional.field import IAdditionalValues
from qlvb.content.violations import Violation
from zope.schema import getFields
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IDate
from zope.schema.interfaces import IInt


def from_json(schema, data):
    """(values, violations) of a JSON object: names that begin with ``@`` are left out, choices may be token or object.

    Only what JSON cannot say is converted here; whether values are allowed is for the rules.
    """
    fields = getFields(schema)
    values, violations = {}, []
    for name, value in data.items():
        if name.startswith("@"):
            continue
        try:
            values[name] = _value(fields.get(name), value)
        except ValueError:
            violations.append(_wrong(name, fields[name].title))
    return values, violations


def _value(field, value):
    if IAdditionalValues.providedBy(field):
        return value
    if isinstance(value, dict) and "token" in value:
        return value["token"]
    if isinstance(value, list):
        return [_row(item) for item in value]
    if value is None:
        return None
    if IDate.providedBy(field):
        if not isinstance(value, str) or len(value) != 10:
            raise ValueError(value)
        return date.fromisoformat(value)
    if isinstance(value, bool) and IInt.providedBy(field) and not IBool.providedBy(field):
        raise ValueError(value)
    return value


def _row(item):
    if not isinstance(item, dict):
        return item
    return {
        name: value["token"] if isinstance(value, dict) and "token" in value else value for name, value in item.items()
    }


def _wrong(name, title):
    message = _(
        "violation_field_wrong_value", default="Giá trị của “${field}” không đúng kiểu.", mapping={"field": title}
    )
    return Violation(name, "field_wrong_value", message)
