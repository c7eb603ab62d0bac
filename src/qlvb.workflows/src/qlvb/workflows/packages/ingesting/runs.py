"""Ingests that people have asked for: on their desks, with the uploaded file until they are forgotten."""

from BTrees.OOBTree import OOBTree
from pathlib import Path
from persistent import Persistent
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox import jobs as outbox_jobs
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.packages.interfaces import INGEST_JOB
from uuid import uuid4
from ZODB.blob import Blob
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.ingests"
MOST_KEPT = 20
CHUNK = 1 << 20


class Ingest(Persistent):
    """One SIP sent. ``refused``: the findings are errors, nothing was made; ``dossier``: UID of what was made."""

    job = ""
    finished = None
    refused = False
    findings = ()
    dossier = ""
    documents = 0
    object_id = ""

    def __init__(self, agency_id, filename, only_check, historical, key):
        self.id = uuid4().hex
        self.agency = agency_id
        self.filename = filename
        self.only_check = only_check
        self.historical = historical
        self.key = key
        self.created = clock.now()
        self.blob = Blob()


class Ingests:
    """Those of one person."""

    def __init__(self, userid):
        self.userid = userid

    @property
    def _desk(self):
        return getUtility(IDesks).get(self.userid)

    def _stored(self):
        return IAnnotations(self._desk).get(ANNOTATION, {}) if self._desk is not None else {}

    def of(self, agency_id):
        """Newest first: list of Ingest."""
        found = [run for run in self._stored().values() if run.agency == agency_id]
        return sorted(found, key=lambda run: run.created, reverse=True)

    def get(self, run_id, agency_id=None):
        """:raises Refused: 404 there is none, or it is another's."""
        run = self._stored().get(run_id) if isinstance(run_id, str) else None
        if run is None or agency_id not in (None, run.agency):
            text = _("violation_ingest_unknown", default="Không có lần tiếp nhận này.")
            raise Refused(Violation("", "ingest_unknown", text), status=404)
        return run

    def job(self, run):
        """The IJob, or None."""
        return IJobs(self.placed()).get(run.job)

    def state(self, run):
        """queued, running, done, refused or failed."""
        if run.finished is not None:
            return "refused" if run.refused else "done"
        job = self.job(run)
        return job.state if job is not None else "failed"

    def ask(self, agency_id, upload, only_check=False, historical=False, key=""):
        """(Ingest, bool: it is new): a job will look at the file, and take it in unless ``only_check``.

        :raises Refused: 400 no file, no ZIP by its name.
        """
        for run in self.of(agency_id):
            if key and run.key == key:
                return run, False
        name = Path(str(getattr(upload, "filename", "") or "").replace("\\", "/")).name
        if not hasattr(upload, "read") or not name.lower().endswith(".zip"):
            text = _("violation_ingest_file", default="Gửi gói SIP dạng tệp .zip trong trường “file”.")
            raise Refused(Violation("file", "file_missing", text))
        desk = getUtility(IDesks).open(self.userid)
        annotations = IAnnotations(desk)
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = OOBTree()
        run = Ingest(agency_id, name, only_check, historical, key)
        upload.seek(0)
        with run.blob.open("w") as stored:
            while chunk := upload.read(CHUNK):
                stored.write(chunk)
        annotations[ANNOTATION][run.id] = run
        run.job = IJobs(self.placed()).enqueue(INGEST_JOB, run.id, {"ingest": run.id}, owner=self.userid).id
        self._forget_old()
        return run, True

    def remove(self, run):
        """Forget one that has ended; what it made stays. :raises Refused: 409 it goes on."""
        if self.state(run) in ("queued", "running"):
            text = _("violation_ingest_running", default="Lần tiếp nhận này đang chạy.")
            raise Refused(Violation("", "ingest_running", text), status=409)
        self._forget(run)

    def placed(self):
        """The desk, where jobs find it."""
        return self._desk.__of__(api.portal.get())

    def _forget_old(self):
        ended = [run for run in self._stored().values() if self.state(run) not in ("queued", "running")]
        for run in sorted(ended, key=lambda run: run.created, reverse=True)[MOST_KEPT:]:
            self._forget(run)

    def _forget(self, run):
        del self._stored()[run.id]
        jobs = IAnnotations(self._desk).get(outbox_jobs.ANNOTATION, {})
        if run.job in jobs:
            queue.drop(run.job)
            del jobs[run.job]
