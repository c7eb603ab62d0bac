"""Imports that people ask for: the spreadsheet and its files wait on the desk until a job has brought them in."""

from pathlib import Path
from persistent import Persistent
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.index.progress import percent
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox.asked import AskedRuns
from uuid import uuid4
from ZODB.blob import Blob


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


class ImportRuns(AskedRuns):
    """The imports of one person: of ImportRun."""

    annotation = ANNOTATION
    kind, parameter = IMPORT, "import"
    most_kept = MOST_KEPT
    unknown = Violation("", "import_unknown", _("violation_import_unknown", default="Không có lần nhập này."))
    running = Violation("", "import_running", _("violation_import_running", default="Lần nhập này đang chạy."))

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
        if (run := self.known(agency_id, key)) is not None:
            return run, False
        _check(sheet, files)
        run = ImportRun(agency_id, _name(sheet), only_check, key)
        _copy(sheet, run.sheet)
        for upload in files:
            run.files[_name(upload)] = blob = Blob()
            _copy(upload, blob)
        self.keep(run)
        self.go_on(run)
        self.forget_old()
        return run, True

    def go_on(self, run):
        """Ask for the next part of a run."""
        self.enqueue(run, f"{run.id}-{run.counts['read']}")


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
