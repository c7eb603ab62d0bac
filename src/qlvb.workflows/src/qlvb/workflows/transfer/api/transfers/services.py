"""``@transfers`` of an agency: list and make; ``@transfer`` of one; ``@transfer-deadlines`` of a dossier."""

from qlvb.content import clock
from qlvb.content.answering import AnsweringService
from qlvb.content.index.api.batching import Batch
from qlvb.content.transfers.interfaces import IKeptBack
from qlvb.content.transfers.interfaces import ITransferDeadlines
from qlvb.workflows.acts.api.collections import CollectionGet
from qlvb.workflows.acts.api.collections import CollectionPost
from qlvb.workflows.transfer.creation import create_transfer
from qlvb.workflows.transfer.due import historical_due
from qlvb.workflows.transfer.showing import items_page
from qlvb.workflows.transfer.showing import transfer_json


class TransfersGet(CollectionGet):
    """Transfers of the agency that one may see, the newest first, batched; ``state`` narrows."""

    portal_type, service, sort = "Transfer", "@transfers", "-created"

    def shown(self, record):
        return transfer_json(record, self.request)


class TransfersPost(CollectionPost):
    """Make a transfer: ``{"title", "kind", "unit", "basis"}``."""

    portal_type = "Transfer"

    def made(self, by):
        return create_transfer(self.context.getId(), self.body(), by)

    def shown(self, record):
        return transfer_json(record, self.request)


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
