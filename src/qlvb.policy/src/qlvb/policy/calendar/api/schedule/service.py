"""``@schedule`` of an agency: GET a week or one entry, POST, PATCH, DELETE. ``@calendar-link`` of a person."""

from AccessControl import getSecurityManager
from datetime import timedelta
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.files.requests import sent_json
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from qlvb.policy.calendar import tokens
from qlvb.policy.calendar.interfaces import ISchedule
from qlvb.policy.calendar.rules import name_of_week
from qlvb.policy.calendar.rules import week_of
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class _Schedule(Service):
    def __init__(self, context, request):
        super().__init__(context, request)
        self.params = []

    def publishTraverse(self, request, name):
        self.params.append(name)
        return self

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
        entry = self.schedule.get(self.params[0]) if len(self.params) == 1 else None
        if entry is None or not (entry.published or self.keeps):
            text = _("violation_schedule_unknown", default="Không có mục lịch này.")
            raise Refused(Violation("", "entry_unknown", text), status=404)
        return entry

    def reply(self):
        try:
            return self.answer()
        except Refused as refused:
            return refused_response(self.request, refused)

    def sent(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        return sent_json(self.request)


class ScheduleGet(_Schedule):
    """The entries of a week (``week=2026-W47``, this week by default), or one. Drafts for those who keep it."""

    def answer(self):
        if self.params:
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
        entry = self.schedule.add(self.sent(), api.user.get_current().getId())
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", f"{self.address}/{entry.id}")
        return self.as_json(entry)


class SchedulePatch(_Schedule):
    """Changes an entry: ``PATCH @schedule/<id>``."""

    def answer(self):
        return self.as_json(self.schedule.change(self.entry().id, self.sent()))


class ScheduleDelete(_Schedule):
    """Takes an entry out: ``DELETE @schedule/<id>``; 204."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        self.schedule.remove(self.entry().id)
        return self.reply_no_content()


class LinkPost(_Schedule):
    """Makes the secret address of the person's calendar; the one before is void. It is told this once; 201."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        token = tokens.make(api.user.get_current().getId())
        self.request.response.setStatus(201)
        return {"url": f"{self.context.absolute_url()}/@@calendar-feed?token={token}"}


class LinkDelete(_Schedule):
    """Makes the person's calendar address void; 204."""

    def answer(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        tokens.revoke(api.user.get_current().getId())
        return self.reply_no_content()
