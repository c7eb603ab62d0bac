"""What goes to another system about one record: messages in their order, with what became of each."""

from persistent import Persistent
from persistent.list import PersistentList
from qlvb.content.clock import now
from qlvb.content.text import nfc_tree
from uuid import uuid4


class Dispatch(Persistent):
    """One message to the other system: ``seq`` counts those of the record from 1, ``body`` is what is sent (dict of
    JSON values); ``state`` is one of REPORT_STATES, ``error`` a message for people.
    """

    state = "queued"
    error = ""
    settled = None  # datetime of the last answer

    def __init__(self, seq, event, body):
        self.id = uuid4().hex
        self.seq = seq
        self.event = event
        self.when = now()
        self.body = nfc_tree(body)

    def settle(self, state, error=""):
        """It was sent, confirmed, or failed; or waits again."""
        self.state = state
        self.error = error
        self.settled = now()

    def payload(self):
        """dict of JSON values: the whole message as it goes over the wire."""
        return {"id": self.id, "seq": self.seq, "event": self.event, "when": self.when.isoformat(), **self.body}


class Dispatches(Persistent):
    """The messages of one record, oldest first. ``sent``: when one was sent last, written by its job so that a message
    made meanwhile conflicts with it and is not missed.
    """

    sent = None
    made_of = Dispatch

    def __init__(self):
        self.reports = PersistentList()

    def add(self, event, body):
        """Keep a message that is to be sent; returns the Dispatch."""
        made = self.made_of(len(self.reports) + 1, event, body)
        self.reports.append(made)
        return made

    def get(self, dispatch_id):
        """Dispatch, or None."""
        return next((one for one in self.reports if one.id == dispatch_id), None)

    def first_queued(self):
        """The message that goes next, or None: they go in the order in which they were made."""
        return next((one for one in self.reports if one.state == "queued"), None)

    def failed(self):
        """Messages that did not arrive: list."""
        return [one for one in self.reports if one.state == "failed"]

    def state(self):
        """How the link of the record stands: ``failed``, ``queued``, ``sent``, ``confirmed``, or ``none`` before the
        first message.
        """
        states = {one.state for one in self.reports}
        return next((state for state in ("failed", "queued", "sent", "confirmed") if state in states), "none")
