"""The jobs of a record: what was asked for, how often it was tried, what came of it."""

from BTrees.OOBTree import OOBTree
from datetime import timedelta
from persistent import Persistent
from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content.clock import now
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.kept import kept_under
from qlvb.content.text import nfc_tree
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox import wake
from qlvb.workflows.outbox.interfaces import IJob
from qlvb.workflows.outbox.interfaces import IJobs
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = "qlvb.jobs"
LIVE = ("queued", "running")

#: Back-off before the second attempt; it doubles with every further one.
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=6)


def back_off(attempts):
    """The wait before the next attempt after ``attempts`` attempts have failed: 5 s, 10 s, 20 s …, at most six
    hours.
    """
    return min(FIRST_WAIT * 2 ** min(max(attempts - 1, 0), 20), LONGEST_WAIT)


@implementer(IJob)
class Job(Persistent):
    """One piece of work that a worker owes the record."""

    error = ""
    finished = None
    worker = ""  # id of the worker that holds it
    lease = None  # until when that worker may be believed to be at it

    def __init__(self, kind, key, params, owner):
        self.id = uuid4().hex
        self.kind = kind
        self.key = key
        self.params = PersistentMapping(nfc_tree(params or {}))
        self.state = "queued"
        self.attempts = 0
        self.owner = owner
        self.created = self.next_try = now()

    def as_json(self):
        """dict of JSON values; what the record's screen and ``@jobs`` show."""
        return {
            "id": self.id,
            "kind": self.kind,
            "state": self.state,
            "attempts": self.attempts,
            "error": self.error,
            "owner": self.owner,
            "created": self.created.isoformat(),
            "next_try": self.next_try.isoformat() if self.state == "queued" else None,
            "finished": self.finished.isoformat() if self.finished else None,
        }


@implementer(IJobs)
@adapter(IRecord)
class Jobs:
    """Jobs in an annotation of the record, made on first write."""

    def __init__(self, record):
        self.record = record

    def enqueue(self, kind, key, params=None, owner="system", due=None):
        """See IJobs."""
        for job in self._stored().values():
            if job.kind == kind and job.key == key and job.state in LIVE:
                return job
        job = Job(kind, key, params, owner)
        job.next_try = due or job.next_try
        kept_under(self.record, ANNOTATION, OOBTree)[job.id] = job
        self._put_in_line(job)
        return job

    def get(self, job_id):
        """IJob, or None."""
        return self._stored().get(job_id)

    def all(self):
        """See IJobs; oldest first."""
        return sorted(self._stored().values(), key=lambda job: (job.created, job.id))

    def retry(self, job_id, by):
        """See IJobs.

        :raises Refused: 404 no such job, 409 it has not failed.
        """
        job = self.get(job_id)
        if job is None:
            raise Refused(
                Violation("job", "job_unknown", _("violation_job_unknown", default="Không có tác vụ này.")), status=404
            )
        if job.state != "failed":
            raise Refused(
                Violation(
                    "job",
                    "job_not_failed",
                    _("violation_job_not_failed", default="Chỉ chạy lại được tác vụ đã thất bại."),
                ),
                status=409,
            )
        job.state = "queued"
        job.attempts = 0
        job.finished = None
        job.next_try = now()
        self._put_in_line(job)
        IJournal(self.record).append("job.retried", by, {"kind": job.kind, "job": job.id})
        return job

    def forget(self, kind, before):
        """See IJobs."""
        stored = self._stored()
        old = [job.id for job in stored.values() if job.kind == kind and job.state == "done" and job.finished < before]
        for job_id in old:
            del stored[job_id]
        return len(old)

    def _stored(self):
        return IAnnotations(self.record).get(ANNOTATION) or {}

    def _put_in_line(self, job):
        queue.put(job.id, self.record, job.next_try, job.kind)
        wake.after_commit()
