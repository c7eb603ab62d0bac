"""``@schedule`` of an agency: GET a week or one entry, POST, PATCH, DELETE. ``@calendar-link`` of a person."""

from AccessControl import getSecurityManager
from datetime import timedelta
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.policy.calendar import tokens
from qlvb.policy.calendar.interfaces import ISchedule
from qlvb.policy.calendar.rules import name_of_week
from qlvb.policy.calendar.rules import week_of


class _Schedule(PathService):
    @property
    def address(self):
        return f"{self.context.absolute_url()}/@schedule"

    @property
    def schedule(self):
        return ISchedule(self.context)

    @property
    def keeps(self):
        """bool: the person keeps the schedule and sees its drafts."""
        return bool(getSecurityManager().checkPermission("qlvb: Edit schedule", self.context))

    def as_json(self, entry):
        return {"@id": f"{self.address}/{entry.id}", **entry.as_json()}

    def entry(self):
        entry = self.schedule.get(self.only_name)
        if entry is None or not (entry.published or self.keeps):
            text = _("violation_schedule_unknown", default="Không có mục lịch này.")
            raise Refused(Violation("", "entry_unknown", text), status=404)
        return entry


class ScheduleGet(_Schedule):
    """The entries of a week (``week=2026-W47``, this week by default), or one. Drafts for those who keep it."""

    def answer(self):
        if self.path:
            return self.as_json(self.entry())
        monday = week_of(str(self.request.form.get("week", "")), clock.today())
        entries = self.schedule.entries(monday, monday + timedelta(days=6), self.keeps)
        items = [self.as_json(entry) for entry in entries]
        return {"@id": self.address, "week": name_of_week(monday), "items": items, "items_total": len(items)}


class SchedulePost(_Schedule):
    """Adds an entry: ``start``, ``end``, ``title``, ``place``, ``leaders`` (userids), ``participants``, ``note``,
    ``published``; 201.
    """

    def answer(self):
        entry = self.schedule.add(self.body(), self.userid)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", f"{self.address}/{entry.id}")
        return self.as_json(entry)


class SchedulePatch(_Schedule):
    """Changes an entry: ``PATCH @schedule/<id>``."""

    def answer(self):
        return self.as_json(self.schedule.change(self.entry().id, self.body()))


class ScheduleDelete(_Schedule):
    """Takes an entry out: ``DELETE @schedule/<id>``; 204."""

    def answer(self):
        self.schedule.remove(self.entry().id)
        return self.reply_no_content()


class LinkPost(_Schedule):
    """Makes the secret address of the person's calendar; the one before is void. It is told this once; 201."""

    def answer(self):
        token = tokens.make(self.userid)
        self.request.response.setStatus(201)
        return {"url": f"{self.context.absolute_url()}/@@calendar-feed?token={token}"}


class LinkDelete(_Schedule):
    """Makes the person's calendar address void; 204."""

    def answer(self):
        tokens.revoke(self.userid)
        return self.reply_no_content()
