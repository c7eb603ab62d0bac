"""Rows of the retention schedule from what forms, programs and spreadsheets send, and their rules. Pure."""

from qlvb.content import _
from qlvb.content.retention.period import COUNTED_KINDS
from qlvb.content.retention.period import Period
from qlvb.content.retention.schedule import ScheduleRow
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
import re


_TOKEN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,29}")
_TEXTS = ("token", "group", "group_title", "title", "detail", "counted_from", "schedule")
RULE = "Luật Lưu trữ 33/2024/QH15 Điều 15"


def row_from(values, at="row"):
    """ScheduleRow of a dict of JSON values: token, group, group_title, title, detail, kind, years, counted_from,
    schedule (the instrument), in_force.

    :raises Refused: 400, a violation per wrong value, fields named ``<at>.<name>``.
    """
    values = nfc_tree(values) if isinstance(values, dict) else {}
    texts = {name: values.get(name) or "" for name in _TEXTS}
    wrong = [name for name, value in texts.items() if not isinstance(value, str) or len(value) > 1000]
    if wrong:
        raise Refused([Violation(f"{at}.{name}", "wrong_shape", _shape()) for name in wrong])
    texts = {name: " ".join(value.split()) for name, value in texts.items()}
    kind, years = values.get("kind"), values.get("years")
    try:
        period = Period(kind if isinstance(kind, str) else "", years if kind in COUNTED_KINDS else None)
    except ValueError:
        text = _("violation_schedule_period", default="Thời hạn không hợp lệ: vĩnh viễn, theo sự kiện, hoặc 2–70 năm.")
        raise Refused(Violation(f"{at}.years", "retention_wrong", text, RULE)) from None
    found = ScheduleRow(period=period, in_force=bool(values.get("in_force", True)), **texts)
    if violations := row_violations([found], at):
        raise Refused(violations)
    return found


def row_violations(rows, at=None):
    """What is wrong in rows (list of ScheduleRow): list of Violation."""
    found, seen = [], set()
    for place, row in enumerate(rows):
        where = at or f"rows.{place}"
        if not _TOKEN.fullmatch(row.token):
            text = _("violation_schedule_token", default="Mã dòng gồm chữ không dấu, số, dấu chấm (tối đa 30).")
            found.append(Violation(f"{where}.token", "token_wrong", text))
        elif row.token in seen:
            text = _("violation_schedule_twice", default="Dòng ${token} bị lặp.", mapping={"token": row.token})
            found.append(Violation(f"{where}.token", "repeated", text))
        seen.add(row.token)
        if not row.title:
            text = _("violation_schedule_title", default="Dòng phải có tên nhóm hồ sơ, tài liệu.")
            found.append(Violation(f"{where}.title", "title_missing", text))
        if not row.schedule:
            text = _("violation_schedule_basis", default="Dòng phải có căn cứ (số, ký hiệu văn bản quy định).")
            found.append(Violation(f"{where}.schedule", "basis_missing", text, RULE))
    return found


def row_json(row):
    """dict of JSON values of a ScheduleRow, as :func:`row_from` takes them."""
    texts = {name: getattr(row, name) for name in _TEXTS}
    return {**texts, "kind": row.period.kind, "years": row.period.years, "in_force": row.in_force, "basis": row.basis}


def _shape():
    return _("violation_schedule_shape", default="Giá trị không đúng dạng hoặc quá dài.")
