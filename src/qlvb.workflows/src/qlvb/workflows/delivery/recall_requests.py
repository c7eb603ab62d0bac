"""What a sender asks of a document's recipient: recall, replacement, update (QĐ 28/2018; NĐ 30/2020, Phụ lục VI)."""

from persistent.list import PersistentList
from qlvb.content import clock
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.holds.guarded import record_content
from qlvb.content.holds.part import RecordPart
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.kept import kept_under
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import nfc
from qlvb.workflows.delivery import refusals
from qlvb.workflows.delivery.interfaces import RECALL_KINDS
from qlvb.workflows.delivery.interfaces import IRecallAsked
from qlvb.workflows.delivery.interfaces import IRecallRequest
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.delivery.successors import received_copy
from qlvb.workflows.outbox.interfaces import IJobs
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.event import notify
from zope.interface import implementer
from zope.interface.interfaces import ObjectEvent


ANNOTATION = record_content("qlvb.recall_requests")


@implementer(IRecallRequest)
class RecallRequest(RecordPart):
    """See IRecallRequest."""

    answer = ""
    answered = None
    answered_by = ""
    answer_reason = ""

    def __init__(self, id, kind, reason, by_agency, successor_uid):
        self.id = id
        self.kind = kind
        self.reason = nfc(reason or "")
        self.by_agency = by_agency
        self.successor_uid = successor_uid
        self.since = clock.now()

    def close(self, answer, by, reason=""):
        """Note the answer, once."""
        self.answer = answer
        self.answered = clock.now()
        self.answered_by = by
        self.answer_reason = nfc(reason or "")

    def as_json(self):
        """dict of JSON values."""
        return {
            "id": self.id,
            "kind": self.kind,
            "reason": self.reason,
            "by_agency": self.by_agency,
            "successor": self.successor_uid,
            "since": self.since.isoformat(),
            "answer": self.answer,
            "answered": self.answered.isoformat() if self.answered else None,
            "answered_by": self.answered_by,
            "answer_reason": self.answer_reason,
        }


@implementer(IRecallAsked)
class RecallAsked(ObjectEvent):
    """See IRecallAsked."""

    def __init__(self, record, request):
        super().__init__(record)
        self.request = request


@implementer(IRecallRequests)
@adapter(IIncomingDocument)
class RecallRequests:
    """See IRecallRequests."""

    def __init__(self, record):
        self.record = record

    def ask(self, kind, reason, by_agency, successor_uid="", reference=""):
        """See IRecallRequests."""
        if kind not in RECALL_KINDS:
            raise ValueError(f"not a kind of recall: {kind!r}")
        known = next((request for request in self.all() if reference and request.id == reference), None)
        if known is not None:
            return known
        journal = IJournal(self.record)
        if (open_one := self.pending()) is not None:
            open_one.close("superseded", "system")
            journal.append("recall.superseded", "system", {"request": open_one.id})
        request = RecallRequest(reference or uuid4().hex, kind, reason, by_agency, successor_uid)
        self._writable().append(request)
        agency = getUtility(IDirectory).agency(by_agency)
        sender = agency.title if agency is not None else self.record.issuing_body
        journal.append(f"recall.{kind}", "system", {"request": request.id, "sender": sender, "reason": request.reason})
        notify(RecallAsked(self.record, request))
        return request

    def all(self):
        """See IRecallRequests."""
        return list(IAnnotations(self.record).get(ANNOTATION, ()))

    def pending(self):
        """See IRecallRequests."""
        requests = self.all()
        return requests[-1] if requests and not requests[-1].answer else None

    def successor(self):
        """See IRecallRequests."""
        requests = [request for request in self.all() if request.successor_uid]
        return received_copy(self.record, requests[-1].successor_uid) if requests else None

    def answer(self, agreed, by, reason=""):
        """See IRecallRequests."""
        request = self.pending()
        if request is None:
            raise refusals.nothing_asked()
        request.close("agreed" if agreed else "refused", by, reason)
        params = {"reference": request.id, "agreed": bool(agreed), "by": by, "detail": request.answer_reason}
        IJobs(self.record).enqueue("recall_answer", request.id, params, owner=by)
        return request

    def _writable(self):
        return kept_under(self.record, ANNOTATION, PersistentList)
