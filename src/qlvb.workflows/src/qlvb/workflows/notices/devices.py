"""The devices of a person that take pushes, on his desk."""

from base64 import urlsafe_b64decode
from BTrees.OOBTree import OOBTree
from hashlib import sha256
from persistent import Persistent
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.kept import kept_under
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.notices.channels import Channels
from qlvb.workflows.notices.channels import is_push_service
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.push"
MOST = 10
LONGEST = 1000
#: Bytes of the keys of a subscription (RFC 8291 sections 3.1, 3.2).
_KEYS = {"p256dh": 65, "auth": 16}


class Device(Persistent):
    """A subscription of one browser."""

    used = None  # when a push last arrived

    def __init__(self, endpoint, keys, name):
        self.id = device_id(endpoint)
        self.endpoint = endpoint
        self.keys = dict(keys)
        self.name = name
        self.created = clock.now()

    def subscription(self):
        """dict as pywebpush takes it."""
        return {"endpoint": self.endpoint, "keys": dict(self.keys)}

    def as_json(self):
        """dict of JSON values; the address and the keys stay here."""
        return {
            "id": self.id,
            "name": self.name,
            "created": self.created.isoformat(),
            "used": self.used.isoformat() if self.used else None,
        }


class Devices:
    """The devices of one person."""

    def __init__(self, userid):
        self.userid = userid

    def all(self):
        """By age: list of Device."""
        return sorted(self._stored().values(), key=lambda device: (device.created, device.id))

    def add(self, subscription, name=""):
        """Keep a subscription as the browser gives it; the same one again renews it. Returns the Device.

        :raises Refused: 400 it is none, or of no push service that the site knows; too many devices.
        """
        endpoint, keys = checked(subscription, Channels().push_services)
        stored = self._stored()
        if device_id(endpoint) not in stored and len(stored) >= MOST:
            text = _("violation_push_many", default="Đã có ${max} thiết bị, hãy bỏ bớt.", mapping={"max": str(MOST)})
            raise Refused(Violation("", "too_many_devices", text))
        kept = kept_under(getUtility(IDesks).open(self.userid), ANNOTATION, OOBTree)
        device = Device(endpoint, keys, nfc(" ".join(str(name).split()))[:100])
        kept[device.id] = device
        return device

    def remove(self, wanted):
        """Forget the device; returns whether there was one."""
        stored = self._stored()
        if not isinstance(wanted, str) or wanted not in stored:
            return False
        del stored[wanted]
        return True

    def _stored(self):
        desk = getUtility(IDesks).get(self.userid)
        found = IAnnotations(desk).get(ANNOTATION) if desk is not None else None
        return found if found is not None else {}


def device_id(endpoint):
    """str: tells subscriptions apart without giving the address away."""
    return sha256(endpoint.encode()).hexdigest()[:24]


def checked(subscription, services):
    """(endpoint, keys) of a subscription as browsers give it (dict). Pure. :raises Refused: 400."""
    given = subscription if isinstance(subscription, dict) else {}
    endpoint, keys = given.get("endpoint"), given.get("keys")
    keys = keys if isinstance(keys, dict) else {}
    if not isinstance(endpoint, str) or len(endpoint) > LONGEST or not is_push_service(endpoint, services):
        text = _("violation_push_endpoint", default="Địa chỉ nhận không thuộc dịch vụ đẩy được hệ thống chấp nhận.")
        raise Refused(Violation("endpoint", "endpoint_wrong", text))
    for name, size in _KEYS.items():
        if _size(keys.get(name)) != size:
            text = _("violation_push_keys", default="Khóa của thiết bị không hợp lệ.")
            raise Refused(Violation(f"keys.{name}", "keys_wrong", text))
    return endpoint, {name: keys[name] for name in _KEYS}


def _size(value):
    """int: number of bytes behind base64url text, -1 for what is none."""
    try:
        return len(urlsafe_b64decode(value + "=" * (-len(value) % 4)))
    except (TypeError, ValueError):
        return -1
