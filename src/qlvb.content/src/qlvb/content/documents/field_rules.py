"""Rules of single fields, read from the schema: needed, known, of the right kind, not too long, one of the list."""

from qlvb.content import _
from qlvb.content.documents.fields import fields_of
from qlvb.content.violations import Violation
from zope.schema.interfaces import ConstraintNotSatisfied
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooBig
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import TooSmall
from zope.schema.interfaces import ValidationError


LENGTHS = "NĐ 30/2020 Phụ lục VI Phần II"


def missing(name, title):
    """The violation "must not be empty" of a field."""
    return Violation(
        name,
        "field_missing",
        _("violation_field_missing", default="Chưa nhập “${field}”.", mapping={"field": title}),
        LENGTHS,
    )


class BoundFields:
    """The fields of schemas bound to one place, each once: for those who check thousands of records of one snapshot of
    the database.
    """

    def __init__(self, context):
        self.context = context
        self._known = {}

    def of(self, field):
        """``field``, bound. By its identity: comparing all that fields say takes longer than binding one."""
        if id(field) not in self._known:
            self._known[id(field)] = field, field.bind(self.context)
        return self._known[id(field)][1]


def check_fields(schema, data, context=None, prefix=""):
    """Violations of ``data`` (normalised) against ``schema``: unknown names first, then the fields in their order.

    Only the names in ``data`` are looked at. ``context`` is what context-dependent value lists are asked for, or the
    BoundFields of that place; ``prefix`` is put before field names (rows of a table).
    """
    bound = context if isinstance(context, BoundFields) else BoundFields(context)
    fields = fields_of(schema)
    violations = [_unknown(prefix + name) for name in data if name not in fields]
    for name in sorted(set(data) & set(fields), key=lambda item: fields[item].order):
        violation = _check(prefix + name, fields[name], data[name], bound)
        if violation is not None:
            violations.append(violation)
    return violations


def _unknown(name):
    return Violation(
        name,
        "field_unknown",
        _("violation_field_unknown", default="Không có trường “${field}”.", mapping={"field": name}),
    )


def _check(name, field, value, bound):
    if field.required and value in (None, ""):
        return missing(name, field.title)
    try:
        bound.of(field).validate(value)
    except RequiredMissing:
        return missing(name, field.title)
    except TooLong:
        return Violation(
            name,
            "field_too_long",
            _(
                "violation_field_too_long",
                default="“${field}” dài ${length}, vượt quá ${max} cho phép.",
                mapping={"field": field.title, "length": str(len(value)), "max": str(field.max_length)},
            ),
            LENGTHS,
        )
    except (TooBig, TooSmall):
        return Violation(
            name,
            "field_out_of_range",
            _(
                "violation_field_out_of_range",
                default="“${field}” phải từ ${min} đến ${max}.",
                mapping={"field": field.title, "min": str(field.min), "max": str(field.max)},
            ),
            LENGTHS,
        )
    except ConstraintNotSatisfied:
        return _not_allowed(name, field) if IChoice.providedBy(field) else _wrong(name, field)
    except ValidationError:
        return _wrong(name, field)
    return None


def _not_allowed(name, field):
    return Violation(
        name,
        "field_not_allowed",
        _(
            "violation_field_not_allowed",
            default="Giá trị của “${field}” không có trong danh sách.",
            mapping={"field": field.title},
        ),
    )


def _wrong(name, field):
    return Violation(
        name,
        "field_wrong_value",
        _(
            "violation_field_wrong_value",
            default="Giá trị của “${field}” không đúng kiểu.",
            mapping={"field": field.title},
        ),
    )
