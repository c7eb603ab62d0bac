"""Days off and days worked instead, as an agency or the whole site decides them: plain data in an annotation."""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.lines import calendar
from qlvb.workflows.lines.interfaces import IDecidedDays
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = "qlvb.decided_days"
RULE = "Bộ luật Lao động 2019 Điều 111, Điều 112"
SHORTEST_NOTE = 3
LONGEST_NOTE = 200
#: Years around the present one for which days are decided.
YEARS_BACK, YEARS_AHEAD = 1, 2


@dataclass(frozen=True)
class DecidedDay:
    """``working``: the day is worked; else it is off. ``note`` says why (the decision)."""

    day: date
    working: bool
    note: str
    by: str
    when: datetime


def check_day(day, working, note, today, otherwise):
    """Violations of a decision (pure). ``otherwise``: bool, the day would be worked without it."""
    if not today.year - YEARS_BACK <= day.year <= today.year + YEARS_AHEAD:
        message = _("violation_day_year", default="Chỉ quy định được ngày nghỉ từ năm trước đến hai năm tới.")
        yield Violation("day", "day_out_of_range", message)
    elif working == otherwise:
        message = (
            _("violation_day_worked", default="Ngày này vốn là ngày làm việc.")
            if working
            else _("violation_day_off", default="Ngày này vốn là ngày nghỉ.")
        )
        yield Violation("day", "day_as_it_is", message, RULE)
    if not SHORTEST_NOTE <= len(note.strip()) <= LONGEST_NOTE:
        message = _("violation_day_note", default="Hãy ghi lý do, căn cứ (từ 3 đến 200 ký tự).")
        yield Violation("note", "note_missing", message)


class DecidedDays:
    """See IDecidedDays."""

    def __init__(self, place):
        self.place = place

    def all(self):
        return list(IAnnotations(self.place).get(ANNOTATION, {}).values())

    def check(self, day, working, note):
        return list(check_day(day, working, note, clock.today(), self.otherwise(day)))

    def decide(self, day, working, note, by):
        if violations := self.check(day, working, note):
            raise Refused(violations)
        kept = kept_under(self.place, ANNOTATION, OOBTree)
        kept[day.isoformat()] = DecidedDay(day, working, nfc(note).strip(), by, clock.now())

    def forget(self, day):
        kept = IAnnotations(self.place).get(ANNOTATION, {})
        if day.isoformat() not in kept:
            message = _("violation_day_unknown", default="Ngày này không có quy định riêng.")
            raise Refused(Violation("day", "day_unknown", message), status=404)
        del kept[day.isoformat()]


@implementer(IDecidedDays)
@adapter(IAgency)
class AgencyDays(DecidedDays):
    """Of one agency."""

    def otherwise(self, day):
        return calendar.is_working(day, calendar.decided_of(None))


@implementer(IDecidedDays)
@adapter(IPloneSiteRoot)
class SiteDays(DecidedDays):
    """Of every agency of the site."""

    def otherwise(self, day):
        return calendar.is_working(day)


def days_of_year(year, agency_days, site_days):
    """What is special about the days of a year, by day: list of (day, bool: worked, name or note, source); source is
    law, government, site or agency. What goes before hides what it overrides.
    """
    found = {day: (False, name, "law") for day, name in calendar.public_holidays(year).items()}
    if year >= calendar.CULTURE_DAY_SINCE:
        found[date(year, *calendar.CULTURE_DAY)] = (False, "Ngày Văn hóa Việt Nam", "law")
    found.update({day: (*decided, "government") for day, decided in calendar.shipped().items() if day.year == year})
    for source, days in (("site", site_days), ("agency", agency_days)):
        found.update({one.day: (one.working, one.note, source) for one in days if one.day.year == year})
    return [(day, *found[day]) for day in sorted(found)]
