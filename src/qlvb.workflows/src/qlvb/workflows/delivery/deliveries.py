"""The deliveries of an issued document, in an annotation of it."""

from BTrees.OOBTree import OOBTree
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
from qlvb.content.clock import now
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.holds.guarded import record_content
from qlvb.content.holds.part import RecordPart
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import nfc
from qlvb.content.text import nfc_tree
from qlvb.workflows.delivery import refusals
from qlvb.workflows.delivery.interfaces import STATUS_CODES
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.interfaces import IDelivery
from qlvb.workflows.delivery.states import kinds_of_answers
from qlvb.workflows.delivery.states import may_follow
from qlvb.workflows.delivery.states import title_of_state
from qlvb.workflows.delivery.telling import tell_clerks
from qlvb.workflows.outbox.interfaces import IJobs
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = record_content("qlvb.deliveries")
RESENDABLE = ("refused", "failed")


@implementer(IDelivery)
class Delivery(RecordPart):
    """One sending to one recipient."""

    incoming = ""
    attempts = 0
    recall = None
    answers = ()  # to what of RECALL_KINDS each answer in the history was given; of older ones it is not known
    order = 0  # among those made at the same moment

    def __init__(self, row, state, by, previous=""):
        self.id = uuid4().hex
        self.recipient = PersistentMapping(nfc_tree(dict(row)))
        self.previous = previous  # id of the delivery it repeats, or ""
        self.created = now()
        self.state = ""
        self.history = PersistentList()
        self.become(state, "", by)

    def become(self, state, detail, by):
        """Change the state and note when, why and by whom."""
        self.state = state
        self.history.append((now(), state, nfc(detail), by))

    @property
    def detail(self):
        """str: what was said with the last change."""
        return self.history[-1][2]

    def answered_kinds(self):
        """tuple of str, beside ``history``: to what of RECALL_KINDS the entry is the answer, "" for none."""
        recall = self.recall or {"state": "", "kind": ""}
        told = recall["state"] == "refused" or (recall["state"] == "agreed" and self.state == "recalled")
        last = recall["kind"] if told else ""
        return kinds_of_answers([state for _when, state, _detail, _by in self.history], self.answers, last)

    @property
    def title(self):
        """Message: the state in words."""
        return title_of_state(self.state, self.answered_kinds()[-1])

    def as_json(self):
        """dict of JSON values."""
        return {
            "id": self.id,
            "recipient": dict(self.recipient),
            "state": self.state,
            "status_code": STATUS_CODES.get(self.state),
            "attempts": self.attempts,
            "previous": self.previous,
            "incoming": self.incoming,
            "recall": {**self.recall, "since": self.recall["since"].isoformat()} if self.recall else None,
            "history": [
                {"when": when.isoformat(), "state": state, "detail": detail, "by": by}
                for when, state, detail, by in self.history
            ],
        }


@implementer(IDeliveries)
@adapter(IOutgoingDocument)
class Deliveries:
    """See IDeliveries. Reindexing is the caller's task."""

    def __init__(self, record):
        self.record = record

    def all(self):
        """See IDeliveries; oldest first."""
        return sorted(self._stored().values(), key=lambda delivery: (delivery.created, delivery.order))

    def get(self, delivery_id):
        """See IDeliveries."""
        return self._stored().get(delivery_id)

    def send(self, rows, by):
        """See IDeliveries; returns them. Who cannot be reached from this site becomes ``manual``."""
        return [self._send(row, by) for row in rows]

    def resend(self, delivery_id, by):
        """See IDeliveries; returns the new one.

        :raises Refused: 404 unknown; 409 neither refused nor failed, or sent again already.
        """
        old = self.get(delivery_id)
        if old is None:
            raise refusals.unknown()
        if old not in self.resendable():
            raise refusals.not_resendable()
        return self._send(old.recipient, by, previous=old.id)

    def resendable(self):
        """Refused or failed deliveries that nobody has repeated: list of IDelivery."""
        repeated = {delivery.previous for delivery in self.all()}
        return [delivery for delivery in self.all() if delivery.state in RESENDABLE and delivery.id not in repeated]

    def move(self, delivery_id, state, detail="", by="system"):
        """See IDeliveries; True if it moved."""
        delivery = self.get(delivery_id)
        if delivery is None:
            raise refusals.unknown()
        if not may_follow(delivery.state, state):
            return False
        delivery.become(state, detail, by)
        self._note(delivery, by, detail)
        tell_clerks(self.record, delivery)
        return True

    def _send(self, row, by, previous=""):
        row = reachable(row)
        internal = row["channel"] == "internal"
        delivery = Delivery(row, "queued" if internal else "manual", by, previous)
        kept = kept_under(self.record, ANNOTATION, OOBTree)
        delivery.order = len(kept)
        kept[delivery.id] = delivery
        if internal:
            IJobs(self.record).enqueue("deliver", delivery.id, {"delivery": delivery.id}, owner=by)
        return delivery

    def _stored(self):
        return IAnnotations(self.record).get(ANNOTATION) or {}

    def _note(self, delivery, by, detail):
        told = {"recipient": delivery.recipient["name"], "delivery": delivery.id, "reason": nfc(detail)}
        if kind := delivery.answered_kinds()[-1]:
            told["kind"] = kind
        IJournal(self.record).append(f"delivery.{delivery.state}", by, told)


def reachable(row):
    """``row`` as a dict; a recipient known by identifier who is an agency of this site is reached inside it."""
    row = dict(row)
    if row["channel"] == "interchange":
        agency = getUtility(IDirectory).agency_by_identifier(row["identifier"])
        if agency is not None:
            row.update(agency=agency.id, channel="internal")
    return row
