"""How long somebody has been waited for, in words."""

from qlvb.content import _


def lasting(days):
    """Message id of so many days (int): "hôm nay" for none, and for a clock that was put back; pure."""
    if days < 1:
        return _("standing_days_today", default="hôm nay")
    if days == 1:
        return _("standing_days_one", default="1 ngày")
    return _("standing_days_many", default="${days} ngày", mapping={"days": str(days)})
