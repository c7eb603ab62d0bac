"""From raw input (JSON values, form values) to the values of an act's schema; all faults are found, not the first."""

import base64
import binascii
from collections.abc import Hashable
from collective.z3cform.datagridfield.row import DictRow
from datetime import date
from datetime import datetime
from plone.namedfile.file import NamedFile
from plone.namedfile.interfaces import INamedField
from qlvb.content import _
from qlvb.content.text import nfc
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Violation
from qlvb.workflows.acts.lengths import length_message
import re
from zope.interface import Invalid
from zope.schema import getFieldsInOrder
from zope.schema import interfaces as fields


VIETNAMESE_DATE = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})$")
YES = {"true", "1", "on", "yes", "có"}
#: Tagged value of a schema: dict name of a field -> the one in whose place it stands. Whoever gives the first has said
#: no to what was proposed for the other.
INSTEAD = "qlvb.instead"
NO = {"false", "0", "off", "no", "không", ""}


class Unconvertible(ValueError):
    """A raw value that has no meaning for its field; carries the message id and the code of the violation."""

    def __init__(self, message, code="invalid"):
        self.message = message
        self.code = code
        super().__init__(str(message))


def convert(schema, raw, record, defaults=None):
    """``(data, violations)``: the input of an act from raw values.

    Keys that are missing take ``defaults``, then the field's default, unless the input has what stands in their place
    (``INSTEAD``). Unknown keys are violations (``unknown_field``).
    """
    raw = nfc_tree(dict(raw or {}))
    instead = schema.queryTaggedValue(INSTEAD, {}) if schema is not None else {}
    replaced = {other for name, other in instead.items() if raw.get(name) not in (None, "")}
    defaults = {name: value for name, value in (defaults or {}).items() if name not in replaced}
    found = list(getFieldsInOrder(schema)) if schema is not None else []
    violations = [unknown(key) for key in raw if key not in dict(found)]
    data = {}
    for name, field in found:
        field = field.bind(record)
        try:
            data[name] = value_of(field, raw, defaults.get(name, field.default))
            field.validate(data[name])
        except Unconvertible as error:
            violations.append(Violation(name, error.code, titled(field, error.message)))
        except fields.ValidationError as error:
            violations.append(explain(name, field, error))
    if schema is not None and not violations:
        violations.extend(broken_invariants(schema, data))
    return data, violations


def value_of(field, raw, default):
    """The value for ``field``: converted from ``raw``, or the default when it was not given."""
    name = field.__name__
    if name not in raw:
        return default
    value = raw[name]
    if value is None or value == "" or (value == [] and fields.ICollection.providedBy(field)):
        return field.missing_value if not fields.IBool.providedBy(field) else False
    return converted(field, value)


def converted(field, value):
    """``value`` for ``field``. :raises Unconvertible: with the reason as message id."""
    for provided, converter in CONVERTERS:
        if provided.providedBy(field):
            return converter(field, value)
    return value


def to_text(field, value):
    if not isinstance(value, str):
        raise Unconvertible(_("violation_text_expected", default="phải là chữ"))
    return nfc(value).replace("\r\n", "\n").strip()


def to_line(field, value):
    """One line; a field that reads what people type says what it stands for."""
    line = " ".join(to_text(field, value).split())
    read = getattr(field, "read", None)
    return read(line) if read is not None else line


def to_choice(field, value):
    """The value behind a token; a value itself is taken too (a form has looked it up already)."""
    vocabulary = field.vocabulary
    if isinstance(value, dict):
        value = value.get("token", value)
    try:
        return vocabulary.getTermByToken(str(value)).value
    except LookupError:
        if isinstance(value, Hashable) and value in vocabulary:
            return value
    raise Unconvertible(_("violation_not_a_choice", default="giá trị không có trong danh sách cho phép"))


def to_date(field, value):
    """A date from ``2026-01-05`` or ``05/01/2026`` (the way it is written in Vietnam)."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    match = VIETNAMESE_DATE.match(str(value).strip())
    try:
        if match:
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day)
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise Unconvertible(_("violation_no_date", default="không phải là ngày hợp lệ (ngày/tháng/năm)")) from None


def to_datetime(field, value):
    if isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(str(value).strip())
    except ValueError:
        raise Unconvertible(_("violation_no_time", default="không phải là thời điểm hợp lệ")) from None


def to_bool(field, value):
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in YES:
        return True
    if word in NO:
        return False
    raise Unconvertible(_("violation_yes_or_no", default="phải là có hoặc không"))


def to_int(field, value):
    if isinstance(value, bool) or not re.fullmatch(r"-?\d{1,9}", str(value).strip()):
        raise Unconvertible(_("violation_no_number", default="phải là số nguyên"))
    return int(str(value).strip())


def to_row(field, value):
    """A dict with every column of the row's schema, columns that were left out with their defaults."""
    if not isinstance(value, dict):
        raise Unconvertible(_("violation_row_expected", default="mỗi dòng phải là một bản ghi"))
    columns = dict(getFieldsInOrder(field.schema))
    for name in value:
        if name not in columns:
            message = _("violation_unknown_column", default="cột “${column}” không có", mapping={"column": name})
            raise Unconvertible(message, "unknown_field")
    return {name: to_cell(column.bind(field.context), value) for name, column in columns.items()}


def to_cell(column, row):
    """The valid value of one column; faults are told with the column's title."""
    try:
        found = value_of(column, row, column.default)
        column.validate(found)
        return found
    except Unconvertible as error:
        code, message = error.code, error.message
    except fields.ValidationError as error:
        code, message = fault_of(column, error)
    mapping = {"column": column.title, "message": message}
    raise Unconvertible(_("violation_cell", default="${column}: ${message}", mapping=mapping), code)


def to_collection(field, value):
    if isinstance(value, (str, dict)) or hasattr(value, "filename") or not hasattr(value, "__iter__"):
        value = [value]
    inner = field.value_type
    items = [converted(inner.bind(field.context), item) for item in value] if inner is not None else list(value)
    if INamedField.providedBy(inner):
        items = [item for item in items if item is not None]  # an input in which no file was chosen
    return field._type(items) if isinstance(field._type, type) else items


def to_file(field, value):
    """A file from ``{"filename": ..., "data": base64 text or bytes}``, or from an upload of a form (None if empty)."""
    if hasattr(value, "filename") and hasattr(value, "data"):
        return value
    if hasattr(value, "filename") and hasattr(value, "read"):
        value = {"filename": value.filename, "data": value.read()}
        if not value["filename"]:
            return field.missing_value
    if not isinstance(value, dict) or not value.get("filename") or "data" not in value:
        raise Unconvertible(_("violation_file_expected", default="phải gồm tên tệp và nội dung tệp"))
    data = value["data"]
    if isinstance(data, str):
        try:
            data = base64.b64decode(data, validate=True)
        except (binascii.Error, ValueError):
            raise Unconvertible(_("violation_file_base64", default="nội dung tệp không đúng mã base64")) from None
    return NamedFile(data=data, filename=nfc(value["filename"]), contentType=value.get("content-type", ""))


class _RowMarker:
    @staticmethod
    def providedBy(field):
        return isinstance(field, DictRow)


CONVERTERS = (
    (INamedField, to_file),
    (_RowMarker, to_row),
    (fields.IChoice, to_choice),
    (fields.IBool, to_bool),
    (fields.IInt, to_int),
    (fields.IDatetime, to_datetime),
    (fields.IDate, to_date),
    (fields.ICollection, to_collection),
    (fields.ITextLine, to_line),
    (fields.IText, to_text),
)


def titled(field, message):
    """"<title of the field>: <message>" as one message id."""
    return _("violation_field", default="${field}: ${message}.", mapping={"field": field.title, "message": message})


def unknown(key):
    mapping = {"field": key}
    message = _("violation_unknown_field", default="Trường “${field}” không có trong biểu mẫu này.", mapping=mapping)
    return Violation(key, "unknown_field", message)


def explain(name, field, error):
    """A violation that says what is wrong with the value of ``field``."""
    code, message = fault_of(field, error)
    return Violation(name, code, titled(field, message))


def fault_of(field, error):
    """``(code, message id)`` of a validation error of zope.schema."""
    if isinstance(error, fields.RequiredMissing):
        return "required", _("violation_required", default="chưa nhập (bắt buộc)")
    if isinstance(error, fields.TooLong):
        return "too_long", length_message(field, error)
    if isinstance(error, fields.TooShort):
        return "too_short", length_message(field, error)
    if isinstance(error, (fields.TooSmall, fields.TooBig)):
        if fields.IInt.providedBy(field) and field.min is not None and field.max is not None:
            mapping = {"min": str(field.min), "max": str(field.max)}
            return "out_of_range", _("violation_between", default="phải từ ${min} đến ${max}", mapping=mapping)
        return "out_of_range", _("violation_out_of_range", default="nằm ngoài giới hạn cho phép")
    if isinstance(error, fields.WrongContainedType) and fields.ICollection.providedBy(field) and error.errors:
        inner = error.errors[0]
        if isinstance(inner, fields.ValidationError):
            return fault_of(field.value_type, inner)
    if isinstance(error, fields.ConstraintNotSatisfied):
        return "invalid", _("violation_not_a_choice", default="giá trị không có trong danh sách cho phép")
    return "invalid", _("violation_invalid", default="giá trị không hợp lệ")


def broken_invariants(schema, data):
    """Violations of the schema's invariants."""

    class Input:
        pass

    value = Input()
    value.__dict__.update(data)
    errors = []
    try:
        schema.validateInvariants(value, errors)
    except Invalid:
        return [Violation("", "invalid", error.args[0] if error.args else str(error)) for error in errors]
    return []
