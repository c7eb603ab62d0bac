"""What a saved search must be. Every mistake is named."""

from qlvb.content import _
from qlvb.content.desks.interfaces import EVERYWHERE
from qlvb.content.index.fields import SEARCHED
from qlvb.content.index.filters import FILTERS
from qlvb.content.index.filters import clauses_of
from qlvb.content.index.filters import sort_of
from qlvb.content.index.question import Question
from qlvb.content.index.question import box_of
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


MAX_NAME = 80
MAX_SEARCHES = 100
MAX_PINNED = 24
MAX_TEXT = 1000
MAX_VALUES = 100


def question_of(search, scope=None):
    """The Question of a saved search; ``scope`` are filters that narrow every list of the person."""
    return _question(search.where, dict(search.filters), search.sort, scope)


def _question(where, filters, sort, scope=None):
    if where == EVERYWHERE:
        return Question(types=SEARCHED, filters=filters, sort=sort or None)
    return Question(box=where, filters={**(scope or {}), **filters}, sort=sort or None)


def checked_name(name):
    """(name composed and without spaces around it, list of Violation)."""
    if not isinstance(name, str) or not nfc(name).strip():
        return "", [_violation("name", "name_missing", _("violation_search_name", default="Hãy đặt tên cho ô."))]
    name = " ".join(nfc(name).split())
    if len(name) > MAX_NAME:
        text = _("violation_search_name_long", default="Tên ô dài quá ${max} ký tự.", mapping={"max": str(MAX_NAME)})
        return name, [_violation("name", "name_too_long", text)]
    return name, []


def checked_list(where, filters, sort):
    """(where, filters, sort, list of Violation); empty filters are left out."""
    violations = []
    filters = filters if filters is not None else {}
    where = EVERYWHERE if where is None else where
    if not isinstance(filters, dict):
        text = _("violation_search_filters", default="“filters” phải là một đối tượng JSON.")
        return where, {}, "", [_violation("filters", "filters_wrong", text)]
    kept = {name: value for name, value in filters.items() if value not in (None, "", [], ())}
    violations += [mistake for name, value in kept.items() if (mistake := _shape(name, value))]
    if not violations:
        violations += _refusals(lambda: clauses_of(kept))
    if where != EVERYWHERE:
        violations += _refusals(lambda: box_of(where))
    elif not kept:
        text = _("violation_search_empty", default="Chưa có gì để lưu: hãy gõ từ cần tìm hoặc chọn bộ lọc.")
        violations.append(_violation("filters", "search_empty", text))
    violations += _refusals(lambda: sort_of(sort, None)) if sort else []
    return where, kept, sort or "", violations


def _shape(name, value):
    """A Violation for a filter that is no filter, or whose value is neither a short text nor a list of such."""
    values = value if isinstance(value, list) else [value]
    longest = MAX_TEXT if name == "text" else 200
    good = name != "text" or isinstance(value, str)
    if name not in FILTERS:
        text = _(
            "violation_list_unknown_filter", default="Không có bộ lọc “${name}”.", mapping={"name": str(name)[:80]}
        )
        return _violation(str(name)[:80], "unknown_filter", text)
    fits = all(isinstance(one, (str, int)) and len(str(one)) <= longest and "\0" not in str(one) for one in values)
    if not good or not fits or len(values) > MAX_VALUES:
        text = _(
            "violation_list_filter", default="Giá trị lọc “${value}” không hợp lệ.", mapping={"value": str(value)[:80]}
        )
        return _violation(name, "invalid_filter", text)
    return None


def _refusals(check):
    try:
        check()
    except Refused as refused:
        return refused.violations
    return []


def _violation(field, code, message):
    return Violation(field, code, message, rule="NĐ 30/2020 Phụ lục VI mục 6e")
