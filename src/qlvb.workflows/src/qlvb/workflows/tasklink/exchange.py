"""What went to and fro about one task: our reports with what became of each, and what the province was answered."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from persistent.list import PersistentList
from qlvb.content.clock import now
from qlvb.content.text import nfc_tree
from qlvb.workflows.tasklink.interfaces import IExchange
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


ANNOTATION = "qlvb.tasklink"


class Dispatch(Persistent):
    """One report to the province: ``seq`` counts those of the task from 1, ``body`` is what is sent (dict of JSON
    values); ``state`` is one of REPORT_STATES, ``error`` a message for people.
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
        """dict of JSON values: the whole report as it goes over the wire."""
        return {"id": self.id, "seq": self.seq, "event": self.event, "when": self.when.isoformat(), **self.body}


@implementer(IExchange)
class Exchange(Persistent):
    """See IExchange; ``asked``: number of the report with the question that stands, 0 when none does; ``sent``:
    when a report was sent last, written by its job so that a report made meanwhile conflicts with it and is not missed.
    """

    revision = 0
    progress = 0
    asked = 0
    changed = None
    sent = None

    def __init__(self):
        self.reports = PersistentList()
        self.answered = OOBTree()

    def add(self, event, body):
        """Keep a report that is to be sent; returns the Dispatch."""
        made = Dispatch(len(self.reports) + 1, event, body)
        self.reports.append(made)
        return made

    def get(self, dispatch_id):
        """Dispatch, or None."""
        return next((one for one in self.reports if one.id == dispatch_id), None)

    def first_queued(self):
        """The report that goes next, or None: they go in the order in which they were made."""
        return next((one for one in self.reports if one.state == "queued"), None)

    def failed(self):
        """Reports that did not arrive: list."""
        return [one for one in self.reports if one.state == "failed"]

    def state(self):
        """How the link of the task stands: ``failed``, ``queued``, ``sent``, ``confirmed``, or ``none`` before the
        first report.
        """
        states = {one.state for one in self.reports}
        return next((state for state in ("failed", "queued", "sent", "confirmed") if state in states), "none")

    def received(self):
        """The province has just said something."""
        self.changed = now()


EMPTY = Exchange()


def exchange_of(task):
    """The Exchange to read; an empty one when there is none."""
    return IAnnotations(task).get(ANNOTATION, EMPTY)


def change_exchange(task):
    """The Exchange to write, made on first write."""
    annotations = IAnnotations(task)
    if ANNOTATION not in annotations:
        annotations[ANNOTATION] = Exchange()
    return annotations[ANNOTATION]
