"""Where an issued document sits because of its deliveries."""

from qlvb.content.clock import VIETNAM
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.workflows.delivery.interfaces import IDeliveries
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


@implementer(IBoxTokens)
@adapter(IOutgoingDocument)
class DeliveryTokens:
    """Boxes of the clerk: on its way and not arrived, sent back or failed (also: today), still to be posted."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """See IBoxTokens."""
        deliveries = IDeliveries(self.record).all()
        if not deliveries:
            return []
        agency = getUtility(IDirectory).agency_of(self.record)
        clerk = group_id(agency.id, "clerk")
        states = {delivery.state for delivery in deliveries if delivery.recipient["channel"] == "internal"}
        boxes = []
        if states & {"queued", "sent"}:
            boxes.append("outgoing.not_arrived")
        sent_back = IDeliveries(self.record).resendable()
        if sent_back:
            boxes.append("outgoing.refused")
        if any(delivery.state == "manual" for delivery in deliveries):
            boxes.append("outgoing.to_post")
        days = {delivery.history[-1][0].astimezone(VIETNAM).date().toordinal() for delivery in sent_back}
        today = [f"outgoing.refused_today|{clerk}|{max(days)}"] if days else []
        return [f"{box}|{clerk}" for box in boxes] + today
