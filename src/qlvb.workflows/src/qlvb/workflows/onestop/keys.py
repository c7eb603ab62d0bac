"""Keys of a one-stop system: the secrets with which its account asks for tokens (OAuth 2 client credentials, RFC 6749
4.4) and by which it knows that an event is ours. A new key works at once, the ones before it until their day.
"""

from datetime import timedelta
from hmac import compare_digest
from persistent import Persistent
from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox.sealing import Seal
from secrets import token_urlsafe
from uuid import uuid4


SEAL = Seal("onestop.key", "QLVB_ONESTOP_KEY")
#: Hours for which the former keys work beside a new one, unless somebody says otherwise; and the longest time.
OVERLAP, LONGEST_OVERLAP = 72, 720
MOST = 5


class Key(Persistent):
    """One key. ``ends``: aware datetime after which it no longer works, or None; ``used``: day on which it was last
    used (date), or None.
    """

    ends = None
    used = None

    def __init__(self, secret):
        self.id = uuid4().hex
        self.created = clock.now()
        self.sealed = SEAL.sealed(secret)

    @property
    def secret(self):
        """str, "" when this installation cannot open it."""
        return SEAL.opened(self.sealed)

    def works(self, moment):
        """bool: at ``moment``."""
        return self.ends is None or moment < self.ends


class KeyRing:
    """The keys of a link; ``holder`` is its register to read (None for none), ``made`` gives the one to write."""

    def __init__(self, holder, made):
        self._found = (getattr(holder, "keys", None) or {}) if holder is not None else {}
        self._made = made

    def working(self):
        """Keys that work now, the newest first: list of Key."""
        now = clock.now()
        found = [one for one in self._found.values() if one.works(now)]
        return sorted(found, key=lambda one: one.created, reverse=True)

    def fits(self, secret):
        """bool: ``secret`` is that of a key that works; notes the day."""
        for key in self.working():
            if key.secret and compare_digest(key.secret.encode(), secret.encode()):
                if key.used != clock.today():
                    key.used = clock.today()
                return True
        return False

    def make(self, overlap=OVERLAP):
        """(Key, secret): a new one. The others end in ``overlap`` hours, 0 for at once. :raises Refused: 400, 409."""
        if isinstance(overlap, bool) or not isinstance(overlap, int) or not 0 <= overlap <= LONGEST_OVERLAP:
            text = _(
                "violation_onestop_overlap",
                default="Số giờ dùng song song phải từ 0 đến ${most}.",
                mapping={"most": str(LONGEST_OVERLAP)},
            )
            raise Refused(Violation("overlap", "field_wrong_value", text))
        before = self.working()
        if overlap and len(before) >= MOST:
            text = _("violation_onestop_keys", default="Đang có quá nhiều khóa; hãy kết thúc khóa cũ trước.")
            raise Refused(Violation("overlap", "too_many", text), 409)
        until = clock.now() + timedelta(hours=overlap)
        for key in before:
            key.ends = min(key.ends or until, until)
        secret = token_urlsafe(32)
        made, register = Key(secret), self._made()
        if getattr(register, "keys", None) is None:
            register.keys = PersistentMapping()
        register.keys[made.id] = made
        for old in [key for key, one in register.keys.items() if not one.works(clock.now())]:
            del register.keys[old]
        return made, secret

    def end(self, key_id):
        """End a key at once. :raises Refused: 404 there is none that works."""
        if key_id not in {one.id for one in self.working()}:
            text = _("violation_onestop_key_none", default="Không có khóa này.")
            raise Refused(Violation("path", "not_found", text), 404)
        del self._made().keys[key_id]

    def end_all(self):
        """End every key."""
        for key in list(self._found):
            del self._found[key]
