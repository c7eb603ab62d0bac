"""Working days of Vietnam. Weekends, the public holidays of the library ``holidays`` and what the Government decided
beside them.

Bộ luật Lao động 2019 Điều 112 (public holidays; a holiday on a weekend is taken on the next working day), NĐ 30/2020
Điều 24 (time limits of handling).
"""

from datetime import date
from datetime import timedelta
from functools import lru_cache
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from zope.interface import implementer


#: Days off and Saturdays worked instead, decided year by year, which the pinned version of the library does not know.
DECIDED_OFF = frozenset({date(2025, 5, 2), date(2026, 8, 31)})
DECIDED_WORKING = frozenset({date(2025, 4, 26), date(2026, 8, 22)})

#: Ngày Văn hóa Việt Nam, a day off with pay from 2026.
CULTURE_DAY = (11, 24)
CULTURE_DAY_SINCE = 2026

SATURDAY = 5


def is_working(day):
    """bool: people are at work on ``day`` (date)."""
    if day in DECIDED_WORKING:
        return True
    if day.weekday() >= SATURDAY or day in DECIDED_OFF or day in _public_holidays(day.year):
        return False
    return not (day.year >= CULTURE_DAY_SINCE and (day.month, day.day) == CULTURE_DAY)


def add(day, working_days):
    """The date ``working_days`` (int, not negative) working days after ``day``; ``day`` itself for 0.

    :raises ValueError: for a negative number.
    """
    if working_days < 0:
        raise ValueError("working_days must not be negative")
    while working_days:
        day += timedelta(days=1)
        working_days -= is_working(day)
    return day


def between(start, end):
    """Working days from ``start`` (excluded) to ``end`` (included); negative when ``end`` is before ``start``."""
    if end < start:
        return -between(end, start)
    return sum(is_working(start + timedelta(days=number)) for number in range(1, (end - start).days + 1))


@lru_cache(maxsize=32)
def _public_holidays(year):
    # Loaded with the first deadline: with the calendars of all countries it is half a second of every start.
    import holidays

    return frozenset(holidays.country_holidays("VN", years=year))


@implementer(IWorkingCalendar)
class WorkingCalendar:
    """The functions above as a utility."""

    is_working = staticmethod(is_working)
    add = staticmethod(add)
    between = staticmethod(between)
