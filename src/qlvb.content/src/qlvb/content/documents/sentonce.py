"""Forms that make something once however often they are sent: a double press, a page that is sent again."""

from functools import cached_property
from qlvb.content.documents.idempotency import MAX_LENGTH
from qlvb.content.documents.idempotency import AnsweredRequests
from qlvb.content.lookup import find_record
from uuid import uuid4


class SentOnce:
    """Part of a form that carries ``key`` in its hidden field ``idempotency_key``; ``request`` and ``me`` (userid) are
    the form's own. Two sendings at the same moment write one place, so the later is run again and finds what is made.
    """

    @property
    def remembering(self):
        """The agency object that keeps the keys."""
        return self.context

    @cached_property
    def key(self):
        """The idempotency key of this rendering: what is sent twice is made once."""
        return str(self.request.form.get("idempotency_key", ""))[:MAX_LENGTH] or uuid4().hex

    def made_before(self):
        """The record that an earlier sending of this very form has made, or None."""
        return find_record(AnsweredRequests(self.remembering).find(self.me, self.key))

    def remember(self, record):
        """Note that this form has made ``record``."""
        AnsweredRequests(self.remembering).remember(self.me, self.key, record.UID())
