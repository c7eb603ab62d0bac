"""What the records index keeps of deliveries."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.interfaces import IIndexRows
from qlvb.workflows.delivery.interfaces import IDeliveries
from zope.component import adapter
from zope.interface import implementer


@implementer(IIndexRows)
@adapter(IOutgoingDocument)
class DeliveryRows:
    """A row per sending to one recipient."""

    def __init__(self, record):
        self.record = record

    def rows(self):
        """See IIndexRows."""
        return {"deliveries": [row_of(delivery) for delivery in IDeliveries(self.record).all()]}


def row_of(delivery):
    """dict: columns of ``deliveries``."""
    recipient = delivery.recipient
    return {
        "delivery": delivery.id,
        "recipient": recipient.get("agency", ""),
        "name": recipient.get("name", ""),
        "channel": recipient.get("channel", ""),
        "state": delivery.state,
        "sent": delivery.history[0][0].timestamp(),
        "changed": delivery.history[-1][0].timestamp(),
    }
