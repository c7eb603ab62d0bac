"""What every shelf of packages does: entries in an annotation, files beside the blobs, jobs that build them."""

from abc import ABC
from abc import abstractmethod
from BTrees.OOBTree import OOBTree
from hashlib import file_digest
from persistent import Persistent
from persistent.mapping import PersistentMapping
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.integrity.fixity import ALTERED
from qlvb.content.integrity.fixity import MISSING
from qlvb.content.integrity.fixity import UNREADABLE
from qlvb.content.kept import kept_under
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox import jobs as outbox_jobs
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.packages import places
from qlvb.workflows.packages.interfaces import IPackageEntry
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


RECEIVED = "received"
LIVE = ("queued", "running")


@implementer(IPackageEntry)
class PackageEntry(Persistent):
    """See IPackageEntry."""

    job = ""
    finished = None
    filename = ""
    sha256 = ""
    size = 0
    object_id = ""
    findings = ()
    #: What the last look at its file found, "" for nothing, and when it was (datetime, None: never).
    damage = ""
    looked = None

    def __init__(self, kind, by, options, key=""):
        self.id = uuid4().hex
        self.kind = kind
        self.by = by
        self.asked = clock.now()
        self.options = PersistentMapping(options)
        self.key = key

    def done(self, built):
        """Remember a BuiltPackage."""
        self.filename = built.path.name
        self.sha256 = built.sha256
        self.size = built.size
        self.object_id = built.object_id
        self.findings = tuple(built.findings)
        self.finished = clock.now()


def _damage_of(path, expected):
    if path is None:
        return MISSING
    try:
        with path.open("rb") as stream:
            return "" if file_digest(stream, "sha256").hexdigest() == expected else ALTERED
    except OSError:
        return UNREADABLE


class Entries(ABC):
    """Base. ``holder``: the object whose ``annotation`` has the entries; ``place``: Path of the directory for all."""

    annotation = ""
    holder = place = None
    #: Violation of a name that is none.
    unknown = Violation("package", "package_unknown", _("violation_package_unknown", default="Hồ sơ không có gói này."))

    @abstractmethod
    def working(self, entry):
        """The object on which the job of the entry lies, or None."""

    @abstractmethod
    def records(self, entry):
        """The records whose journals tell of the package: list."""

    @abstractmethod
    def note_removed(self, entry, by):
        """Say in a journal that the file of the entry was deleted, or that it was called off: see ``gone``."""

    def all(self):
        return sorted(self._stored().values(), key=lambda entry: (entry.asked, entry.id), reverse=True)

    def get(self, entry_id):
        entry = self._stored().get(entry_id) if isinstance(entry_id, str) else None
        if entry is None:
            raise Refused(self.unknown, status=404)
        return entry

    def state(self, entry):
        if entry.finished is not None:
            return "damaged" if entry.damage else "done"
        job = self.job(entry)
        return job.state if job is not None else "failed"

    def job(self, entry):
        """The IJob, or None."""
        working = self.working(entry)
        return IJobs(working).get(entry.job) if working is not None else None

    def retry(self, entry, by):
        """Let the job of an entry try again. :raises Refused: 404 there is none; 409 it has not failed."""
        working = self.working(entry)
        if working is None:
            raise Refused(self.unknown, status=404)
        IJobs(working).retry(entry.job, by=by)

    def directory(self, entry):
        """Path of the directory of one package."""
        return self.place / entry.id

    def path(self, entry):
        found = self.directory(entry) / entry.filename if entry.finished is not None else None
        return found if found is not None and found.is_file() else None

    def look(self, entry):
        """Read the file of a finished entry and remember what is wrong: "", "missing", "unreadable" or "altered"."""
        entry.damage = _damage_of(self.path(entry), entry.sha256)
        entry.looked = clock.now()
        return entry.damage

    def remove(self, entry_id, by):
        entry = self.get(entry_id)
        if entry.kind == RECEIVED:
            text = _("violation_package_received", default="Gói đã tiếp nhận được giữ làm chứng cứ, không xóa được.")
            raise Refused(Violation("package", "package_received", text), status=409)
        self._forget(entry)
        self.note_removed(entry, by)

    def gone(self, entry):
        """(event of a journal, its detail): the entry is taken away."""
        event = "package_removed" if entry.finished is not None else "package_called_off"
        return event, {"kind": entry.kind, "filename": entry.filename or entry.kind}

    def _known(self, kind, options, key, by):
        """The entry of the same request by the same person: by its key, or still under way."""
        for entry in self.all():
            if entry.by != by:
                continue
            if key and entry.key == key:
                return entry
            if entry.kind == kind and dict(entry.options) == options and not key and self.state(entry) in LIVE:
                return entry
        return None

    def _enter(self, entry, built):
        """Keep an entry of a file that is there: name, size, digest, OBJID and findings as those of a BuiltPackage."""
        entry.done(built)
        self._keep(entry)
        return entry

    def _forget(self, entry):
        del self._stored()[entry.id]
        working = self.working(entry)
        jobs = IAnnotations(working).get(outbox_jobs.ANNOTATION, {}) if working is not None else {}
        if entry.job in jobs:
            queue.drop(entry.job)
            del jobs[entry.job]
        places.remove_after_commit(self.directory(entry))

    def _keep(self, entry):
        kept_under(self.holder, self.annotation, OOBTree)[entry.id] = entry

    def _stored(self):
        return IAnnotations(self.holder).get(self.annotation, {})
