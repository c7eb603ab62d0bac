"""Jobs. The truth of a job is on its record (ZODB), atomic with the change that asked for it; the runner only
executes.
"""

from zope.interface import Attribute
from zope.interface import Interface


class IJob(Interface):
    """A piece of work that waits on a record for the worker."""

    id = Attribute("str")
    kind = Attribute("convert, deliver, delivery_status, …: name of the IJobHandler")
    key = Attribute("idempotency key: one live job per record, kind and key")
    params = Attribute("dict, JSON values")
    state = Attribute("queued, running, done, failed")
    attempts = Attribute("int")
    next_try = Attribute("datetime")
    error = Attribute("str: message for people")
    owner = Attribute("userid")
    created = Attribute("datetime")
    finished = Attribute("datetime or None")


class IJobs(Interface):
    """Adapter of IRecord, and of a person's desk."""

    def enqueue(kind, key, params=None, owner="system", due=None):
        """Ask for work, ``due`` (aware datetime) at once or later; returns IJob (the live one with the same kind and
        key if there is one).
        """

    def get(job_id):
        """IJob, or None."""

    def all():
        """list of IJob."""

    def retry(job_id, by):
        """Set a failed job going again."""

    def forget(kind, before):
        """Drop the jobs of the kind that were done before the moment ``before``; returns how many. What failed
        stays.
        """


class IJobHandler(Interface):
    """Named utility; the name is the kind."""

    max_attempts = Attribute("int")
    timeout = Attribute("seconds a run may take; optional, 120 by default")
    runs_when_closed = Attribute("bool: runs while its record is closed as secret material; optional, False by default")

    def run(record, job):
        """Do the work in the current transaction. Must be repeatable.

        :raises JobFailed: with ``retry`` True (later again) or False (give up), and a message for people.
        """

    def failed(record, job):
        """Called in its own transaction when the job has failed for good."""


class IRunner(Interface):
    """Utility."""

    def run_pending(limit=None):
        """Run due jobs one after another, each in its own transaction with conflict retries; returns how many ran.

        Goes on until nothing is due, jobs asked for by jobs included. Uncommitted changes of the caller are dropped.
        Used by the worker's sweep and by tests; the integration layer's runner works in savepoints and drops
        nothing.
        """


class IPeriodicWork(Interface):
    """Named utility: work that comes again and again, such as looking into a mailbox. The worker runs what is due."""

    title = Attribute("message id")
    interval = Attribute("timedelta between the beginnings of two runs")

    def run(now):
        """Do it, in short transactions of its own; ``now`` is an aware datetime. Must be repeatable.

        Returns a dict of JSON values for the log. One that raises is logged, and does not stop the others.
        """


class JobFailed(Exception):
    """Work that could not be done."""

    def __init__(self, message, retry=True):
        self.message = message
        self.retry = retry
        super().__init__(message)
