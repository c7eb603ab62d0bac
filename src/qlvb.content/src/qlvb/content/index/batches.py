"""One Builder for all that one run of the indexing queue says, in Plone's catalogue and in the records index."""

from Products.CMFCore.indexing import getQueue
from qlvb.content.index.building import Builder
from threading import local


_running = local()


def begin():
    """A run begins: what it says is that of one moment."""
    _running.first, _running.builder = _first(), None


def end():
    """The transaction is over."""
    _running.first = _running.builder = None


def current_builder():
    """The Builder of the run at work; outside of one a new one."""
    first = _first()
    # Nobody is told when a run is at its end, but then its operations are no longer in the queue.
    if first is None or first is not getattr(_running, "first", None):
        return Builder()
    if _running.builder is None:
        _running.builder = Builder()
    return _running.builder


def _first():
    operations = getQueue().queue
    return operations[0] if operations else None
