"""What an entry may say, and which week is meant: pure functions."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from qlvb.content import _
from qlvb.content.clock import VIETNAM
from qlvb.content.text import nfc
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.policy.calendar.reading import EARLIEST
from qlvb.policy.calendar.reading import LATEST
import re


TEXTS = {"title": 500, "place": 300, "participants": 1000, "note": 1000}
MOST_LEADERS = 20
LONGEST = timedelta(days=31)
FIELDS = ("start", "end", "leaders", "published", *TEXTS)


def checked(values, known_people):
    """(dict of values as they are kept, list of Violation) of JSON values. ``known_people``: set of userids."""
    kept, violations = {}, unknown_fields(values, FIELDS)
    for name, length in TEXTS.items():
        value = values.get(name, "")
        kept[name] = nfc(value).strip() if isinstance(value, str) else ""
        if not isinstance(value, str) or len(value) > length:
            violations.append(_wrong(name, _("schedule_text_wrong", default="Phải là chữ, dài vừa phải.")))
    if not kept["title"]:
        violations.append(_wrong("title", _("schedule_no_title", default="Chưa có nội dung.")))
    kept["start"], kept["end"] = moment_of(values.get("start")), moment_of(values.get("end"))
    if kept["start"] is None:
        violations.append(_wrong("start", _("schedule_no_start", default="Chưa có ngày giờ bắt đầu hợp lệ.")))
    elif kept["end"] is not None and not kept["start"] <= kept["end"] <= kept["start"] + LONGEST:
        violations.append(_wrong("end", _("schedule_end_wrong", default="Kết thúc phải sau bắt đầu, trong 31 ngày.")))
    if values.get("end") not in (None, "") and kept["end"] is None:
        violations.append(_wrong("end", _("schedule_end_unread", default="Ngày giờ kết thúc không hợp lệ.")))
    leaders = values.get("leaders") or []
    good = isinstance(leaders, (list, tuple)) and len(leaders) <= MOST_LEADERS
    if not good or not all(isinstance(one, str) and one in known_people for one in leaders):
        violations.append(_wrong("leaders", _("schedule_leaders_wrong", default="Có người không thuộc cơ quan.")))
        leaders = []
    kept["leaders"] = tuple(dict.fromkeys(leaders))
    kept["published"] = values.get("published", True)
    if not isinstance(kept["published"], bool):
        violations.append(_wrong("published", _("schedule_published_wrong", default="Phải là true hoặc false.")))
    return kept, violations


def moment_of(value):
    """Aware datetime of "2026-11-23T08:00" (Vietnam's time unless it says another), or None."""
    if not isinstance(value, str) or not value:
        return None
    try:
        found = datetime.fromisoformat(value)
        found = found.astimezone(VIETNAM) if found.tzinfo else found.replace(tzinfo=VIETNAM)
    except (ValueError, OverflowError):
        return None
    return found if EARLIEST <= found.year <= LATEST else None


def week_of(text, today):
    """The Monday of a week like "2026-W47"; of ``today``'s week for anything else."""
    match = re.fullmatch(r"(\d{4})-W(\d{2})", text or "")
    try:
        if match and EARLIEST <= int(match[1]) <= LATEST:
            return date.fromisocalendar(int(match[1]), int(match[2]), 1)
    except ValueError:
        pass
    return today - timedelta(days=today.weekday())


def name_of_week(monday):
    """ "2026-W47"."""
    year, week, _day_of_week = monday.isocalendar()
    return f"{year}-W{week:02d}"


def _wrong(field, message):
    return Violation(field, "field_wrong_value", message)
