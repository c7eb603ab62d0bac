"""When a notice goes out: pure rules over aware datetimes of Vietnam."""

from datetime import datetime
from datetime import time
from datetime import timedelta
import re


#: Twice on each working day, as people must look at their account (Quảng Ninh, QĐ 12/2024 Điều 24.1).
DIGEST_TIMES = ("08:00", "14:00")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def is_time(value):
    """bool: ``value`` is a str like "08:30"."""
    return isinstance(value, str) and bool(_TIME.fullmatch(value))


def next_digest(moment, times, is_working):
    """The first of ``times`` (str "08:00") after ``moment`` on a working day; ``is_working(day)`` says which are.

    Without a working day in the next month it is the next day's.
    """
    for days in range(31):
        day = moment.date() + timedelta(days=days)
        if is_working(day):
            for at in sorted(times):
                found = _at(day, at, moment)
                if found > moment:
                    return found
    return _at(moment.date() + timedelta(days=1), min(times), moment)


def after_quiet(moment, quiet):
    """``moment``, or the end of the quiet hours it lies in. ``quiet`` is (from, to), over midnight too, or None."""
    if not quiet or quiet[0] == quiet[1]:
        return moment
    start, end = quiet
    now = moment.strftime("%H:%M")
    over_midnight = start > end
    within = (now >= start or now < end) if over_midnight else start <= now < end
    if not within:
        return moment
    day = moment.date() + timedelta(days=1 if over_midnight and now >= start else 0)
    return _at(day, end, moment)


def _at(day, at, moment):
    return datetime.combine(day, time.fromisoformat(at), moment.tzinfo)
