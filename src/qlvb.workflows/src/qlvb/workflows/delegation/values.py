"""Days, lists and texts as people and programs write them."""

from datetime import date
from qlvb.content import _
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


def as_day(value, field):
    """date of ``2026-11-22``, None of nothing. :raises Refused: 400 it is no day."""
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        message = _("violation_delegation_day", default="Ngày không đúng (năm-tháng-ngày).")
        raise Refused(Violation(field, "bad_date", message)) from None


def as_list(value, field):
    """list of str of a list or a single str. :raises Refused: 400 something else."""
    given = [value] if isinstance(value, str) and value else value or []
    found = list(given) if isinstance(given, (list, tuple)) else [None]
    if not all(isinstance(item, str) for item in found):
        message = _("violation_delegation_list", default="Phải là danh sách các mã.")
        raise Refused(Violation(field, "bad_list", message))
    return found


def as_text(value, field):
    """str, "" of nothing. :raises Refused: 400 something else."""
    if value is None or isinstance(value, str):
        return value or ""
    message = _("violation_text_value", default="Phải là chữ.")
    raise Refused(Violation(field, "text_expected", message))
