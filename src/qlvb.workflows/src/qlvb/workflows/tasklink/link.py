"""The site's link with the province's system: settings, known numbers, what waits, and the log. In an annotation of the
site; what many write at a time lies in trees.
"""

from BTrees.OOBTree import OOBTree
from ipaddress import ip_address
from persistent import Persistent
from plone import api
from plone.app.uuid.utils import uuidToObject
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox.sealing import Seal
from qlvb.workflows.tasklink.interfaces import ITaskLink
from secrets import token_hex
from urllib.parse import urlsplit
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


ANNOTATION = "qlvb.tasklink"
SEAL = Seal("tasklink.key", "QLVB_TASKLINK_KEY")
#: Role that the province's account has in the site, and nobody else.
ROLE = "ProvinceTaskSystem"
DEFAULTS = {"enabled": False, "address": "", "account": ""}
LONGEST = {"address": 300, "account": 64, "token": 500}
#: Lines of the log that are kept.
MOST_LINES = 500
_KEEPER = ""  # keeps a tree from ever being empty: inserts into an empty bucket cannot be merged


class Register(Persistent):
    """What the site keeps: ``numbers`` number -> UID, ``waiting`` UID -> None, ``lines`` moment and chance -> dict."""

    token = ""

    def __init__(self):
        self.values = dict(DEFAULTS)
        self.numbers = OOBTree({_KEEPER: None})
        self.waiting = OOBTree({_KEEPER: None})
        self.lines = OOBTree({_KEEPER: None})


@implementer(ITaskLink)
class TaskLink:
    """See ITaskLink."""

    @property
    def _register(self):
        """The Register to read, or None before the first write."""
        return IAnnotations(api.portal.get()).get(ANNOTATION)

    def _kept(self):
        annotations = IAnnotations(api.portal.get())
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = Register()
        return annotations[ANNOTATION]

    @property
    def settings(self):
        register = self._register
        return {**DEFAULTS, **(register.values if register is not None else {})}

    @property
    def has_token(self):
        return bool(self._register is not None and self._register.token)

    @property
    def enabled(self):
        return bool(self.settings["enabled"] and self.settings["address"] and self.has_token)

    def token(self):
        return SEAL.opened(self._register.token) if self._register is not None else ""

    def change(self, values):
        values = {name: nfc(value) if isinstance(value, str) else value for name, value in values.items()}
        before = self.settings
        merged = {**before, **{name: value for name, value in values.items() if name != "token"}}
        moved = origin(before["address"]) != origin(merged["address"])
        keeps_token = self.has_token and not moved
        violations = [*mistakes(merged, values, keeps_token), *_account_mistakes(merged["account"])]
        if violations:
            raise Refused(violations)
        register = self._kept()
        if values.get("token"):
            register.token = SEAL.sealed(values["token"])
        elif moved:
            register.token = ""  # nobody has a token sent to another server by naming that server
        merged["address"] = merged["address"].rstrip("/")
        register.values = merged
        _give_role(before["account"], merged["account"])

    def task(self, number):
        register = self._register
        uid = register.numbers.get(number) if register is not None and number else None
        return uuidToObject(uid, unrestricted=True) if uid else None

    def remember(self, number, uid):
        self._kept().numbers[number] = uid

    def waiting(self):
        register = self._register
        return [uid for uid in register.waiting if uid != _KEEPER] if register is not None else []

    def put_in_line(self, uid, waits):
        tree = self._kept().waiting
        if waits and uid not in tree:
            tree[uid] = None
        elif not waits and uid in tree:
            del tree[uid]

    def note(self, way, number, event, outcome, text=""):
        when = clock.now()
        line = {"when": when, "way": way, "number": number, "event": event, "outcome": outcome, "text": text}
        self._kept().lines[f"{when.isoformat()}-{token_hex(4)}"] = line

    def log(self, most):
        register = self._register
        if register is None:
            return []
        keys = list(register.lines.keys(min=_KEEPER, excludemin=True))[-most:]
        return [register.lines[key] for key in reversed(keys)]

    def prune(self):
        register = self._register
        old = list(register.lines.keys(min=_KEEPER, excludemin=True))[:-MOST_LINES] if register is not None else []
        for key in old:
            del register.lines[key]
        return len(old)


def origin(address):
    """(scheme, host and port) of an address, "" for what is none. Pure."""
    try:
        parts = urlsplit(address)
    except (TypeError, ValueError, AttributeError):
        return ""
    return (parts.scheme, parts.netloc) if parts.netloc else ""


def is_safe(address):
    """bool: an address to which a token may be sent: HTTPS, or this machine itself. Pure.

    >>> is_safe("https://nhiemvu.sonhai.example/api"), is_safe("http://127.0.0.1:8090"), is_safe("http://10.1.2.3")
    (True, True, False)
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _port = parts.port  # raises on a port that is none
    except ValueError:
        return False
    plain = not (parts.username or parts.password or parts.query or parts.fragment) and " " not in address
    if parts.scheme == "https":
        return plain and bool(host)
    return plain and parts.scheme == "http" and is_local(host)


def is_local(host):
    """bool: this machine. Pure."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def mistakes(merged, values, keeps_token):
    """Violations of settings; pure. ``values``: what was sent; ``keeps_token``: the token that is kept stays good."""
    for name in values:
        if name not in (*DEFAULTS, "token"):
            text = _("violation_search_field", default="Không có trường “${name}”.", mapping={"name": str(name)[:80]})
            yield Violation(str(name)[:80], "field_unknown", text)
    for name, longest in LONGEST.items():
        value = values.get(name, "")
        if not isinstance(value, str) or len(value) > longest or any(ord(char) < 32 for char in value):
            yield _wrong(name)
            return  # what follows takes them for text
    if merged["address"] and not is_safe(merged["address"]):
        text = _(
            "violation_tasklink_address",
            default="Địa chỉ phải bắt đầu bằng https:// không kèm mật khẩu, tham số (http:// chỉ cho chính máy này).",
        )
        yield Violation("address", "address_wrong", text)
    if not values.get("token", "").isascii():
        yield _wrong("token")
    if not isinstance(merged["enabled"], bool):
        yield _wrong("enabled")
    elif merged["enabled"]:
        missing = [name for name in ("address", "account") if not merged[name]]
        missing += ["token"] if not values.get("token") and not keeps_token else []
        for name in missing:
            text = _("violation_tasklink_needed", default="Cần có giá trị này để bật liên thông.")
            yield Violation(name, "field_missing", text)


def _account_mistakes(userid):
    if not userid or not isinstance(userid, str):
        return
    user = api.user.get(userid=userid)
    if user is None:
        text = _("violation_tasklink_account", default="Không có tài khoản này trong hệ thống.")
        yield Violation("account", "account_unknown", text)
    elif set(user.getRoles()) & {"Manager", "Site Administrator"}:
        text = _("violation_tasklink_manager", default="Không dùng tài khoản quản trị cho hệ thống của tỉnh.")
        yield Violation("account", "account_manages", text)


def _give_role(before, after):
    """The role belongs to the account of the settings, and to no other."""
    if before and before != after and api.user.get(userid=before) is not None:
        api.user.revoke_roles(username=before, roles=[ROLE])
    if after and ROLE not in api.user.get_roles(username=after):
        api.user.grant_roles(username=after, roles=[ROLE])


def _wrong(name):
    return Violation(name, "field_wrong_value", _("violation_mailbox_value", default="Giá trị không hợp lệ."))
