"""The ways out of the house, and what the site must know for them: an address for links, push services."""

from persistent.mapping import PersistentMapping
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from qlvb.content import _
from qlvb.content.kept import kept_under
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import unknown_fields
from qlvb.workflows.notices.times import DIGEST_TIMES
from qlvb.workflows.notices.times import is_time
from urllib.parse import urlsplit
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.notice_channels"
#: Push services of the browsers. A subscription names an address to which the server posts: no other is accepted.
PUSH_SERVICES = (
    "https://fcm.googleapis.com",
    "https://*.push.services.mozilla.com",
    "https://*.push.apple.com",
    "https://*.notify.windows.com",
)
MOST_TIMES = 6
MOST_SERVICES = 50
NO_ADDRESS = _("channel_no_address", default="Chưa cài đặt địa chỉ công khai của hệ thống cho các liên kết.")


class Channels:
    """The site's settings. ``address``: the site's public address, which stands in e-mails; never taken from a request,
    whose sender could have it say anything.
    """

    @property
    def _stored(self):
        return IAnnotations(getUtility(IPloneSiteRoot)).get(ANNOTATION) or {}

    @property
    def address(self):
        return self._stored.get("address", "")

    @property
    def push_services(self):
        return tuple(self._stored.get("push_services", PUSH_SERVICES))

    @property
    def digest_times(self):
        """Of agencies that have set none."""
        return tuple(self._stored.get("digest_times", DIGEST_TIMES))

    @property
    def mail_settings(self):
        """dict host, port, userid, password, name, address of Plone's mail settings."""
        names = ("smtp_host", "smtp_port", "smtp_userid", "smtp_pass", "email_from_name", "email_from_address")
        keys = ("host", "port", "userid", "password", "name", "address")
        found = (api.portal.get_registry_record(f"plone.{name}", default=None) for name in names)
        return dict(zip(keys, found, strict=True))

    @property
    def mail_lacks(self):
        """Message id of what mail still needs, or None when it can go out."""
        settings = self.mail_settings
        if not settings["host"] or not settings["address"]:
            return _("channel_no_mail", default="Chưa cài đặt máy chủ thư (SMTP) và địa chỉ gửi của hệ thống.")
        if not self.address:
            return NO_ADDRESS
        return None

    def as_json(self):
        """dict of JSON values."""
        return {
            "address": self.address,
            "push_services": list(self.push_services),
            "digest_times": list(self.digest_times),
        }

    def change(self, values):
        """Keep what ``values`` says. :raises Refused: 400, all mistakes."""
        checks = {"address": _address, "push_services": _services, "digest_times": checked_times}
        kept, violations = {}, unknown_fields(values, checks)
        for name in [name for name in values if name in checks]:
            kept[name], mistakes = checks[name](values[name])
            violations += mistakes
        if violations:
            raise Refused(violations)
        kept_under(getUtility(IPloneSiteRoot), ANNOTATION, PersistentMapping).update(kept)


def is_push_service(endpoint, services):
    """bool: the address belongs to one of the services ("https://host", "https://*.host"). Pure."""
    parts = urlsplit(endpoint)
    origin = f"{parts.scheme}://{parts.netloc}"
    for service in services:
        scheme, _sep, host = service.partition("://")
        if host.startswith("*.") and parts.scheme == scheme and "@" not in parts.netloc:
            if parts.netloc.endswith(host[1:]):
                return True
        elif origin == service:
            return True
    return False


def checked_times(value):
    """(tuple of str, list of Violation)."""
    good = isinstance(value, (list, tuple)) and 1 <= len(value) <= MOST_TIMES and all(map(is_time, value))
    if good:
        return tuple(sorted(set(value))), []
    text = _("violation_digest_times", default="Giờ gửi gộp: từ 1 đến 6 mốc dạng HH:MM, ví dụ 08:00, 14:00.")
    return (), [Violation("digest_times", "times_wrong", text)]


def _address(value):
    if isinstance(value, str) and (not value or _is_web(value)):
        return value.rstrip("/"), []
    text = _("violation_channel_address", default="Địa chỉ phải bắt đầu bằng http:// hoặc https://.")
    return "", [Violation("address", "address_wrong", text)]


def _services(value):
    is_list = isinstance(value, (list, tuple)) and len(value) <= MOST_SERVICES
    if is_list and all(isinstance(one, str) and _is_web(one) for one in value):
        return tuple(one.rstrip("/") for one in value), []
    text = _("violation_push_services", default="Mỗi dịch vụ đẩy là một địa chỉ dạng https://máy-chủ.")
    return (), [Violation("push_services", "services_wrong", text)]


def _is_web(value):
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and len(value) <= 300 and " " not in value
