"""Trying a link out, on the desk of whoever asks; and what waited goes on when a link is on again."""

from datetime import timedelta
from plone import api
from qlvb.content.desks.interfaces import IDesks
from qlvb.workflows.links.client import NotTaken
from qlvb.workflows.links.client import ask
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
    """Tries out address and token of a link. A subclass says ``line``, and in ``path`` where the other side tells how
    it is.
    """

    line = None
    path = ""
    max_attempts = 1
    timeout = 60

    def run(self, desk, job):
        link = self.line.link_named(job.params.get("system", ""))
        try:
            ask("GET", f"{link.settings['address']}/{self.path}", link.token())
        except NotTaken as refused:
            raise JobFailed(refused.message, retry=False) from refused

    def failed(self, desk, job):
        """Nothing to do: the job itself says what was wrong."""


def ask_test(kind, userid, system=""):
    """Ask for a try-out; returns the IJob. One that is still under way is the answer. ``system``: name of the link."""
    last = last_test(kind, userid, system)
    if last is not None and last.state in ("queued", "running"):
        return last
    jobs = _desk_jobs(getUtility(IDesks).open(userid))
    return jobs.enqueue(kind, uuid4().hex, {"system": system} if system else {}, owner=userid)


def last_test(kind, userid, system=""):
    """The newest try-out of this link that the person asked for (IJob), or None."""
    desk = getUtility(IDesks).get(userid)
    found = _desk_jobs(desk).all() if desk is not None else []
    own = [job for job in found if job.kind == kind and job.params.get("system", "") == system]
    return own[-1] if own else None


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
        done = {"waiting": 0, "pruned": 0}
        for link in self.line.links():
            waiting = link.waiting() if link.enabled else []
            for uid in waiting:
                self.transactions.attempt(lambda link=link, uid=uid: self.line.resume(link, uid))
            done["waiting"] += len(waiting)
            done["pruned"] += self.transactions.attempt(link.prune)
        return done
