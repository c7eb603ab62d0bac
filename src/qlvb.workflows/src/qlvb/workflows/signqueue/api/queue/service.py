"""``GET @signing-queue?items=UID,UID``: how far the signatures of these records are."""

from qlvb.content.answering import AnsweringService
from qlvb.content.lookup import visible_record
from qlvb.workflows.acts.bulk import check_uids
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.signqueue.causes import next_step
from qlvb.workflows.signqueue.interfaces import IAwaitsSignature
from qlvb.workflows.signqueue.interfaces import ISigningOrders
from zope.i18n import translate


class QueueGet(AnsweringService):
    """One item per record: ``signing`` is ``needed``, ``queued``, ``failed`` (with ``cause`` and ``next``), ``done``,
    or ``none`` for a record that waits for no signature and had none ordered, or is not the caller's to see.
    """

    def answer(self):
        asked = self.request.form.get("items", [])
        uids = asked.split(",") if isinstance(asked, str) else list(asked)
        items = [self.item(uid) for uid in check_uids([uid for uid in uids if uid])]
        return {"@id": f"{self.context.absolute_url()}/@signing-queue", "items": items}

    def item(self, uid):
        """dict of JSON values."""
        record = visible_record(uid)
        if record is None:
            return {"UID": uid, "signing": "none"}
        order = ISigningOrders(record).live()
        found = {"UID": uid, "state": state_of(record), "signing": how_far(record, order)}
        if order is not None and order.state == "failed":
            found["cause"] = translate(order.cause, context=self.request)
            found["next"] = translate(next_step(order.code), context=self.request)
        return found


def how_far(record, order):
    """str: see :class:`QueueGet`."""
    if order is not None:
        return order.state
    awaited = IAwaitsSignature(record, None)
    if awaited is not None and awaited.person():
        return "needed"
    orders = ISigningOrders(record).all()
    return "done" if orders and orders[-1].state == "done" else "none"
