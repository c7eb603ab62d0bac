"""``@@maintenance``: Thông báo bảo trì, announced, under way, over, called off."""

from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.policy.maintenance.notices import MaintenanceNotices
from qlvb.policy.maintenance.rules import is_shown
from zope.component import getUtility


STATES = {
    "coming": (_("maintenance_state_coming", default="Đã báo"), "info"),
    "now": (_("maintenance_state_now", default="Đang bảo trì"), "warn"),
    "over": (_("maintenance_state_over", default="Đã xong"), "neutral"),
    "cancelled": (_("maintenance_state_cancelled", default="Đã hủy"), "neutral"),
}


def state_of(notice, now):
    """Key of STATES (pure)."""
    if notice.cancelled is not None:
        return "cancelled"
    if now >= notice.end:
        return "over"
    return "now" if now >= notice.start else "coming"


class Maintenance(PostedForm):
    """Announce one, call one off, see all."""

    def rows(self):
        """list of dict id, start, end, text, by, state, tone, open."""
        now, directory = clock.now(), getUtility(IDirectory)
        found = []
        for notice in MaintenanceNotices().all():
            words, tone = STATES[state_of(notice, now)]
            found.append(
                {
                    "id": notice.id,
                    "start": show_moment(notice.start),
                    "end": show_moment(notice.end),
                    "text": notice.text,
                    "announced": show_moment(notice.announced),
                    "by": directory.person(notice.by).fullname,
                    "state": words,
                    "tone": tone,
                    "open": is_shown(notice, now),
                }
            )
        return found

    def save(self):
        by, notices = api.user.get_current().getId(), MaintenanceNotices()
        number = self.value("cancel")
        if number:
            notices.cancel(int(number) if number.isascii() and number.isdigit() and len(number) < 10 else None, by)
            message = _("maintenance_cancelled", default="Đã hủy thông báo bảo trì.")
        else:
            notices.announce({name: self.value(name) for name in ("start", "end", "text")}, by)
            message = _("maintenance_announced", default="Đã báo; mọi màn hình hiện thông báo cho đến khi kết thúc.")
        api.portal.show_message(message, self.request)
        return f"{self.context.absolute_url()}/@@maintenance"
