"""``GET @days-off?year=2026``, ``POST @days-off``, ``DELETE @days-off/2026-11-23``."""

from datetime import date
from plone import api
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.organisation.interfaces import IAgency
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.lines.days import days_of_year
from qlvb.workflows.lines.interfaces import IDecidedDays


def day_of(value):
    """The date that an ISO text says. :raises Refused: 400 none."""
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        message = _("violation_no_date", default="không phải là ngày hợp lệ (ngày/tháng/năm)")
        raise Refused(Violation("day", "invalid", message)) from None


class DaysOffGet(Service):
    """The days of a year that are off, and those worked instead, each with where that was decided."""

    def reply(self):
        text = str(self.request.form.get("year", ""))
        year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else clock.today().year
        site = IDecidedDays(api.portal.get()).all()
        agency = IDecidedDays(self.context).all() if IAgency.providedBy(self.context) else []
        items = [
            {"day": day.isoformat(), "working": working, "note": note, "source": source}
            for day, working, note, source in days_of_year(year, agency, site)
        ]
        return {
            "@id": f"{self.context.absolute_url()}/@days-off",
            "year": year,
            "items": items,
            "items_total": len(items),
        }


class DaysOffPost(AnsweringService):
    """Decide a day: ``{"day": "2026-11-23", "working": false, "note": "…"}``."""

    def answer(self):
        sent = self.body()
        working = sent.get("working")
        if not isinstance(working, bool):
            message = _("violation_yes_or_no", default="phải là có hoặc không")
            raise Refused(Violation("working", "invalid", message))
        day, note = day_of(sent.get("day")), str(sent.get("note") or "")
        IDecidedDays(self.context).decide(day, working, note, self.userid)
        self.request.response.setStatus(201)
        return {"day": day.isoformat(), "working": working, "note": note.strip()}


class DaysOffDelete(PathService):
    """Take a decision back."""

    def answer(self):
        IDecidedDays(self.context).forget(day_of(self.only_name))
        return self.reply_no_content()
