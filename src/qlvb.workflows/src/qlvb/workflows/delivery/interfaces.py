"""Deliveries of an issued document: one persistent object per recipient, in an annotation of the outgoing document."""

from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent


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
    "recalled",
)
#: Only in the history: the delivery goes on in the state it had.
NOTED_STATES = ("recall_refused",)
STATUS_CODES = {
    "arrived": "01",
    "refused": "02",
    "accepted": "03",
    "assigned": "04",
    "in_progress": "05",
    "finished": "06",
    "recalled": "15",
    "recall_refused": "16",
}
#: What a sender may ask of those who have the document: give it up, take another in its place, note a correction.
RECALL_KINDS = ("recall", "replace", "update")
#: Where one recipient stands with it; manual = he is outside this site, the clerk tells him and notes the answer.
RECALL_STATES = ("asked", "agreed", "refused", "manual")


class IDelivery(Interface):
    """The sending of a document to one of its recipients, and what came of it."""

    id = Attribute("str")
    recipient = Attribute("the recipients row (dict) at the time of issue")
    state = Attribute("one of DELIVERY_STATES; manual = post or outside, the clerk's hand")
    history = Attribute("list of (when, state, detail, by)")
    incoming = Attribute("UID of the recipient's record or ''")
    attempts = Attribute("int")
    previous = Attribute("id of the delivery that it repeats, or ''")
    detail = Attribute("str: what was said with the last change of state")
    recall = Attribute("mapping of the last recall, or None: reference, kind, state (RECALL_STATES), successor, since")


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


class IRecalls(Interface):
    """Adapter of IOutgoingDocument: what the sender asked back, and how each recipient answered.

    A refusal leaves the delivery in its state (the recipient goes on with the document); it stands in ``recall`` and
    in the history as ``recall_refused`` (16). A consent to *recall* or *replace* ends the delivery: ``recalled`` (15).
    """

    def ask(kind, reason, by, successor_uid=""):
        """Ask everybody who has it, by jobs; returns the list of IDelivery that are asked.

        Those whom it never reached (refused, failed) are left out; those outside the site become ``manual``.
        """

    def answer(delivery_id, reference, agreed, by, detail=""):
        """Note the recipient's answer to the recall ``reference``; True if it was awaited."""

    def asked():
        """Deliveries whose recipient was asked, answered or not: list of IDelivery."""

    def awaited():
        """Deliveries whose recipient has not answered yet, manual ones included: list of IDelivery."""


class IRecallRequest(Interface):
    """What a sender asks of the recipient of one document. Answered ones never change."""

    id = Attribute("str")
    kind = Attribute("one of RECALL_KINDS")
    reason = Attribute("str")
    by_agency = Attribute("id of the agency that asks")
    successor_uid = Attribute("UID of the sender's outgoing document that recalls, replaces or corrects; or ''")
    since = Attribute("datetime, aware")
    answer = Attribute("agreed, refused, or '' while open")
    answered = Attribute("datetime or None")
    answered_by = Attribute("userid or ''")
    answer_reason = Attribute("str")


class IRecallAsked(IObjectEvent):
    """A sender has asked for a document back; ``object`` is the recipient's record."""

    request = Attribute("IRecallRequest")


class IRecallRequests(Interface):
    """Adapter of IIncomingDocument: what the sender asks of its recipient. Created by the first request, never by
    reading. Reindexing is the caller's task.
    """

    def ask(kind, reason, by_agency, successor_uid="", reference=""):
        """Put a request before the recipient; returns IRecallRequest. The same ``reference`` twice asks once.

        A request that is still open is taken over by a newer one (``superseded`` in the journal).
        """

    def all():
        """Oldest first: list of IRecallRequest."""

    def pending():
        """The one that waits for an answer, or None."""

    def successor():
        """The recipient's own copy of what takes the document's place or recalls it: IIncomingDocument, or None."""

    def answer(agreed, by, reason=""):
        """Close the open request and tell the sender by a job; returns it.

        :raises Refused: 409 nothing is asked (any more).
        """
