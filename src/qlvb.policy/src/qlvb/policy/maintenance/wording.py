"""What the banner says."""

from qlvb.content import _
from qlvb.content import clock


def banner(notice):
    """Message id: what comes, or what is going on now."""
    mapping = {
        "start": notice.start.strftime("%H:%M %d/%m/%Y"),
        "end": notice.end.strftime("%H:%M %d/%m/%Y"),
        "text": notice.text,
    }
    if notice.start <= clock.now():
        return _(
            "maintenance_now", default="Đang bảo trì đến ${end}: ${text} Hệ thống có thể gián đoạn.", mapping=mapping
        )
    return _("maintenance_coming", default="Bảo trì từ ${start} đến ${end}: ${text}", mapping=mapping)
