"""The job ``delivery_status``: what the recipient's record tells goes onto the sender's delivery."""

from plone.app.uuid.utils import uuidToObject
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import JobFailed
from zope.interface import implementer


@implementer(IJobHandler)
class ToldToSender:
    """Base of jobs of an incoming document that tell the sender's delivery something.

    A subclass gives ``tell(outgoing, delivery, params)``, which may be called again with what it was told before.
    """

    max_attempts = 8
    timeout = 60

    def run(self, record, job):
        """See IJobHandler; ``record`` is the incoming document. :raises JobFailed: the sender's record is gone."""
        outgoing = uuidToObject(record.source_uid, unrestricted=True)
        delivery = delivery_of(outgoing, IUUID(record)) if IOutgoingDocument.providedBy(outgoing) else None
        if delivery is None:
            raise JobFailed(_("job_sender_gone", default="Không tìm thấy văn bản của nơi gửi."), retry=False)
        self.tell(outgoing, delivery, job.params)
        outgoing.reindexObject()

    def failed(self, record, job):
        """Nothing follows: the job itself shows that the sender was not told."""


class DeliveryStatus(ToldToSender):
    """A state that has been reached is not reached again."""

    def tell(self, outgoing, delivery, params):
        IDeliveries(outgoing).move(delivery.id, params["status"], detail=params["detail"])


def delivery_of(outgoing, incoming_uid):
    """The delivery that made the incoming document, or None."""
    for delivery in IDeliveries(outgoing).all():
        if delivery.incoming == incoming_uid:
            return delivery
    return None
