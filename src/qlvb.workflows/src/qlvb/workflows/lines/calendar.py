"""Working days of Vietnam. Weekends, the public holidays of the library ``holidays`` and what was decided beside them:
by the Government for everybody (``decided_days.json`` and the days kept for the site), by an agency for itself.

Bộ luật Lao động 2019 Điều 112 (public holidays; a holiday on a weekend is taken on the next working day), NĐ 30/2020
Điều 24 (time limits of handling).
"""

from datetime import date
from datetime import timedelta
from functools import lru_cache
from importlib.resources import files
import json
from plone import api
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.lines.interfaces import IDecidedDays
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from zope.component import getUtility
from zope.interface import implementer


#: Ngày Văn hóa Việt Nam, a day off with pay from 2026.
CULTURE_DAY = (11, 24)
CULTURE_DAY_SINCE = 2026

SATURDAY = 5


@lru_cache(maxsize=1)
def shipped():
    """Days decided for the whole country that came with the software: dict date -> (bool: worked, note)."""
    found = json.loads(files(__package__).joinpath("decided_days.json").read_text(encoding="utf-8"))
    return {date.fromisoformat(one["day"]): (one["working"], one["note"]) for one in found}


def is_working(day, decided=None):
    """bool: people are at work on ``day`` (date). ``decided`` (dict date -> bool) goes before every rule."""
    for days in (decided or {}, {known: worked for known, (worked, _note) in shipped().items()}):
        if day in days:
            return days[day]
    return day.weekday() < SATURDAY and not is_public_holiday(day)


def is_public_holiday(day):
    """bool: the law gives everybody the day off."""
    if day.year >= CULTURE_DAY_SINCE and (day.month, day.day) == CULTURE_DAY:
        return True
    return day in public_holidays(day.year)


def add(day, working_days, decided=None):
    """The date ``working_days`` (int, not negative) working days after ``day``; ``day`` itself for 0.

    :raises ValueError: for a negative number.
    """
    if working_days < 0:
        raise ValueError("working_days must not be negative")
    while working_days:
        day += timedelta(days=1)
        working_days -= is_working(day, decided)
    return day


def between(start, end, decided=None):
    """Working days from ``start`` (excluded) to ``end`` (included); negative when ``end`` is before ``start``."""
    if end < start:
        return -between(end, start, decided)
    return sum(is_working(start + timedelta(days=number), decided) for number in range(1, (end - start).days + 1))


@lru_cache(maxsize=32)
def public_holidays(year):
    """The public holidays of a year: dict date -> name."""
    # Loaded with the first deadline: with the calendars of all countries it is half a second of every start.
    import holidays

    return dict(holidays.country_holidays("VN", years=year, language="vi"))


def decided_of(agency_id):
    """What was decided for the site and, before that, for the agency (id or None): dict date -> bool."""
    site = api.portal.get()
    places = [site] if site is not None else []
    agency = getUtility(IDirectory).agency_object(agency_id) if agency_id and places else None
    decided = {}
    for place in [*places, *([agency] if agency is not None else [])]:
        decided.update({one.day: one.working for one in IDecidedDays(place).all()})
    return decided


@implementer(IWorkingCalendar)
class WorkingCalendar:
    """The functions above as a utility."""

    def is_working(self, day, agency=None):
        return is_working(day, decided_of(agency))

    def add(self, day, working_days, agency=None):
        return add(day, working_days, decided_of(agency))

    def between(self, start, end, agency=None):
        return between(start, end, decided_of(agency))
