"""Notices leave the house as jobs on the desk of the person: one for each channel and moment, retried by the outbox.

What is owed stands on the notice (``owed``: channel -> now or digest) until it has gone out, so nothing is lost when a
job fails, and a digest holds what is still unread when it is made.
"""

from datetime import timedelta
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.lines.interfaces import IWorkingCalendar
from qlvb.workflows.notices.asking import why_not
from qlvb.workflows.notices.board import board_on
from qlvb.workflows.notices.digest_times import digest_times_of
from qlvb.workflows.notices.interfaces import CHANNELS
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.notices.interfaces import INoticesWent
from qlvb.workflows.notices.preferences import BY_AGENCY
from qlvb.workflows.notices.preferences import Preferences
from qlvb.workflows.notices.showing import shown
from qlvb.workflows.notices.times import after_quiet
from qlvb.workflows.notices.times import next_digest
from qlvb.workflows.outbox.handed import HandedOver
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import JobFailed
from zope.component import getUtility
from zope.event import notify
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


KIND = "send_notices"
#: Jobs that went well are forgotten after this time.
KEPT = timedelta(days=7)
#: A digest looks at so many notices; what is older is not news.
LOOKED_AT = 200


def send_later(userid, desk, notice, by=()):
    """Ask for the notice to be sent by the channels of the person, at his times; by those of ``by`` at once."""
    preferences = Preferences(userid)
    for channel in CHANNELS:
        way, mode = getUtility(INoticeChannel, name=channel), preferences.mode(channel, notice.event)
        how = manner(channel, way.rule(userid, notice.event) if mode == BY_AGENCY else mode, notice.urgent)
        if channel in by and why_not(userid, notice.event, channel) is None:
            how = "now"
        if how == "off" or not way.reaches(userid):
            continue
        due = moment_for(userid, preferences, how, notice.urgent)
        notice.owed[channel] = how
        key = f"{channel}-{notice.id}" if how == "now" else f"{channel}-{due.isoformat()}"
        params = {"channel": channel, "notice": notice.id if how == "now" else ""}
        jobs = IJobs(desk.__of__(api.portal.get()))
        jobs.forget(KIND, clock.now() - KEPT)
        jobs.enqueue(KIND, key, params, owner=userid, due=due)


def manner(channel, mode, urgent):
    """now, digest or off: what a setting means for a notice (pure)."""
    if mode in ("now", "digest", "off"):
        return mode
    if mode == "on":
        return "now"
    if mode == "urgent":
        return "now" if urgent else "off"
    return "now" if urgent else "digest"


def moment_for(userid, preferences, how, urgent):
    """Aware datetime at which to send."""
    moment = clock.now()
    if how == "digest":
        moment = next_digest(moment, digest_times_of(userid), getUtility(IWorkingCalendar).is_working)
    if urgent and preferences.urgent_anyway:
        return moment
    return after_quiet(moment, preferences.quiet)


@implementer(INoticesWent)
class NoticesWent(ObjectEvent):
    """See INoticesWent."""

    def __init__(self, desk, channel, notices, job, error=""):
        super().__init__(desk)
        self.channel = channel
        self.notices = notices
        self.job = job
        self.error = error


@implementer(IJobHandler)
class SendNotices:
    """Sends one notice, or all that the digest owes, as the person who reads it: what he may not view is not in it."""

    max_attempts = 8
    timeout = 60

    def __init__(self):
        self._handed = HandedOver()

    def run(self, desk, job):
        notices = self._notices(desk, job)
        if not notices:
            return
        if api.user.get(userid=desk.owner) is None or not getUtility(IDirectory).person(desk.owner).active:
            raise JobFailed(_("notice_nobody", default="Tài khoản nhận thông báo không còn hoạt động."), retry=False)
        channel = getUtility(INoticeChannel, name=job.params["channel"])
        with api.env.adopt_user(username=desk.owner):
            self._handed.once(job, lambda: channel.send(desk.owner, shown(notices), job))
        for notice in notices:
            notice.owed.pop(job.params["channel"], None)
            notice.sent[job.params["channel"]] = clock.now()
        notify(NoticesWent(desk, job.params["channel"], notices, job))

    def _notices(self, desk, job):
        board, channel = board_on(desk), job.params["channel"]
        if job.params["notice"]:
            notice = board.get(job.params["notice"])
            return [notice] if notice is not None and channel in notice.owed else []
        found = board.newest(unread_only=True, size=LOOKED_AT)
        return [notice for notice in found if notice.owed.get(channel) == "digest"]

    def failed(self, desk, job):
        """What is owed stays on the notices, the job says why, and goes again when asked to."""
        notify(NoticesWent(desk, job.params["channel"], self._notices(desk, job), job, job.error))


def failed_jobs(userid):
    """The person's jobs that could not send: list of IJob."""
    desk = getUtility(IDesks).get(userid)
    if desk is None:
        return []
    return [job for job in IJobs(desk).all() if job.kind == KIND and job.state in ("failed", "queued") and job.error]
