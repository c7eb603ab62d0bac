"""Changes that people make to a register: one way for form and REST."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.registers import refusals
from qlvb.content.registers.idempotency import KnownRequests
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import ISerialiser
from qlvb.content.registers.locking.names import register_lock
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from zope.component import getUtility


VIEW = "qlvb: View register"
MANAGE = "qlvb: Manage register"


def require(permission, register):
    """:raises Refused: 403 the current user lacks ``permission`` on the register."""
    if not getSecurityManager().checkPermission(permission, register):
        message = _("violation_register_forbidden", default="Anh/chị không có quyền thực hiện việc này với sổ văn bản.")
        raise Refused([Violation("", "forbidden", message)], 403)


class RegisterChanges:
    """What ``userid`` does to ``register``. Every method checks the right, takes the lock and writes the journal.

    ``key`` is an idempotency key: the same request again returns the first entry.
    """

    def __init__(self, register):
        self.register = register
        self.userid = getSecurityManager().getUser().getId() or ""

    def reserve(self, reason, expires, key=None):
        """Set the next number aside; returns INumberEntry. :raises Refused: 400, 403, 409, 503."""
        body = ["reserve", reason, expires]
        return self._once(key, body, "number.reserved", lambda book: book.reserve(self.userid, reason, expires))

    def void(self, number, reason, key=None):
        """Void a number; returns INumberEntry. :raises Refused: 400, 403, 404, 409, 503."""
        body = ["void", number, reason]
        return self._once(key, body, "number.voided", lambda book: book.void(number, self.userid, reason))

    def close(self):
        """Lock the register (Khóa sổ): no number is given any more.

        :raises Refused: 403; 409 locked already, or numbers are still reserved.
        """
        require(MANAGE, self.register)
        self._lock()
        if self.register.closed:
            raise Refused([refusals.closed(self.register)], 409)
        reserved = INumberBook(self.register).listing("reserved")
        if len(reserved):
            raise Refused([refusals.still_reserved([entry.number for entry in reserved[:10]])], 409)
        self.register.closed = True
        IJournal(self.register).append(
            "register.closed", self.userid, {"next_number": INumberBook(self.register).next_number}
        )

    def _lock(self):
        getUtility(ISerialiser).serialised(register_lock(self.register))

    def _once(self, key, body, event, change):
        require(MANAGE, self.register)
        self._lock()
        book = INumberBook(self.register)
        known = KnownRequests(self.register, self.userid)
        done = known.number_for(key, body) if key else None
        if done is not None:
            return book.entry(done)
        entry = change(book)
        IJournal(self.register).append(event, self.userid, {"number": entry.number, "reason": entry.reason})
        if key:
            known.remember(key, body, entry.number)
        return entry
