"""Orders as persistent objects in an annotation of the record."""

from persistent import Persistent
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
from qlvb.content import clock
from qlvb.content.interfaces import IRecord
from qlvb.content.kept import kept_under
from qlvb.workflows.acts.base import journal_values
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.signqueue.interfaces import IAwaitsSignature
from qlvb.workflows.signqueue.interfaces import ISigningOrder
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = "qlvb.signing.orders"
JOB = "sign"


@implementer(ISigningOrder)
class SigningOrder(Persistent):
    """See ISigningOrder."""

    state = "queued"
    ended = None
    code = ""
    cause = ""

    def __init__(self, turn, person, act, data):
        self.id = uuid4().hex
        self.turn = turn
        self.person = person
        self.act = act
        self.data = PersistentMapping(journal_values(dict(data)))
        self.asked = clock.now()

    def end(self, state, code="", cause=""):
        """It is done, or has failed for ``cause``."""
        self.state, self.code, self.cause, self.ended = state, code, cause, clock.now()


@implementer(ISigningOrders)
@adapter(IRecord)
class SigningOrders:
    """See ISigningOrders. Made on first write."""

    def __init__(self, record):
        self.record = record

    def all(self):
        """See ISigningOrders."""
        return list(IAnnotations(self.record).get(ANNOTATION, ()))

    def get(self, order_id):
        """See ISigningOrders."""
        return next((order for order in self.all() if order.id == order_id), None)

    def live(self):
        """See ISigningOrders."""
        orders = self.all()
        if not orders or orders[-1].state == "done":
            return None
        turn = self._turn()
        return orders[-1] if turn and orders[-1].turn == turn else None

    def order(self, person, act_id, data):
        """See ISigningOrders."""
        order = self._add(SigningOrder(self._turn(), person, act_id, data))
        IJobs(self.record).enqueue(JOB, order.id, {"order": order.id}, owner=person)
        return order

    def note_failure(self, person, act_id, data, code, cause):
        """See ISigningOrders."""
        order = SigningOrder(self._turn(), person, act_id, data)
        order.end("failed", code, cause)
        return self._add(order)

    def _turn(self):
        awaited = IAwaitsSignature(self.record, None)
        return awaited.turn() if awaited is not None else ""

    def _add(self, order):
        kept_under(self.record, ANNOTATION, PersistentList).append(order)
        return order
