"""Filters and sorts of lists: from what people ask to the words of the catalogue. Pure functions."""

from datetime import date
from qlvb.content import _
from qlvb.content.documents.interfaces import SECRECY
from qlvb.content.documents.interfaces import URGENCY
from qlvb.content.text import fold
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
import re


FILTERS = (
    "text",
    "document_type",
    "urgency",
    "secrecy",
    "year",
    "issue_from",
    "issue_to",
    "arrival_from",
    "arrival_to",
    "state",
    "agency",
    "folder",
)
SORTS = {
    "priority": "priority",
    "changed": "modified",
    "issue_date": "issue_day",
    "arrival_date": "arrival_day",
    "due_date": "deadline_day",
    "number": "number_sort",
    "reference": "folded_reference",
    "subject": "sortable_title",
}
MAX_SIZE = 200
MAX_TEXT = 200
_CHOICES = {"urgency": URGENCY, "secrecy": SECRECY}
_INDEX = {"agency": "agency_id", "state": "review_state"}
_LAST_DAY = date.max.toordinal()


def _violation(name, value):
    text = _(
        "violation_list_filter", default="Giá trị lọc “${value}” không hợp lệ.", mapping={"value": str(value)[:80]}
    )
    return Violation(name, "invalid_filter", text)


def words_of(text):
    """Query for the text index: every word must be there, the last one may be unfinished.

    >>> words_of("Quyết định 12/QĐ-UB")
    'quyet AND dinh AND 12 AND qd AND ub*'
    """
    words = re.findall(r"\w+", fold(text[:MAX_TEXT]))
    if words and len(words[-1]) > 1 and not words[-1].isdigit():
        words[-1] += "*"
    return " AND ".join(words)


def catalogue_query(filters, portal_path=""):
    """The catalogue's words for ``filters``, empty values passed over: dict.

    ``folder`` is a path below ``portal_path``.

    :raises Refused: 400, a violation per unknown filter or bad value.
    """
    violations = []
    query = {}
    spans = {}
    for name, value in (filters or {}).items():
        if name not in FILTERS:
            text = _("violation_list_unknown_filter", default="Không có bộ lọc “${name}”.", mapping={"name": name[:80]})
            violations.append(Violation(name, "unknown_filter", text))
            continue
        if value in (None, "", [], ()):
            continue
        if name == "text":
            words = words_of(str(value))
            if words:
                query["record_text"] = words
        elif name == "folder":
            query["path"] = {"query": f"{portal_path}{value}", "depth": -1}
        elif name == "year":
            if str(value).isdigit() and len(str(value)) == 4:
                query["year"] = int(value)
            else:
                violations.append(_violation(name, value))
        elif name.endswith(("_from", "_to")):
            day = _as_day(value)
            if day is None:
                violations.append(_violation(name, value))
            else:
                index, _dash, side = name.partition("_")
                spans.setdefault(f"{index}_day", {})[side] = day.toordinal()
        else:
            values = [str(item) for item in (value if isinstance(value, (list, tuple)) else [value])]
            wrong = [item for item in values if name in _CHOICES and item not in _CHOICES[name]]
            violations.extend(_violation(name, item) for item in wrong)
            query[_INDEX.get(name, name)] = values
    if violations:
        raise Refused(violations)
    for index, span in spans.items():
        query[index] = {"query": (span.get("from", 1), span.get("to", _LAST_DAY)), "range": "min:max"}
    return query


def _as_day(value):
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def catalogue_sort(sort, default):
    """(index, reverse) for the name of a sort, ``-`` before it turning it round; ``default`` for None.

    :raises Refused: 400 unknown sort.
    """
    if not sort:
        return default
    reverse = sort.startswith("-")
    index = SORTS.get(sort.lstrip("-"))
    if index is None:
        text = _(
            "violation_list_unknown_sort", default="Không sắp xếp được theo “${name}”.", mapping={"name": sort[:80]}
        )
        raise Refused(Violation("sort", "unknown_sort", text))
    return index, reverse


def check_batch(start, size):
    """:raises Refused: 400 when the page asked for cannot be."""
    violations = []
    text = _("violation_list_batch", default="Vị trí hoặc số dòng của trang không hợp lệ.")
    if not isinstance(start, int) or start < 0:
        violations.append(Violation("b_start", "invalid_batch", text))
    if not isinstance(size, int) or not 0 < size <= MAX_SIZE:
        violations.append(Violation("b_size", "invalid_batch", text))
    if violations:
        raise Refused(violations)
