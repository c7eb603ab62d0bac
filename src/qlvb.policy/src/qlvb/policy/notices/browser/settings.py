"""``@@notice-settings``: by which way and when a person is told of what; his devices, and what could not be sent."""

from functools import cached_property
from plone import api
from qlvb.content.clock import show_moment
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.notices.devices import Devices
from qlvb.workflows.notices.digest_times import digest_times_of
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.notices.interfaces import INoticeKind
from qlvb.workflows.notices.preferences import CHANNEL_SHORT_TITLES
from qlvb.workflows.notices.preferences import CHANNEL_TITLES
from qlvb.workflows.notices.preferences import MODE_TITLES
from qlvb.workflows.notices.preferences import MODES
from qlvb.workflows.notices.preferences import QUIET
from qlvb.workflows.notices.preferences import Preferences
from qlvb.workflows.notices.sending import failed_jobs
from qlvb.workflows.notices.topics import by_topic
from qlvb.workflows.outbox.interfaces import IJobs
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.i18n import translate


class NoticeSettings(PostedForm):
    """One row for each event, one choice for each channel."""

    shell_section = ""
    saved = False

    @property
    def userid(self):
        return api.user.get_current().getId()

    @cached_property
    def preferences(self):
        return Preferences(self.userid)

    @cached_property
    def offered(self):
        """The channels that the person may choose: list of str."""
        return [name for name in MODES if getUtility(INoticeChannel, name=name).offered(self.userid)]

    @property
    def channels(self):
        """list of dict id, title, lacks: what the site or the person still needs, "" for nothing."""
        found = []
        for name in self.offered:
            lack = getUtility(INoticeChannel, name=name).lacks()
            found.append({"id": name, "title": CHANNEL_TITLES[name], "lacks": lack or ""})
        return found

    @property
    def topics(self):
        """list of dict title, events (each dict id, title, choices: for each channel its modes), count of these, and
        ways: how many of them go out by each channel, to be read while the topic is closed.
        """
        kinds = dict(getUtilitiesFor(INoticeKind))
        return [
            {
                "title": title,
                "events": [{"id": one, "title": kinds[one].title, "choices": self._choices(one)} for one in events],
                "count": str(len(events)),
                "ways": self._ways(events),
            }
            for title, events in by_topic(kinds)
        ]

    def _ways(self, events):
        chosen = {name: [self._chosen(name, event) for event in events] for name in self.offered}
        going = {name: len([mode for mode in modes if mode != "off"]) for name, modes in chosen.items()}
        return [{"title": CHANNEL_SHORT_TITLES[name], "going": str(count)} for name, count in going.items()]

    def _chosen(self, channel, event):
        """What was typed, or what is kept."""
        return self.value(f"{channel}.{event}", self.preferences.mode(channel, event))

    def _choices(self, event):
        found = []
        for channel in self.offered:
            modes, name = MODES[channel], f"{channel}.{event}"
            chosen = self._chosen(channel, event)
            options = [{"value": mode, "title": MODE_TITLES[mode], "chosen": mode == chosen} for mode in modes]
            found.append({"name": name, "options": options})
            found[-1] |= {"channel": CHANNEL_TITLES[channel], "short": CHANNEL_SHORT_TITLES[channel]}
        return found

    @property
    def quiet(self):
        """dict ``on``, ``start``, ``end``."""
        start, end = self.preferences.quiet or QUIET
        posted = self.request.method == "POST" and not self.saved
        on = bool(self.value("quiet")) if posted else self.preferences.quiet is not None
        return {"on": on, "start": self.value("quiet_from", start), "end": self.value("quiet_to", end)}

    @property
    def urgent_anyway(self):
        return self.preferences.urgent_anyway

    @property
    def email(self):
        return getUtility(IDirectory).person(self.userid).email

    @property
    def times(self):
        return ", ".join(digest_times_of(self.userid))

    @property
    def devices(self):
        found = Devices(self.userid).all()
        return [{**device.as_json(), "since": device.created.strftime("%d/%m/%Y")} for device in found]

    @property
    def unsent(self):
        """What could not be sent: list of dict id, when, error, failed."""
        return [
            {
                "id": job.id,
                "when": show_moment(job.created),
                "error": translate(job.error, context=self.request),
                "failed": job.state == "failed",
            }
            for job in failed_jobs(self.userid)
        ]

    def save(self):
        events = {}
        for channel, modes in MODES.items():
            for event, _kind in getUtilitiesFor(INoticeKind):
                mode = self.value(f"{channel}.{event}")
                if mode in modes:
                    events.setdefault(event, {})[channel] = mode
        quiet = [self.value("quiet_from"), self.value("quiet_to")] if self.value("quiet") else None
        values = {"events": events, "quiet": quiet, "urgent_anyway": bool(self.value("urgent_anyway"))}
        self.preferences.change(values)
        self.saved = True


def retry(userid, job):
    """Set a job that failed going again."""
    desk = getUtility(IDesks).get(userid).__of__(api.portal.get())
    IJobs(desk).retry(job.id, by=userid)


class ChangeDevice(PostedForm):
    """POST: takes a device off (``remove``), or sends again what failed (``retry``)."""

    def __call__(self):
        if self.request.method == "POST":
            return super().__call__()
        return self.request.response.redirect(self._page)

    @property
    def _page(self):
        return f"{api.portal.get().absolute_url()}/@@notice-settings"

    def save(self):
        userid = api.user.get_current().getId()
        if self.value("remove"):
            Devices(userid).remove(self.value("remove"))
        for job in failed_jobs(userid):
            if job.id == self.value("retry") and job.state == "failed":
                retry(userid, job)
        return self._page

    def index(self):
        return self.request.response.redirect(self._page)
