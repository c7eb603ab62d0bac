"""Work that people have asked for, kept on their desks with what they sent until it is forgotten: imports, ingests."""

from BTrees.OOBTree import OOBTree
from plone import api
from qlvb.content import _
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.kept import kept_under
from qlvb.content.violations import Refused
from qlvb.workflows.outbox import jobs as outbox_jobs
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import JobFailed
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


def still_wanted(find, run_id):
    """What a job works on, found by ``find(run_id)``; None when it was forgotten meanwhile, or has been done."""
    try:
        run = find(run_id)
    except Refused:
        return None
    return run if run.finished is None else None


def check_owner(userid):
    """:raises JobFailed: for good, the account of the person who asked is gone."""
    if api.user.get(userid=userid) is None:
        raise JobFailed(_("job_owner_gone", default="Tài khoản của người yêu cầu không còn."), retry=False)


class AskedRuns:
    """Base: those of one person. A run has ``id``, ``agency``, ``key``, ``created``, ``started``, ``finished`` and
    ``job`` (id of its last job).
    """

    annotation = ""
    #: Kind of its jobs, and the parameter of them that holds the run's id.
    kind, parameter = "", ""
    #: Ended ones that are remembered; the oldest go.
    most_kept = 20
    #: Violations: there is no such run; it goes on.
    unknown = running = None

    def __init__(self, userid):
        self.userid = userid

    def of(self, agency_id):
        """Those of an agency, the newest first: list."""
        found = [run for run in self._stored().values() if run.agency == agency_id]
        return sorted(found, key=lambda run: run.created, reverse=True)

    def get(self, run_id, agency_id=None):
        """:raises Refused: 404 there is none, it is another's, or of another agency."""
        run = self._stored().get(run_id) if isinstance(run_id, str) else None
        if run is None or (agency_id is not None and run.agency != agency_id):
            raise Refused(self.unknown, status=404)
        return run

    def known(self, agency_id, key):
        """The run that was asked for with this key, or None."""
        return next((run for run in self.of(agency_id) if key and run.key == key), None)

    def keep(self, run):
        """Put a new one on the person's desk, which is made when it is missing."""
        kept_under(getUtility(IDesks).open(self.userid), self.annotation, OOBTree)[run.id] = run

    def enqueue(self, run, key):
        """Ask for a job that works on the run; the same ``key`` again is the same job."""
        job = IJobs(self.placed()).enqueue(self.kind, key, {self.parameter: run.id}, owner=self.userid)
        run.job = job.id

    def job(self, run):
        """The IJob, or None."""
        return IJobs(self.placed()).get(run.job) if self._desk is not None else None

    def state(self, run):
        """queued, running, done or failed."""
        if run.finished is not None:
            return "done"
        job = self.job(run)
        if job is None or job.state == "failed":
            return "failed"
        return "running" if run.started is not None else job.state

    def remove(self, run):
        """Forget one that has ended; what it made stays. :raises Refused: 409 it goes on."""
        if self._goes_on(run):
            raise Refused(self.running, status=409)
        self._forget(run)

    def placed(self):
        """The desk, where jobs find it."""
        return self._desk.__of__(api.portal.get())

    @property
    def _desk(self):
        return getUtility(IDesks).get(self.userid)

    def _stored(self):
        return IAnnotations(self._desk).get(self.annotation, {}) if self._desk is not None else {}

    def _goes_on(self, run):
        return self.state(run) in ("queued", "running")

    def forget_old(self):
        """Keep the newest ``most_kept`` of those that have ended."""
        ended = [run for run in self._stored().values() if not self._goes_on(run)]
        for run in sorted(ended, key=lambda run: run.created, reverse=True)[self.most_kept :]:
            self._forget(run)

    def _forget(self, run):
        del self._stored()[run.id]
        jobs = IAnnotations(self._desk).get(outbox_jobs.ANNOTATION, {})
        own = [job.id for job in jobs.values() if (job.kind, job.params.get(self.parameter)) == (self.kind, run.id)]
        for job_id in own:
            queue.drop(job_id)
            del jobs[job_id]
