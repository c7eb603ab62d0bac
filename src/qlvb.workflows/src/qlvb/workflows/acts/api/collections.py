"""What services of an agency's own collections share (delegations, holds …): a batched list, and making one."""

from AccessControl import getSecurityManager
from qlvb.content.answering import AnsweringService
from qlvb.content.documents.idempotency import AnsweredRequests
from qlvb.content.index.api.batching import Batch
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.results import key_used
from zope.component import getUtility


class CollectionGet(AnsweringService):
    """The agency's records of ``portal_type`` that one may see, batched, sorted by ``sort``.

    ``service``: its own name; ``narrowing``: pairs of a parameter of the address and a filter of the index.
    A subclass gives ``shown(record)``, a dict.
    """

    portal_type = ""
    service = ""
    sort = "-issue_date"
    narrowing = (("state", "state"),)

    def answer(self):
        asked = {name: self.request.form.get(parameter) or "" for parameter, name in self.narrowing}
        question = Question(
            types=(self.portal_type,), filters={"agency": self.context.getId(), **asked}, sort=self.sort
        )
        batch = Batch(self.request, f"{self.context.absolute_url()}/{self.service}")
        page = getUtility(IListing).page(question, batch.start, batch.size, batch.after)
        found = [find_record(row.uid) for row in page.rows]
        return batch.envelope(page, [self.shown(record) for record in found if record is not None])


class CollectionPost(AnsweringService):
    """Make a record of ``portal_type``: 201 with it. The same Idempotency-Key of the same person gives the same record.

    A subclass gives ``made(by)``, the new record, and ``shown(record)``, a dict.
    """

    portal_type = ""

    def answer(self):
        by = getSecurityManager().getUser().getId()
        record = self._made_before(by)
        if record is None:
            record = self.made(by)
            if self.key:
                AnsweredRequests(self.context).remember(by, self.key, record.UID())
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", record.absolute_url())
        return self.shown(record)

    def _made_before(self, by):
        uid = AnsweredRequests(self.context).find(by, self.key) if self.key else None
        record = find_record(uid) if uid else None
        if record is not None and record.portal_type != self.portal_type:
            raise key_used()
        return record
