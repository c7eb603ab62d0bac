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
class DeliveryStatus:
    """Repeatable: a state that has been reached is not reached again."""

    max_attempts = 8
    timeout = 60

    def run(self, record, job):
        """See IJobHandler; ``record`` is the incoming document. :raises JobFailed: the sender's record is gone."""
        outgoing = uuidToObject(record.source_uid, unrestricted=True)
        delivery = delivery_of(outgoing, IUUID(record)) if IOutgoingDocument.providedBy(outgoing) else None
        if delivery is None:
            raise JobFailed(_("job_sender_gone", default="Không tìm thấy văn bản của nơi gửi."), retry=False)
        IDeliveries(outgoing).move(delivery.id, job.params["status"], detail=job.params["detail"])
        outgoing.reindexObject()

    def failed(self, record, job):
        """Nothing follows: the job itself shows that the sender was not told."""


def delivery_of(outgoing, incoming_uid):
    """The delivery that made the incoming document, or None."""
    for delivery in IDeliveries(outgoing).all():
        if delivery.incoming == incoming_uid:
            return delivery
    return None
