"""The same request sent twice is done once (RelStorage may store a commit that nobody was told of)."""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from hashlib import sha256
import json
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.annotation.interfaces import IAnnotations


KEY = "qlvb.content.registers.requests"
#: How long an answer is remembered.
KEPT = timedelta(days=7)


def _digest(*parts):
    return sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()


class KnownRequests:
    """Requests already done to ``register`` by a person, by the key the client gave."""

    def __init__(self, register, userid):
        self.register = register
        self.userid = userid

    def number_for(self, key, body):
        """The number that an earlier request with ``key`` concerned, or None.

        :raises Refused: 409 the key was used for something else.
        """
        kept = IAnnotations(self.register).get(KEY, {}).get(_digest(self.userid, key))
        if kept is None:
            return None
        _when, digest, number = kept
        if digest != _digest(body):
            message = _("violation_register_key_used", default="Khóa yêu cầu này đã dùng cho một nội dung khác.")
            raise Refused([Violation("", "key_used", message)], 409)
        return number

    def remember(self, key, body, number):
        """Keep what was done; forget what is old."""
        annotations = IAnnotations(self.register)
        known = annotations.get(KEY)
        if known is None:
            known = annotations[KEY] = OOBTree()
        old = clock.now() - KEPT
        for name in [name for name, (when, _digest, _number) in known.items() if when < old]:
            del known[name]
        known[_digest(self.userid, key)] = (clock.now(), _digest(body), number)
