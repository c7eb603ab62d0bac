"""Trying a link out, on the desk of whoever asks; and what waited goes on when a link is on again."""

from datetime import timedelta
from plone import api
from qlvb.content.desks.interfaces import IDesks
from qlvb.workflows.links.client import NotTaken
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.outbox.transactions import OwnTransactions
from uuid import uuid4
from zope.component import getUtility
from zope.interface import implementer


@implementer(IJobHandler)
class TryOut:
    """Tries out address and token of a link. A subclass says ``kind``, ``link_interface``, and how in ``call``."""

    kind = ""
    link_interface = None
    max_attempts = 1
    timeout = 60

    def call(self, address, token):
        """Ask the other side for something harmless. :raises NotTaken: and :raises JobFailed: as the client."""
        raise NotImplementedError(type(self).__name__)

    def run(self, desk, job):
        link = getUtility(self.link_interface)
        try:
            self.call(link.settings["address"], link.token())
        except NotTaken as refused:
            raise JobFailed(refused.message, retry=False) from refused

    def failed(self, desk, job):
        """Nothing to do: the job itself says what was wrong."""


def ask_test(kind, userid):
    """Ask for a try-out; returns the IJob. One that is still under way is the answer."""
    jobs = _desk_jobs(getUtility(IDesks).open(userid))
    live = next((job for job in jobs.all() if job.kind == kind and job.state in ("queued", "running")), None)
    return live or jobs.enqueue(kind, uuid4().hex, {}, owner=userid)


def last_test(kind, userid):
    """The newest try-out that the person asked for (IJob), or None."""
    desk = getUtility(IDesks).get(userid)
    found = [job for job in _desk_jobs(desk).all() if job.kind == kind] if desk is not None else []
    return found[-1] if found else None


def _desk_jobs(desk):
    return IJobs(desk.__of__(api.portal.get()))


@implementer(IPeriodicWork)
class Resume:
    """See IPeriodicWork: what was said while the link was off goes on its way, and the log is kept short."""

    title = ""
    line = None
    interval = timedelta(minutes=1)

    def __init__(self, transactions=None):
        self.transactions = transactions or OwnTransactions()

    def run(self, now):
        """Returns how many records were looked at, and how many lines of the log went."""
        self.transactions.refresh()
        link = self.line.link
        waiting = link.waiting() if link.enabled else []
        for uid in waiting:
            self.transactions.attempt(lambda uid=uid: self.line.resume(uid))
        return {"waiting": len(waiting), "pruned": self.transactions.attempt(lambda: self.line.link.prune())}
