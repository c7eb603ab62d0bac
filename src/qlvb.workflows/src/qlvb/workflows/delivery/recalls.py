"""Asking back what was sent: per recipient what was asked, and what he answered."""

from persistent.mapping import PersistentMapping
from qlvb.content import clock
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.text import nfc
from qlvb.workflows.delivery import refusals
from qlvb.workflows.delivery.interfaces import RECALL_KINDS
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.interfaces import IRecalls
from qlvb.workflows.delivery.states import NOT_THERE
from qlvb.workflows.delivery.states import may_follow
from qlvb.workflows.outbox.interfaces import IJobs
from uuid import uuid4
from zope.component import adapter
from zope.interface import implementer


@implementer(IRecalls)
@adapter(IOutgoingDocument)
class Recalls:
    """See IRecalls. Reindexing is the caller's task."""

    def __init__(self, record):
        self.record = record

    def ask(self, kind, reason, by, successor_uid=""):
        """See IRecalls."""
        if kind not in RECALL_KINDS:
            raise ValueError(f"not a kind of recall: {kind!r}")
        asked = [delivery for delivery in IDeliveries(self.record).all() if delivery.state not in NOT_THERE]
        for delivery in asked:
            self._ask(delivery, kind, nfc(reason), by, successor_uid)
        return asked

    def _ask(self, delivery, kind, reason, by, successor_uid):
        internal = delivery.recipient["channel"] == "internal"
        delivery.recall = PersistentMapping(
            reference=uuid4().hex,
            kind=kind,
            state="asked" if internal else "manual",
            reason=reason,
            successor=successor_uid,
            since=clock.now(),
            detail="",
        )
        detail = {"recipient": delivery.recipient["name"], "delivery": delivery.id, "kind": kind}
        IJournal(self.record).append(f"recall.{delivery.recall['state']}", by, detail)
        if internal:
            reference = delivery.recall["reference"]
            params = {"delivery": delivery.id, "reference": reference}
            IJobs(self.record).enqueue("recall", reference, params, owner=by)

    def answer(self, delivery_id, reference, agreed, by, detail=""):
        """See IRecalls. :raises Refused: 404 no such delivery."""
        deliveries = IDeliveries(self.record)
        delivery = deliveries.get(delivery_id)
        if delivery is None:
            raise refusals.unknown()
        recall = delivery.recall
        if recall is None or recall["reference"] != reference or recall["state"] not in ("asked", "manual"):
            return False
        recall["state"] = "agreed" if agreed else "refused"
        recall["detail"] = nfc(detail)
        ends = agreed and recall["kind"] != "update" and may_follow(delivery.state, "recalled")
        if ends or not agreed:
            delivery.answers = (*delivery.answers, recall["kind"])
        if ends:
            return deliveries.move(delivery_id, "recalled", detail=detail, by=by)
        if not agreed:
            delivery.history.append((clock.now(), "recall_refused", nfc(detail), by))
        told = {"recipient": delivery.recipient["name"], "delivery": delivery.id, "reason": nfc(detail)}
        told["kind"] = recall["kind"]
        IJournal(self.record).append(f"recall.{recall['state']}", by, told)
        return True

    def asked(self):
        """See IRecalls."""
        return [delivery for delivery in IDeliveries(self.record).all() if delivery.recall is not None]

    def awaited(self):
        """See IRecalls."""
        return [delivery for delivery in self.asked() if delivery.recall["state"] in ("asked", "manual")]
