"""``@transfers`` of an agency: list and make; ``@transfer`` of one; ``@transfer-deadlines`` of a dossier."""

from AccessControl import getSecurityManager
from qlvb.content import clock
from qlvb.content.documents.idempotency import AnsweredRequests
from qlvb.content.index.api.batching import Batch
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.lookup import find_record
from qlvb.content.transfers.interfaces import IKeptBack
from qlvb.content.transfers.interfaces import ITransferDeadlines
from qlvb.workflows.acts.api.answering import AnsweringService
from qlvb.workflows.transfer.creation import create_transfer
from qlvb.workflows.transfer.due import historical_due
from qlvb.workflows.transfer.showing import items_page
from qlvb.workflows.transfer.showing import transfer_json
from zope.component import getUtility


class TransfersGet(AnsweringService):
    """Transfers of the agency that one may see, the newest first, batched; ``state`` and ``unit`` narrow."""

    def answer(self):
        filters = {"agency": self.context.getId(), "state": self.request.form.get("state") or ""}
        question = Question(types=("Transfer",), filters=filters, sort="-created")
        batch = Batch(self.request, f"{self.context.absolute_url()}/@transfers")
        page = getUtility(IListing).page(question, batch.start, batch.size, batch.after)
        found = [find_record(row.uid) for row in page.rows]
        return batch.envelope(page, [transfer_json(one, self.request) for one in found if one is not None])


class TransfersPost(AnsweringService):
    """Make a transfer: ``{"title", "kind", "unit", "basis"}``. 201 with the transfer; the same Idempotency-Key gives
    the same one again.
    """

    def answer(self):
        by = getSecurityManager().getUser().getId()
        requests = AnsweredRequests(self.context)
        transfer = find_record(requests.find(by, self.key)) if self.key else None
        if transfer is None:
            transfer = create_transfer(self.context.getId(), self.body(), by)
            if self.key:
                requests.remember(by, self.key, transfer.UID())
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", transfer.absolute_url())
        return transfer_json(transfer, self.request)


class TransferGet(AnsweringService):
    """The transfer with its dossiers, each with its result and its faults, batched; ``state`` narrows to dossiers of
    one result (``failed``).
    """

    def answer(self):
        batch = Batch(self.request, f"{self.context.absolute_url()}/@transfer")
        state = self.request.form.get("state") or ""
        page, items = items_page(self.context, self.request, state, batch.start, batch.size)
        return {**transfer_json(self.context, self.request), **batch.envelope(page, items), "items": items}


class DeadlinesGet(AnsweringService):
    """When the dossier is to be handed over, and how that stands today."""

    def answer(self):
        found = ITransferDeadlines(self.context).deadlines()
        kept, last = IKeptBack(self.context), historical_due(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@transfer-deadlines",
            "warn": found.warn.isoformat() if found else None,
            "latest": found.latest.isoformat() if found else None,
            "status": found.status(clock.today()) if found else None,
            "kept_back": {"until": kept.until.isoformat(), "consent": kept.consent} if kept.until else None,
            "historical": last.isoformat() if last else None,
        }
