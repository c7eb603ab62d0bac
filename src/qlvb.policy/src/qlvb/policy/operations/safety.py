"""What the log of safety says, in words: for the tiles, the page and REST alike."""

from datetime import timedelta
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.safety import signins
from qlvb.content.safety.interfaces import DAYS
from qlvb.content.safety.interfaces import FILE
from qlvb.content.safety.interfaces import SIGN_IN
from qlvb.content.safety.interfaces import ISafetyLog
from zope.component import getUtility


TITLES = {
    SIGN_IN: _("safety_sign_ins", default="Đăng nhập bất thường"),
    FILE: _("safety_files", default="Tệp bị chặn"),
}
#: Why a sign-in is in the log.
REASONS = {
    signins.GUESSING: _("safety_guessing", default="Sai mật khẩu từ 5 lần liên tiếp"),
    signins.GUESSED: _("safety_guessed", default="Đăng nhập được ngay sau nhiều lần sai mật khẩu"),
    signins.NIGHT_ADDRESS: _("safety_night_address", default="Ban đêm (22 giờ–5 giờ), từ địa chỉ mạng chưa từng dùng"),
    signins.SPREAD: _("safety_spread", default="Từ một địa chỉ mạng sai mật khẩu của từ 5 tài khoản trong một giờ"),
    signins.NIGHT_DEVICE: _("safety_night_device", default="Ban đêm (22 giờ–5 giờ), bằng thiết bị chưa từng dùng"),
}


def since(whole=False):
    """Aware datetime from which on events are counted and listed; None for all that are kept."""
    return None if whole else clock.now() - timedelta(days=DAYS)


def counted(kind):
    """int: events of a kind that the list shows at first: those of the last days that nobody has marked as seen."""
    return getUtility(ISafetyLog).count(kind, since(), unseen=True)


def listed(kind, whole=False, unseen=False):
    """list of SafetyEvent, the newest first."""
    return getUtility(ISafetyLog).listed(kind, since(whole), unseen)


def mark_seen(kind, keys):
    """Say of events that the current user has seen them; int: how many were unseen."""
    return getUtility(ISafetyLog).mark(kind, keys, api.user.get_current().getId())


def reason_of(event):
    """Message: why the event is in the log."""
    return REASONS[event.code] if event.kind == SIGN_IN else event.message


def person_of(event):
    """(full name, address below the site) of the account; ("", "") for nobody who is known."""
    if not event.userid:
        return "", ""
    portal = api.portal.get()
    known = "people" in portal and event.userid in portal["people"]
    return getUtility(IDirectory).person(event.userid).fullname or event.userid, (
        f"people/{event.userid}" if known else ""
    )


def place_of(event):
    """(title, address below the site) of what a file was given to. Of what whoever looks may not see, the agency alone:
    who minds the system has no business with records.
    """
    portal = api.portal.get()
    found = portal.unrestrictedTraverse(event.where, None) if event.where else None
    if found is None:
        return "", ""
    if api.user.has_permission("View", obj=found):
        return found.Title() or found.getId(), event.where
    agency = getUtility(IDirectory).agency_of(found)
    return (agency.title if agency is not None else ""), ""
