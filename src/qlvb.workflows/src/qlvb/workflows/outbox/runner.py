"""Runs jobs: claim, work and result in transactions of their own, so that a job is neither lost nor done twice.

A job is *claimed* by a committed change of its state: of two workers that reach for it, the second gets a conflict.
Work and result are one transaction: a worker killed in the middle leaves a claimed job and nothing else, and the claim
ends when the worker is known to be dead or the lease runs out.
"""

from datetime import timedelta
import logging
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content.clock import now
from qlvb.content.exposures.lid import closed_by
from qlvb.content.holds.storing import by_the_rules
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.claims import worker_is_dead
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.outbox.jobs import back_off
from qlvb.workflows.outbox.limits import JobTimeout
from qlvb.workflows.outbox.limits import time_limit
from qlvb.workflows.outbox.transactions import OwnTransactions
from transaction.interfaces import TransientError
from zope.component import queryUtility
from zope.i18n import translate
from zope.interface import implementer


logger = logging.getLogger(__name__)

DEFAULT_ATTEMPTS = 5
DEFAULT_TIMEOUT = 120  # seconds
OUT_OF_REACH = 503
#: The lease outlives the time limit, so that a slow job is stopped by its own worker before another one takes it.
LEASE_MARGIN = timedelta(seconds=60)
#: Jobs of a record that is closed as secret material are looked at again after this time.
WHILE_CLOSED = timedelta(minutes=5)


@implementer(IRunner)
class Runner:
    """See IRunner. ``transactions`` says what "a transaction of its own" is (tests run jobs in savepoints)."""

    def __init__(self, transactions=None, worker="inline"):
        self.transactions = transactions or OwnTransactions()
        self.worker = worker

    def run_pending(self, limit=None):
        """See IRunner."""
        ran = 0
        while True:
            before = ran
            self.transactions.refresh()
            for due, job_id, uid, path in queue.pending():
                if due > now() or ran == limit:
                    break
                ran += self._run(job_id, uid, path)
            if ran in (before, limit):
                return ran

    def _run(self, job_id, uid, path):
        """Claim and run one job; returns 1 if it ran, 0 if it was gone or another's."""
        try:
            kind = self.transactions.attempt(lambda: self._claim(job_id, uid, path), tries=1)
        except TransientError:
            return 0
        if not kind:
            return 0
        handler = queryUtility(IJobHandler, name=kind)
        try:
            if handler is None:
                raise JobFailed(
                    _("job_no_handler", default="Hệ thống chưa có bộ xử lý cho loại tác vụ này."), retry=False
                )
            self.transactions.attempt(lambda: self._work(handler, job_id, uid, path))
        except JobFailed as failure:
            self._note_failure(handler, job_id, uid, path, failure.message, failure.retry)
        except Refused as refused:
            message = " ".join(translate(violation.message, target_language="vi") for violation in refused.violations)
            # What is out of reach now may be there later; what the rules refuse stays refused.
            self._note_failure(handler, job_id, uid, path, message, retry=refused.status == OUT_OF_REACH)
        except JobTimeout:
            message = _("job_timeout", default="Quá thời gian cho phép, hệ thống sẽ thử lại.")
            self._note_failure(handler, job_id, uid, path, message, retry=True)
        except TransientError:
            message = _("job_conflict", default="Văn bản đang được nhiều người cập nhật, hệ thống sẽ thử lại.")
            self._note_failure(handler, job_id, uid, path, message, retry=True)
        except Exception:
            # One broken job must not stop everybody else's work: whatever it raised is logged in full and told in
            # general.
            logger.exception("Job %s of %s (%s) broke", job_id, path, kind)
            message = _("job_broke", default="Lỗi hệ thống khi thực hiện tác vụ; quản trị hệ thống đã có nhật ký lỗi.")
            self._note_failure(handler, job_id, uid, path, message, retry=True)
        return 1

    def _claim(self, job_id, uid, path):
        record, job = self._find(job_id, uid, path)
        if job is None or job.state not in ("queued", "running"):
            queue.drop(job_id)
            return None
        if job.state == "running":
            if job.lease and job.lease > now() and not worker_is_dead(job.worker):
                return None
            job.error = _("job_worker_lost", default="Tiến trình xử lý đã dừng giữa chừng, hệ thống làm lại.")
        handler = queryUtility(IJobHandler, name=job.kind)
        if closed_by(record) and not getattr(handler, "runs_when_closed", False):
            # Reported as secret material: nothing is sent, drawn or read until that is lifted, and nothing is lost.
            job.state, job.next_try = "queued", now() + WHILE_CLOSED
            queue.put(job_id, record, job.next_try, job.kind)
            return None
        job.state = "running"
        job.attempts += 1
        job.worker = self.worker
        job.lease = now() + timedelta(seconds=getattr(handler, "timeout", DEFAULT_TIMEOUT)) + LEASE_MARGIN
        return job.kind

    def _work(self, handler, job_id, uid, path):
        record, job = self._find(job_id, uid, path)
        if job is None:
            raise JobFailed(_("job_record_gone", default="Văn bản không còn trong hệ thống."), retry=False)
        by_the_rules()
        with time_limit(getattr(handler, "timeout", DEFAULT_TIMEOUT)):
            handler.run(record, job)
        job.state = "done"
        job.error = ""
        job.finished = now()
        queue.drop(job_id)

    def _note_failure(self, handler, job_id, uid, path, message, retry):
        def note():
            record, job = self._find(job_id, uid, path)
            if job is None:
                queue.drop(job_id)
                return False
            job.error = message
            if retry and job.attempts < getattr(handler, "max_attempts", DEFAULT_ATTEMPTS):
                job.state = "queued"
                job.next_try = now() + back_off(job.attempts)
                queue.put(job_id, record, job.next_try, job.kind)
                return False
            job.state = "failed"
            job.finished = now()
            queue.fail(job_id, record, job.finished, job.kind)
            detail = {"kind": job.kind, "job": job.id, "error": translate(message, target_language="vi")}
            IJournal(record).append("job.failed", "system", detail)
            return True

        if self.transactions.attempt(note) and handler is not None:
            try:
                self.transactions.attempt(lambda: handler.failed(*self._find(job_id, uid, path)))
            except Exception:
                # The job itself is already noted as failed; a broken follow-up must not stop the other jobs.
                logger.exception("The follow-up of the failed job %s of %s broke", job_id, path)

    def _find(self, job_id, uid, path):
        """(record, job), or (None, None); by path, or by UID when the record has moved."""
        portal = api.portal.get()  # with its request, without which ``++desk++…`` leads nowhere
        record = portal.unrestrictedTraverse(path, None)
        if record is None or IUUID(record, None) != uid:
            brains = portal.portal_catalog.unrestrictedSearchResults(UID=uid)
            record = brains[0]._unrestrictedGetObject() if brains else None
        jobs = IJobs(record, None)
        job = jobs.get(job_id) if jobs is not None else None
        return (record, job) if job is not None else (None, None)
