"""Filters and sorts of lists: from what people ask to clauses of SQL. Pure functions, but for ``unit``,
which asks who works there, and for what a person has marked, which asks his desk.
"""

from datetime import date
from qlvb.content import _
from qlvb.content.documents.interfaces import SECRECY
from qlvb.content.documents.interfaces import URGENCY
from qlvb.content.index import field_filters
from qlvb.content.index import own_marks
from qlvb.content.index.draft_types import with_draft_types
from qlvb.content.index.tables import assignment_lines
from qlvb.content.index.tables import deliveries
from qlvb.content.index.tables import dossier_items
from qlvb.content.index.tables import records
from qlvb.content.index.task_filters import with_executor
from qlvb.content.index.task_filters import with_extended
from qlvb.content.index.task_filters import with_timeliness
from qlvb.content.index.unfiled import with_unfiled
from qlvb.content.index.units import with_units
from qlvb.content.index.work import with_work
from qlvb.content.text import compact
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from sqlalchemy import or_
from sqlalchemy import select
from sqlalchemy.orm import aliased


#: Filter -> column of ``records`` that must have one of the values.
_VALUES = {
    "document_type": records.c.document_type,
    "urgency": records.c.urgency,
    "secrecy": records.c.secrecy,
    "state": records.c.state,
    "agency": records.c.agency,
    "direction": records.c.direction,
    "type": records.c.portal_type,
    "register": records.c.register,
    "holder": records.c.holder,
    "parent": records.c.parent,
    "heading": records.c.heading,
    "retention": records.c.retention,
    "issuing_body": records.c.issuing_body,
    "uid": records.c.uid,
    "source": records.c.facts["arrival_channel"].as_string(),  # no column of its own: asked in small boxes
}
#: Filter up to ``_from`` or ``_to`` -> column of days.
_DAYS = {
    "issue": records.c.issue_day,
    "arrival": records.c.arrival_day,
    "due": records.c.deadline_day,
    "retention_due": records.c.retention_due_day,  # of dossiers: from when they may be appraised
}
#: Filters of tasks, whose value is one str or several.
OF_TASKS = {"executor": with_executor, "timeliness": with_timeliness, "extended": with_extended}
#: Filters of submission notes.
OF_NOTES = {"draft_types": with_draft_types}
FILTERS = (
    "text",
    *_VALUES,
    *(f"{name}_{side}" for name in _DAYS for side in ("from", "to")),
    "reference",
    "folder",
    "dossier",
    "recipient",
    "delivery_state",
    "delivery_channel",
    *field_filters.OF_TEXT,
    *field_filters.OF_VALUES,
    *OF_TASKS,
    *OF_NOTES,
    "unit",
    "work",
    "unfiled",
    *own_marks.OWN_MARKS,
)
SORTS = {
    "priority": records.c.priority,
    "changed": records.c.modified,
    "created": records.c.created,
    "issue_date": records.c.issue_day,
    "arrival_date": records.c.arrival_day,
    "due_date": records.c.deadline_day,
    "retention_due": records.c.retention_due_day,
    "number": records.c.number_sort,
    "reference": records.c.reference_key,
    "subject": records.c.subject_sort,
}
MAX_SIZE = 200
MAX_START = 2**53
_CHOICES = {"urgency": URGENCY, "secrecy": SECRECY}


def given(form, names):
    """What a form (dict) says for these filters, those with something only: dict name -> str, or list of str where a
    parameter came several times.

    >>> given({"year": ["", "2026"], "state": ["a", "b", "a"], "agency": ""}, ["year", "state", "agency", "type"])
    {'year': '2026', 'state': ['a', 'b']}
    """
    found = {}
    for name in names:
        value = form.get(name)
        if isinstance(value, (list, tuple)):
            value = [one for one in dict.fromkeys(value) if one not in (None, "")]
            value = value[0] if len(value) == 1 else value
        if value not in (None, "", []):
            found[name] = value
    return found


def _violation(name, value):
    text = _(
        "violation_list_filter", default="Giá trị lọc “${value}” không hợp lệ.", mapping={"value": str(value)[:80]}
    )
    return Violation(name, "invalid_filter", text)


def clauses_of(filters):
    """The clauses on ``records`` for ``filters`` (dict), empty values and ``text`` passed over: list.

    A list as value means any of its values. ``folder`` is a path below the site, ``dossier`` a UID, ``recipient`` the
    userid of somebody who holds a line.

    :raises Refused: 400, a violation per unknown filter or bad value.
    """
    violations = []
    clauses = []
    for name, value in (filters or {}).items():
        if name not in FILTERS:
            text = _("violation_list_unknown_filter", default="Không có bộ lọc “${name}”.", mapping={"name": name[:80]})
            violations.append(Violation(name, "unknown_filter", text))
        elif value not in (None, "", [], ()) and name != "text":
            clause = _clause(name, value)
            if clause is None:
                violations.append(_violation(name, value))
            else:
                clauses.append(clause)
    if violations:
        raise Refused(violations)
    return clauses


def _clause(name, value):
    """The clause of one filter, None for a value that cannot be."""
    if name in _VALUES:
        return _among(name, value)
    if name.endswith(("_from", "_to")):
        return _since_or_until(name, value)
    if name == "unit":
        return with_units(value)
    if name in own_marks.OWN_MARKS:
        return own_marks.OWN_MARKS[name](value)
    if name in OF_TASKS:
        return OF_TASKS[name](value)
    if name in OF_NOTES:
        return OF_NOTES[name](value)
    if name in field_filters.OF_VALUES:
        return field_filters.OF_VALUES[name](value)
    if name in field_filters.OF_TEXT:
        return field_filters.OF_TEXT[name](value) if isinstance(value, str) and "\0" not in value else None
    values = field_filters.strings(value)
    return _OTHERS[name](values) if values else None


def _among(name, value):
    values = field_filters.strings(value)
    if values is None:
        return None
    if name in _CHOICES and not set(values) <= set(_CHOICES[name]):
        return None
    column = _VALUES[name]
    return field_filters.one_of(column, values)


def _since_or_until(name, value):
    day = _as_day(value)
    if day is None:
        return None
    stem, _dash, side = name.rpartition("_")
    column = _DAYS[stem]
    if side == "from":
        return column >= day.toordinal()
    # A day that is not known is no day before.
    return (column > 0) & (column <= day.toordinal())


def _as_day(value):
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _below(folders):
    # "0" is the character after "/": a range that an index answers, unlike a pattern.
    return or_(*((records.c.path >= f"{folder}/") & (records.c.path < f"{folder}0") for folder in folders))


def _in_dossiers(uids):
    dossier = aliased(records)
    items = dossier_items.join(dossier, dossier.c.id == dossier_items.c.record_id)
    return records.c.uid.in_(select(dossier_items.c.document).select_from(items).where(dossier.c.uid.in_(uids)))


def _with_recipients(userids):
    return records.c.id.in_(select(assignment_lines.c.record_id).where(assignment_lines.c.recipient.in_(userids)))


def _with_delivery_states(states):
    return records.c.id.in_(select(deliveries.c.record_id).where(deliveries.c.state.in_(states)))


def _with_delivery_channels(channels):
    return records.c.id.in_(select(deliveries.c.record_id).where(deliveries.c.channel.in_(channels)))


def _with_references(references):
    keys = [compact(reference) for reference in references]
    begins = [(records.c.reference_key >= key) & (records.c.reference_key < f"{key}\uffff") for key in keys if key]
    return or_(*begins) if len(begins) == len(keys) else None


_OTHERS = {
    "folder": _below,
    "dossier": _in_dossiers,
    "recipient": _with_recipients,
    "delivery_state": _with_delivery_states,
    "delivery_channel": _with_delivery_channels,
    "reference": _with_references,
    "work": with_work,
    "unfiled": with_unfiled,
}


def sort_of(sort, default):
    """(column, reverse) for the name of a sort, ``-`` before it turning it round; ``default`` for None or "".

    :raises Refused: 400 unknown sort.
    """
    if not sort:
        return default
    column = SORTS.get(sort.removeprefix("-")) if isinstance(sort, str) else None
    if column is None:
        text = _(
            "violation_list_unknown_sort",
            default="Không sắp xếp được theo “${name}”.",
            mapping={"name": str(sort)[:80]},
        )
        raise Refused(Violation("sort", "unknown_sort", text))
    return column, sort.startswith("-")


def batch_violation(name):
    """The violation of the place or the size of a page, ``name`` (``b_start`` or ``b_size``)."""
    text = _(
        "violation_list_batch",
        default="Trang không hợp lệ: vị trí đầu là số từ 0 trở lên, mỗi trang có từ 1 đến ${most} dòng.",
        mapping={"most": str(MAX_SIZE)},
    )
    return Violation(name, "invalid_batch", text)


def check_batch(start, size):
    """:raises Refused: 400 when the page asked for cannot be."""
    violations = []
    if not isinstance(start, int) or not 0 <= start < MAX_START:
        violations.append(batch_violation("b_start"))
    if not isinstance(size, int) or not 0 < size <= MAX_SIZE:
        violations.append(batch_violation("b_size"))
    if violations:
        raise Refused(violations)
