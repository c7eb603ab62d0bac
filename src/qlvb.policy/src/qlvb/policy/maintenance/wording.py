"""What the banner says."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.clock import show_moment


def banner(notice):
    """Message id: what comes, or what is going on now."""
    mapping = {
        "start": show_moment(notice.start),
        "end": show_moment(notice.end),
        "text": notice.text,
    }
    if notice.start <= clock.now():
        return _(
            "maintenance_now", default="Đang bảo trì đến ${end}: ${text} Hệ thống có thể gián đoạn.", mapping=mapping
        )
    return _("maintenance_coming", default="Bảo trì từ ${start} đến ${end}: ${text}", mapping=mapping)
