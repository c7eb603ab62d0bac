"""``GET``, ``POST`` and ``DELETE @maintenance``."""

from AccessControl import getSecurityManager
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.policy.maintenance.notices import MaintenanceNotices


def as_json(notice):
    """dict of a Notice."""
    return {
        "id": notice.id,
        "start": notice.start.isoformat(),
        "end": notice.end.isoformat(),
        "text": notice.text,
        "announced": notice.announced.isoformat(),
        "cancelled": notice.cancelled.isoformat() if notice.cancelled else None,
    }


class MaintenanceGet(AnsweringService):
    """The interruptions that are announced now, for everybody with an account."""

    def answer(self):
        return {
            "@id": f"{self.context.absolute_url()}/@maintenance",
            "items": [as_json(notice) for notice in MaintenanceNotices().shown()],
        }


class MaintenancePost(AnsweringService):
    """Announce one: ``{"start": "2026-11-25T18:00", "end": "2026-11-25T20:00", "text": "…"}`` (201)."""

    def answer(self):
        notice = MaintenanceNotices().announce(self.body(), getSecurityManager().getUser().getId())
        self.request.response.setStatus(201)
        return as_json(notice)


class MaintenanceDelete(PathService):
    """Call one off: ``DELETE @maintenance/<id>`` (204)."""

    def answer(self):
        name = self.only_name or ""
        number = int(name) if name.isascii() and name.isdigit() and len(name) < 10 else None
        MaintenanceNotices().cancel(number, getSecurityManager().getUser().getId())
        return self.reply_no_content()
