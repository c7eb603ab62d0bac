"""Ingests that people have asked for: on their desks, with the uploaded file until they are forgotten."""

from pathlib import Path
from persistent import Persistent
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox.asked import AskedRuns
from qlvb.workflows.packages.interfaces import INGEST_JOB
from uuid import uuid4
from ZODB.blob import Blob


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

    @property
    def takeable(self):
        """bool: it was checked only, found good, and what was sent is still here."""
        return self.only_check and self.finished is not None and not self.refused and self.blob is not None

    def let_go(self):
        """Drop what was uploaded: what was taken in is kept with its dossier, and destroyed with it."""
        self.blob = None


class Ingests(AskedRuns):
    """Those of one person: of Ingest."""

    annotation = ANNOTATION
    kind, parameter = INGEST_JOB, "ingest"
    most_kept = MOST_KEPT
    unknown = Violation("", "ingest_unknown", _("violation_ingest_unknown", default="Không có lần tiếp nhận này."))
    running = Violation("", "ingest_running", _("violation_ingest_running", default="Lần tiếp nhận này đang chạy."))

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
        if (run := self.known(agency_id, key)) is not None:
            return run, False
        name = Path(str(getattr(upload, "filename", "") or "").replace("\\", "/")).name
        if not hasattr(upload, "read") or not name.lower().endswith(".zip"):
            text = _("violation_ingest_file", default="Gửi gói SIP dạng tệp .zip trong trường “file”.")
            raise Refused(Violation("file", "file_missing", text))
        run = Ingest(agency_id, name, only_check, historical, key)
        upload.seek(0)
        with run.blob.open("w") as stored:
            while chunk := upload.read(CHUNK):
                stored.write(chunk)
        self.keep(run)
        self.enqueue(run, run.id)
        self.forget_old()
        return run, True

    def take(self, run):
        """Take in what was only checked, without its being sent again; it is checked once more, as records change.

        :raises Refused: 409 it goes on; it was not checked and found good, or was taken in.
        """
        if self._goes_on(run):
            raise Refused(self.running, status=409)
        if not run.takeable:
            text = _(
                "violation_ingest_not_checked",
                default="Chỉ tiếp nhận tiếp được gói đã “Chỉ kiểm tra” và đạt; gói khác hãy gửi lại tệp.",
            )
            raise Refused(Violation("", "ingest_not_checked", text), status=409)
        run.only_check, run.finished, run.findings = False, None, ()
        self.enqueue(run, f"{run.id}.take")
