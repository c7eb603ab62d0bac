"""Deliveries of an issued document: one persistent object per recipient, in an annotation of the outgoing document."""

from zope.interface import Attribute
from zope.interface import Interface


#: In the order in which they are reached; codes of QĐ 28/2018 where there are any.
DELIVERY_STATES = (
    "queued",
    "sent",
    "arrived",
    "refused",
    "accepted",
    "assigned",
    "in_progress",
    "finished",
    "failed",
    "manual",
)
STATUS_CODES = {
    "arrived": "01",
    "refused": "02",
    "accepted": "03",
    "assigned": "04",
    "in_progress": "05",
    "finished": "06",
}


class IDelivery(Interface):
    id = Attribute("str")
    recipient = Attribute("the recipients row (dict) at the time of issue")
    state = Attribute("one of DELIVERY_STATES; manual = post or outside, the clerk's hand")
    history = Attribute("list of (when, state, detail, by)")
    incoming = Attribute("UID of the recipient's record or ''")
    attempts = Attribute("int")
    previous = Attribute("id of the delivery that it repeats, or ''")
    detail = Attribute("str: what was said with the last change of state")


class IDeliveries(Interface):
    """Adapter of IOutgoingDocument."""

    def all():
        """list of IDelivery."""

    def get(delivery_id):
        """IDelivery, or None."""

    def resendable():
        """Refused or failed ones that nobody has sent again: list of IDelivery."""

    def send(rows, by):
        """Make deliveries for recipient rows and enqueue them; returns them."""

    def resend(delivery_id, by):
        """Send again after refused or failed: a new delivery that points to the old."""

    def move(delivery_id, state, detail="", by="system"):
        """Record a state that came back; never backwards. True if it moved."""
