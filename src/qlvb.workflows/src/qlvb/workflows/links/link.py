"""The site's link with a system of others: settings, what waits, and the log. In an annotation of the site; what many
write at a time lies in trees.
"""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.text import nfc
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.links.addresses import origin
from qlvb.workflows.links.settings import DEFAULTS
from qlvb.workflows.links.settings import mistakes
from secrets import token_hex
from zope.annotation.interfaces import IAnnotations


#: Lines of the log that are kept.
MOST_LINES = 500
_KEEPER = ""  # keeps a tree from ever being empty: inserts into an empty bucket cannot be merged


def tree():
    """A tree in which many write at a time."""
    return OOBTree({_KEEPER: None})


def keys_of(found, first=_KEEPER, last=None):
    """Keys of such a tree after ``first``, until ``last``: list."""
    return list(found.keys(min=first, max=last, excludemin=first == _KEEPER))


class LinkRegister(Persistent):
    """What the site keeps: ``waiting`` UID -> None, ``lines`` moment and chance -> dict; ``removed``: when the system
    was removed, or None. Rooms add their own trees.
    """

    token = ""
    removed = None

    def __init__(self, values):
        self.values = dict(values)
        self.waiting = tree()
        self.lines = tree()


class SystemLink:
    """Base of a link; see ISystemLink. A subclass says where it keeps what, and whom it makes what."""

    annotation = ""
    #: The Seal of the token.
    seal = None
    #: Role that the account of the other system has in the site, and nobody else.
    role = ""
    defaults = DEFAULTS
    register_class = LinkRegister
    #: Which of several systems of the kind, "" for the first.
    name = ""

    @property
    def _place(self):
        return f"{self.annotation}.{self.name}" if self.name else self.annotation

    @property
    def _register(self):
        """The register to read, or None before the first write."""
        return IAnnotations(api.portal.get()).get(self._place)

    def _kept(self):
        annotations = IAnnotations(api.portal.get())
        if self._place not in annotations:
            annotations[self._place] = self.register_class(self.defaults)
        return annotations[self._place]

    @property
    def settings(self):
        register = self._register
        return {**self.defaults, **(register.values if register is not None else {})}

    @property
    def has_token(self):
        return bool(self._register is not None and self._register.token)

    @property
    def enabled(self):
        return bool(self.settings["enabled"] and self.settings["address"] and self.has_token)

    def token(self):
        return self.seal.opened(self._register.token) if self._register is not None else ""

    @property
    def removed(self):
        register = self._register
        return register.removed if register is not None else None

    def unfinished(self):
        """Violations: what keeps the system from being removed."""
        if waiting := len(self.waiting()):
            text = _(
                "violation_link_waits",
                default="Còn ${count} bản ghi có thông điệp chờ gửi; hãy gửi hết hoặc xử lý lỗi trước khi ngắt.",
                mapping={"count": str(waiting)},
            )
            yield Violation("system", "messages_wait", text)

    def remove(self):
        if self.removed:
            raise Refused(_gone(), 409)
        if violations := list(self.unfinished()):
            raise Refused(violations, 409)
        register, account = self._kept(), self.settings["account"]
        register.values = {**self.settings, "enabled": False, "account": ""}
        register.token = ""
        register.removed = clock.now()
        self._give_role(account, "")

    def own_mistakes(self, merged):
        """Violations of the fields that this link has of its own."""
        return []

    def change(self, values):
        if self.removed:
            raise Refused(_gone(), 409)
        values = {name: nfc(value) if isinstance(value, str) else value for name, value in values.items()}
        before = self.settings
        merged = {**before, **{name: value for name, value in values.items() if name != "token"}}
        moved = origin(before["address"]) != origin(merged["address"])
        keeps_token = self.has_token and not moved
        violations = [
            *mistakes(merged, values, keeps_token, tuple(self.defaults)),
            *_account_mistakes(merged["account"]),
            *self.own_mistakes(merged),
        ]
        if violations:
            raise Refused(violations)
        register = self._kept()
        if values.get("token"):
            register.token = self.seal.sealed(values["token"])
        elif moved:
            register.token = ""  # nobody has a token sent to another server by naming that server
        merged["address"] = merged["address"].rstrip("/")
        register.values = merged
        self._give_role(before["account"], merged["account"])

    def _give_role(self, before, after):
        """The role belongs to the account of the settings, and to no other."""
        if before and before != after and api.user.get(userid=before) is not None:
            api.user.revoke_roles(username=before, roles=[self.role])
        if after and self.role not in api.user.get_roles(username=after):
            api.user.grant_roles(username=after, roles=[self.role])

    def waiting(self):
        register = self._register
        return keys_of(register.waiting) if register is not None else []

    def put_in_line(self, uid, waits):
        found = self._kept().waiting
        if waits and uid not in found:
            found[uid] = None
        elif not waits and uid in found:
            del found[uid]

    def note(self, way, number, event, outcome, text=""):
        when = clock.now()
        line = {"when": when, "way": way, "number": number, "event": event, "outcome": outcome, "text": text}
        self._kept().lines[f"{when.isoformat()}-{token_hex(4)}"] = line

    def log(self, most):
        register = self._register
        if register is None:
            return []
        return [register.lines[key] for key in reversed(keys_of(register.lines)[-most:])]

    def prune(self):
        register = self._register
        old = keys_of(register.lines)[:-MOST_LINES] if register is not None else []
        for key in old:
            del register.lines[key]
        return len(old)


def _gone():
    text = _("violation_link_removed", default="Hệ thống này đã ngắt liên thông; chỉ còn xem được nhật ký.")
    return Violation("system", "removed", text)


def _account_mistakes(userid):
    if not userid or not isinstance(userid, str):
        return
    user = api.user.get(userid=userid)
    if user is None:
        text = _("violation_link_account", default="Không có tài khoản này trong hệ thống.")
        yield Violation("account", "account_unknown", text)
    elif set(user.getRoles()) & {"Manager", "Site Administrator"}:
        text = _("violation_link_manager", default="Không dùng tài khoản quản trị cho hệ thống khác.")
        yield Violation("account", "account_manages", text)
