"""``@@notice-channels``: the ways out of the house as the system's administrator sees them."""

from functools import cached_property
from plone import api
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.notices.interfaces import CHANNELS
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.notices.preferences import CHANNEL_TITLES
from qlvb.workflows.outbox import periodic
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox import wake
from zope.component import getUtility
from zope.i18nmessageid import Message


DESK = "++desk++"
#: Seconds of a unit -> how often periodic work comes, the largest unit first.
INTERVALS = (
    (86400, _("channels_days", default="${count} ngày")),
    (3600, _("channels_hours", default="${count} giờ")),
    (60, _("channels_minutes", default="${count} phút")),
    (1, _("channels_seconds", default="${count} giây")),
)


def spoken(interval):
    """``interval`` (timedelta) in the largest unit that divides it: message id.

    >>> from datetime import timedelta
    >>> spans = timedelta(days=7), timedelta(hours=12), timedelta(minutes=90), timedelta(seconds=30)
    >>> [str(spoken(span)) + " " + spoken(span).mapping["count"] for span in spans]
    ['channels_days 7', 'channels_hours 12', 'channels_minutes 90', 'channels_seconds 30']
    """
    seconds = int(interval.total_seconds())
    for unit, message in INTERVALS:
        if seconds >= unit and seconds % unit == 0:
            return Message(message, mapping={"count": str(seconds // unit)})
    return Message(INTERVALS[-1][1], mapping={"count": str(seconds)})


class NoticeChannels(PostedForm):
    """What works, what waits, what the worker did last."""

    saved = False

    @cached_property
    def settings(self):
        return Channels()

    @property
    def address(self):
        """What was typed, what is kept, or as a proposal the address of this page."""
        return self.value("address", self.settings.address or api.portal.get().absolute_url())

    @property
    def times(self):
        return self.value("times", ", ".join(self.settings.digest_times))

    @property
    def services(self):
        return self.value("services", "\n".join(self.settings.push_services))

    @property
    def channels(self):
        """list of dict title, lacks (message id or None)."""
        return [
            {"title": CHANNEL_TITLES[name], "lacks": getUtility(INoticeChannel, name=name).lacks()} for name in CHANNELS
        ]

    @property
    def worker(self):
        return wake.worker_running()

    @property
    def waiting(self):
        """int: jobs on people's desks that have still to go out, other work of desks among them."""
        return sum(1 for _due, _job, _uid, path in queue.pending() if DESK in path)

    @property
    def works(self):
        """Periodic work: list of dict title, interval, when, error."""
        found = []
        for name, work in periodic.works():
            last = periodic.last_run(name)
            when = show_moment(last.started) if last is not None and last.started else ""
            interval = spoken(work.interval)
            error = last.error if last is not None else ""
            found.append({"title": work.title, "interval": interval, "when": when, "error": error})
        return found

    def save(self):
        times = [part.strip() for part in self.value("times").split(",") if part.strip()]
        services = [line.strip() for line in self.value("services").splitlines() if line.strip()]
        self.settings.change({"address": self.value("address"), "digest_times": times, "push_services": services})
        self.saved = True
