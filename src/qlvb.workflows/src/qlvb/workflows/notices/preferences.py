"""What a person wants to be told by which channel, and when: kept on his desk."""

from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.kept import kept_under
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.workflows.notices.interfaces import INoticeKind
from qlvb.workflows.notices.times import is_time
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtilitiesFor
from zope.component import getUtility


ANNOTATION = "qlvb.notice_settings"
#: Channel -> the choices, the first being that of an event that goes out by it by default.
MODES = {
    "email": ("rule", "now", "digest", "off"),
    "push": ("on", "urgent", "off"),
    "sms": ("agency", "off"),
}
#: The mode in which the agency's rule decides; a channel that has it goes out by it unless the person says otherwise.
BY_AGENCY = "agency"
MODE_TITLES = {
    "rule": _("notice_mode_rule", default="Khẩn gửi ngay, còn lại gộp"),
    "now": _("notice_mode_now", default="Gửi ngay"),
    "digest": _("notice_mode_digest", default="Gộp theo giờ"),
    "on": _("notice_mode_on", default="Gửi"),
    "urgent": _("notice_mode_urgent", default="Chỉ khi khẩn"),
    "agency": _("notice_mode_agency", default="Theo quy định của cơ quan"),
    "off": _("notice_mode_off", default="Không gửi"),
}
CHANNEL_TITLES = {
    "email": _("notice_channel_email", default="Thư điện tử"),
    "push": _("notice_channel_push", default="Thiết bị (điện thoại, máy tính)"),
    "sms": _("notice_channel_sms", default="Tin nhắn (SMS)"),
}
#: Where several stand beside one another.
CHANNEL_SHORT_TITLES = {
    "email": _("notice_channel_email_short", default="Thư"),
    "push": _("notice_channel_push_short", default="Thiết bị"),
    "sms": _("notice_channel_sms_short", default="SMS"),
}
QUIET = ("21:00", "06:00")


class Preferences:
    """Read and write one person's settings; what he never chose is the default."""

    def __init__(self, userid):
        self.userid = userid

    @property
    def _stored(self):
        desk = getUtility(IDesks).get(self.userid)
        return (IAnnotations(desk).get(ANNOTATION) if desk is not None else None) or {}

    def mode(self, channel, event):
        """One of ``MODES[channel]`` for the event."""
        chosen = self._stored.get(f"{channel}.{event}")
        if chosen in MODES[channel]:
            return chosen
        first = MODES[channel][0]
        by_default = first == BY_AGENCY or channel in getUtility(INoticeKind, name=event).default_channels
        return first if by_default else "off"

    @property
    def quiet(self):
        """(from, to) like ("21:00", "06:00"), or None."""
        return self._stored.get("quiet", QUIET)

    @property
    def urgent_anyway(self):
        """bool: urgent notices go out in quiet hours too."""
        return self._stored.get("urgent_anyway", True)

    def as_json(self):
        """dict of JSON values."""
        return {
            "events": {
                event: {channel: self.mode(channel, event) for channel in MODES}
                for event, _kind in sorted(getUtilitiesFor(INoticeKind))
            },
            "quiet": list(self.quiet) if self.quiet else None,
            "urgent_anyway": self.urgent_anyway,
        }

    def change(self, values):
        """Keep what ``values`` (dict as of :meth:`as_json`, or part of it) says. :raises Refused: 400, all mistakes."""
        checks = {"events": _events, "quiet": _quiet, "urgent_anyway": _urgent_anyway}
        kept, violations = {}, unknown_fields(values, checks)
        for name in [name for name in values if name in checks]:
            found, mistakes = checks[name](values[name])
            kept.update(found)
            violations += mistakes
        if violations:
            raise Refused(violations)
        stored = kept_under(getUtility(IDesks).open(self.userid), ANNOTATION, PersistentMapping)
        for name, value in kept.items():
            if stored.get(name, stored) != value:
                stored[name] = value


def _events(value):
    if not isinstance(value, dict):
        return {}, [_wrong("events")]
    kept, violations = {}, []
    known = {event for event, _kind in getUtilitiesFor(INoticeKind)}
    for event, channels in value.items():
        if event not in known or not isinstance(channels, dict):
            violations.append(_wrong(f"events.{event}"[:80]))
            continue
        for channel, mode in channels.items():
            if mode in MODES.get(channel, ()):
                kept[f"{channel}.{event}"] = mode
            else:
                violations.append(_wrong(f"events.{event}.{channel}"[:80]))
    return kept, violations


def _quiet(value):
    if value is None:
        return {"quiet": None}, []
    if isinstance(value, (list, tuple)) and len(value) == 2 and all(map(is_time, value)):
        return {"quiet": tuple(value)}, []
    text = _("violation_notice_quiet", default="Giờ yên lặng gồm hai mốc dạng HH:MM, ví dụ 21:00 đến 06:00.")
    return {}, [Violation("quiet", "quiet_wrong", text)]


def _urgent_anyway(value):
    return ({"urgent_anyway": value}, []) if isinstance(value, bool) else ({}, [_wrong("urgent_anyway")])


def _wrong(field):
    text = _("violation_notice_setting", default="Giá trị của “${name}” không hợp lệ.", mapping={"name": field})
    return Violation(field, "setting_wrong", text)
