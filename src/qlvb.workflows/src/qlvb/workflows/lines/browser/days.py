"""Screen: the days off of an agency, or of the whole site, and the Saturdays worked instead."""

from datetime import date
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.lines.days import YEARS_AHEAD
from qlvb.workflows.lines.days import YEARS_BACK
from qlvb.workflows.lines.days import days_of_year
from qlvb.workflows.lines.interfaces import IDecidedDays


SOURCES = {
    "law": _("days_source_law", default="ngày lễ theo luật"),
    "government": _("days_source_government", default="quyết định chung"),
    "site": _("days_source_site", default="toàn tỉnh"),
    "agency": _("days_source_agency", default="cơ quan"),
}
WEEKDAYS = (
    _("days_monday", default="Thứ Hai"),
    _("days_tuesday", default="Thứ Ba"),
    _("days_wednesday", default="Thứ Tư"),
    _("days_thursday", default="Thứ Năm"),
    _("days_friday", default="Thứ Sáu"),
    _("days_saturday", default="Thứ Bảy"),
    _("days_sunday", default="Chủ nhật"),
)


class WorkingDays(PostedForm):
    """What is special about the days of a year; decisions of one's own can be added and taken back."""

    #: Source of the decisions that are made here.
    own = ""

    @property
    def year(self):
        text = str(self.request.form.get("year", ""))
        return int(text) if text in {str(year) for year in self.years()} else clock.today().year

    def years(self):
        this = clock.today().year
        return range(this - YEARS_BACK, this + YEARS_AHEAD + 1)

    def agency_days(self):
        return []

    def rows(self):
        """list of dict."""
        return [
            {
                "iso": day.isoformat(),
                "day": day.strftime("%d/%m/%Y"),
                "weekday": WEEKDAYS[day.weekday()],
                "working": working,
                "note": note,
                "source": SOURCES[source],
                "own": source == self.own,
            }
            for day, working, note, source in days_of_year(
                self.year, self.agency_days(), IDecidedDays(api.portal.get()).all()
            )
        ]

    def save(self):
        days = IDecidedDays(self.context)
        if "forget" in self.request.form:
            day = self.day("forget")
            days.forget(day)
        else:
            day = self.day("day")
            days.decide(day, self.value("kind") == "working", self.value("note"), api.user.get_current().getId())
        return f"{self.context.absolute_url()}/@@working-days?year={day.year}"

    def day(self, name):
        try:
            return date.fromisoformat(self.value(name))
        except ValueError:
            message = _("days_no_date", default="Hãy chọn ngày.")
            raise Refused(Violation("day", "bad_date", message)) from None


class AgencyWorkingDays(WorkingDays):
    """On an agency."""

    own = "agency"

    def agency_days(self):
        return IDecidedDays(self.context).all()


class SiteWorkingDays(WorkingDays):
    """On the site: for every agency."""

    own = "site"
