"""What went to and fro about one task: our reports with what became of each, and what the province was answered."""

from BTrees.OOBTree import OOBTree
from qlvb.content.clock import now
from qlvb.content.kept import kept_under
from qlvb.workflows.links import exchange as links
from qlvb.workflows.tasklink.interfaces import IExchange
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


ANNOTATION = "qlvb.tasklink"


class Dispatch(links.Dispatch):
    """One report to the province."""


@implementer(IExchange)
class Exchange(links.Dispatches):
    """See IExchange; ``asked``: number of the report with the question that stands, 0 when none does."""

    revision = 0
    progress = 0
    asked = 0
    changed = None
    made_of = Dispatch

    def __init__(self):
        super().__init__()
        self.answered = OOBTree()

    def received(self):
        """The province has just said something."""
        self.changed = now()


EMPTY = Exchange()


def exchange_of(task):
    """The Exchange to read; an empty one when there is none."""
    return IAnnotations(task).get(ANNOTATION, EMPTY)


def change_exchange(task):
    """The Exchange to write, made on first write."""
    return kept_under(task, ANNOTATION, Exchange)
