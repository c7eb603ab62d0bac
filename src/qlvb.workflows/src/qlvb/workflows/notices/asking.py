"""Asking for one channel by name: "Gửi tin nhắn đến lãnh đạo", "Gửi Email đến lãnh đạo" (K2)."""

from qlvb.content import _
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.notices.interfaces import INoticeChannel
from qlvb.workflows.notices.preferences import BY_AGENCY
from qlvb.workflows.notices.preferences import Preferences
from zope.component import getUtility


UNREACHED = _("asked_channel_unreached", default="Người nhận chưa có số điện thoại, địa chỉ thư hoặc cổng gửi.")
UNWANTED = _("asked_channel_unwanted", default="Người nhận đã chọn không nhận theo cách này.")
FORBIDDEN = _("asked_channel_forbidden", default="Cơ quan quy định không gửi loại thông báo này theo cách này.")


def why_not(userid, event, channel):
    """Message: why a notice of ``event`` cannot go to the person by ``channel`` though somebody asks for it; or None.

    Asking goes beyond "only what is urgent" and "together, at set times". It never goes beyond a no: neither the
    person's nor his agency's, which pays for short messages.
    """
    way, mode = getUtility(INoticeChannel, name=channel), Preferences(userid).mode(channel, event)
    if (lack := way.lacks(_agency_of(userid))) is not None:
        return lack
    if not way.reaches(userid):
        return UNREACHED
    if mode == "off":
        return UNWANTED
    return FORBIDDEN if mode == BY_AGENCY and way.rule(userid, event) == "off" else None


def _agency_of(userid):
    """Id of the agency of the person's first post, None without one."""
    post = getUtility(IDirectory).main_post(userid)
    return post.agency if post is not None else None
