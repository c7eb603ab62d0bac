"""The jobs of the link: a report is sent, the connection is tried out; and what waited goes on when the link is on."""

from datetime import timedelta
from plone import api
from qlvb.content import _
from qlvb.content.clock import now
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.lookup import find_record
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.outbox.transactions import OwnTransactions
from qlvb.workflows.tasklink.client import NotTaken
from qlvb.workflows.tasklink.client import send_report
from qlvb.workflows.tasklink.client import try_out
from qlvb.workflows.tasklink.exchange import change_exchange
from qlvb.workflows.tasklink.exchange import exchange_of
from qlvb.workflows.tasklink.interfaces import ITaskLink
from qlvb.workflows.tasklink.reporting import ask_sending
from uuid import uuid4
from zope.component import getUtility
from zope.interface import implementer


TEST = "province_test"


@implementer(IJobHandler)
class SendReport:
    """Sends one report. Twenty-four attempts with growing pauses (5 s to 6 h) are about three days: a weekend without
    the other side loses nothing. A second sending of the same report has the same id.
    """

    max_attempts = 24
    timeout = 60

    def run(self, task, job):
        link = getUtility(ITaskLink)
        dispatch = exchange_of(task).get(job.params["report"])
        if not link.enabled:
            return  # it waits; the periodic work goes on when the link is on again
        if dispatch is None or dispatch.state != "queued":
            ask_sending(task)  # answered meanwhile: the next one
            return
        try:
            state, error = send_report(link.settings["address"], link.token(), dispatch.payload()), ""
        except NotTaken as refused:
            state, error = "failed", refused.message
        _settled(task, dispatch, state, error)

    def failed(self, task, job):
        dispatch = exchange_of(task).get(job.params["report"])
        if dispatch is not None and dispatch.state == "queued":
            _settled(task, dispatch, "failed", job.error)


def _settled(task, dispatch, state, error):
    change_exchange(task).sent = now()
    dispatch.settle(state, error)
    getUtility(ITaskLink).note("out", task.province_number, dispatch.event, state, error)
    ask_sending(task)


def send_again(task):
    """Reports that failed wait again, in their order; returns how many."""
    failed = change_exchange(task).failed()
    for dispatch in failed:
        dispatch.settle("queued")
    getUtility(ITaskLink).put_in_line(task.UID(), True)
    ask_sending(task)
    return len(failed)


@implementer(IJobHandler)
class TestLink:
    """Tries out address and token, on the desk of whoever asked."""

    max_attempts = 1
    timeout = 60

    def run(self, desk, job):
        link = getUtility(ITaskLink)
        try:
            try_out(link.settings["address"], link.token())
        except NotTaken as refused:
            raise JobFailed(refused.message, retry=False) from refused

    def failed(self, desk, job):
        """Nothing to do: the job itself says what was wrong."""


def ask_test(userid):
    """Ask for a try-out of the link; returns the IJob. One that is still under way is the answer."""
    jobs = _desk_jobs(getUtility(IDesks).open(userid))
    live = next((job for job in jobs.all() if job.kind == TEST and job.state in ("queued", "running")), None)
    return live or jobs.enqueue(TEST, uuid4().hex, {}, owner=userid)


def last_test(userid):
    """The newest try-out that the person asked for (IJob), or None."""
    desk = getUtility(IDesks).get(userid)
    found = [job for job in _desk_jobs(desk).all() if job.kind == TEST] if desk is not None else []
    return found[-1] if found else None


def _desk_jobs(desk):
    return IJobs(desk.__of__(api.portal.get()))


@implementer(IPeriodicWork)
class ResumeReports:
    """See IPeriodicWork: what was reported while the link was off goes on its way, and the log is kept short."""

    title = _("periodic_tasklink", default="Gửi báo cáo nhiệm vụ còn chờ về hệ thống của tỉnh")
    interval = timedelta(minutes=1)

    def __init__(self, transactions=None):
        self.transactions = transactions or OwnTransactions()

    def run(self, now):
        """Returns how many tasks were looked at, and how many lines of the log went."""
        self.transactions.refresh()
        link = getUtility(ITaskLink)
        waiting = link.waiting() if link.enabled else []
        for uid in waiting:
            self.transactions.attempt(lambda uid=uid: _resume(uid))
        return {"waiting": len(waiting), "pruned": self.transactions.attempt(lambda: getUtility(ITaskLink).prune())}


def _resume(uid):
    task = find_record(uid)
    if task is None:
        getUtility(ITaskLink).put_in_line(uid, False)
    else:
        ask_sending(task)
