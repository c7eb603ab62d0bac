"""Imports that people ask for: the spreadsheet and its files wait on the desk until a job has brought them in."""

from BTrees.OOBTree import OOBTree
from pathlib import Path
from persistent import Persistent
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesks
from qlvb.content.index.progress import percent
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox import jobs as outbox_jobs
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IJobs
from uuid import uuid4
from ZODB.blob import Blob
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


ANNOTATION = "qlvb.imports"
IMPORT = "import_records"
#: Ended imports that are remembered; the oldest go.
MOST_KEPT = 20
MOST_FILES = 2_000
MOST_BYTES = 500 << 20
#: Problems that are kept of one import; their number is kept whole.
MOST_PROBLEMS = 1_000
SHEETS = (".xlsx", ".xlsm", ".jsonl", ".ndjson", ".json")


class ImportRun(Persistent):
    """One import. ``counts``: read, imported, known, refused, problems; ``problems``: dict each, the first ones."""

    started = None
    finished = None
    total = None  # rows of the spreadsheet, None until they have been counted
    job = ""

    def __init__(self, agency, filename, only_check, key):
        self.id = uuid4().hex
        self.agency = agency
        self.filename = filename
        self.only_check = only_check
        self.key = key
        self.created = clock.now()
        self.sheet = Blob()
        self.files = PersistentMapping()  # name -> Blob
        self.counts = PersistentMapping(read=0, imported=0, known=0, refused=0, problems=0)
        self.problems = PersistentList()

    @property
    def progress_name(self):
        """Under which its progress is told."""
        return f"import {self.id}"

    def let_go(self):
        """Drop what was uploaded: it has been brought in, or looked at."""
        self.sheet = None
        self.files.clear()


class ImportRuns:
    """The imports of one person."""

    def __init__(self, userid):
        self.userid = userid

    @property
    def _desk(self):
        return getUtility(IDesks).get(self.userid)

    def _stored(self):
        return IAnnotations(self._desk).get(ANNOTATION, {}) if self._desk is not None else {}

    def of(self, agency_id):
        """Those into an agency, the newest first: list of ImportRun."""
        found = [run for run in self._stored().values() if run.agency == agency_id]
        return sorted(found, key=lambda run: run.created, reverse=True)

    def get(self, run_id, agency_id=None):
        """:raises Refused: 404 there is none, it is another's, or of another agency."""
        run = self._stored().get(run_id) if isinstance(run_id, str) else None
        if run is None or agency_id not in (None, run.agency):
            text = _("violation_import_unknown", default="Không có lần nhập này.")
            raise Refused(Violation("", "import_unknown", text), status=404)
        return run

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

    def progress(self, run):
        """int: percent."""
        if run.finished is not None:
            return 100
        told = percent(run.progress_name)
        return told if told is not None else min(99, 100 * run.counts["read"] // max(1, run.total or 0))

    def ask(self, agency_id, sheet, files, only_check, key=""):
        """(ImportRun, bool: it is new): a job will do it. ``sheet``, ``files``: uploads with ``filename`` and ``read``.
        The same ``key`` again gives the first one's run.

        :raises Refused: 400 no such file, too many or too large ones, two of one name.
        """
        for run in self._stored().values():
            if key and run.key == key and run.agency == agency_id:
                return run, False
        _check(sheet, files)
        desk = getUtility(IDesks).open(self.userid)
        annotations = IAnnotations(desk)
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = OOBTree()
        run = ImportRun(agency_id, _name(sheet), only_check, key)
        _copy(sheet, run.sheet)
        for upload in files:
            run.files[_name(upload)] = blob = Blob()
            _copy(upload, blob)
        annotations[ANNOTATION][run.id] = run
        self.go_on(run)
        self._forget_old()
        return run, True

    def go_on(self, run):
        """Ask for the next part of a run."""
        key = f"{run.id}-{run.counts['read']}"
        run.job = IJobs(self.placed()).enqueue(IMPORT, key, {"import": run.id}, owner=self.userid).id

    def remove(self, run):
        """Forget a run that has ended. :raises Refused: 409 it goes on."""
        if self.state(run) in ("queued", "running"):
            text = _("violation_import_running", default="Lần nhập này đang chạy.")
            raise Refused(Violation("", "import_running", text), status=409)
        self._forget(run)

    def placed(self):
        """The desk, where jobs find it."""
        return self._desk.__of__(api.portal.get())

    def _forget_old(self):
        ended = [run for run in self._stored().values() if self.state(run) in ("done", "failed")]
        for run in sorted(ended, key=lambda run: run.created, reverse=True)[MOST_KEPT:]:
            self._forget(run)

    def _forget(self, run):
        del self._stored()[run.id]
        jobs = IAnnotations(self._desk).get(outbox_jobs.ANNOTATION, {})
        for job_id in [job.id for job in jobs.values() if job.kind == IMPORT and job.params.get("import") == run.id]:
            queue.drop(job_id)
            del jobs[job_id]


def _name(upload):
    """The plain name of an uploaded file; browsers of old send a path."""
    return Path(str(getattr(upload, "filename", "") or "").replace("\\", "/")).name


def _check(sheet, files):
    violations = []
    if not _name(sheet).lower().endswith(SHEETS):
        text = _("violation_import_sheet", default="Gửi bảng tính .xlsx (hoặc .jsonl) trong trường “file”.")
        violations.append(Violation("file", "file_missing", text))
    names = [_name(upload) for upload in files]
    if "" in names:
        text = _("violation_import_nameless", default="Mỗi tệp trong trường “files” phải có tên.")
        violations.append(Violation("files", "file_nameless", text))
    elif len(set(names)) < len(names):
        text = _("violation_import_same_name", default="Hai tệp cùng tên trong trường “files”.")
        violations.append(Violation("files", "file_twice", text))
    if len(names) > MOST_FILES:
        text = _("violation_import_many", default="Mỗi lần gửi tối đa ${most} tệp.", mapping={"most": str(MOST_FILES)})
        violations.append(Violation("files", "too_many_files", text))
    if not violations and sum(map(_size, [sheet, *files])) > MOST_BYTES:
        most = str(MOST_BYTES >> 20)
        text = _("violation_import_large", default="Mỗi lần gửi tối đa ${most} MB.", mapping={"most": most})
        violations.append(Violation("files", "too_large", text))
    if violations:
        raise Refused(violations)


def _size(upload):
    upload.seek(0, 2)
    size = upload.tell()
    upload.seek(0)
    return size


def _copy(upload, blob):
    upload.seek(0)
    with blob.open("w") as stored:
        while part := upload.read(1 << 20):
            stored.write(part)
