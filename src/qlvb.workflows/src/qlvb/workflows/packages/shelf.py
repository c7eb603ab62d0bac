"""The packages of a dossier: see IDossierPackages. Entries lie on the dossier, files beside the blobs."""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from persistent.mapping import PersistentMapping
from plone import api
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.packages.interfaces import Finding
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.workflows.outbox import jobs as outbox_jobs
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.packages import places
from qlvb.workflows.packages.access import acting_as
from qlvb.workflows.packages.access import check_may_ask
from qlvb.workflows.packages.interfaces import BUILD_JOB
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.packages.interfaces import IPackageEntry
from qlvb.workflows.packages.interfaces import IPackaging
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.packages"
LIVE = ("queued", "running")
#: Codes of violations that say that the dossier is not where it should be.
CONFLICTS = ("wrong_state", "document_gone")


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


@implementer(IDossierPackages)
@adapter(IDossier)
class DossierPackages:
    """See IDossierPackages."""

    def __init__(self, dossier):
        self.dossier = dossier

    def ask(self, kind, by, options=None, key=""):
        options = dict(options or {})
        known = self._known(kind, options, key)
        if known is not None:
            return known
        with acting_as(by):
            check_may_ask(self.dossier, kind)
        violations = getUtility(IPackaging).violations(self.dossier, kind, options)
        if violations:
            conflict = any(one.code in CONFLICTS for one in violations)
            raise Refused(violations, 409 if conflict else 400)
        entry = PackageEntry(kind, by, options, key)
        self._keep(entry)
        entry.job = IJobs(self.dossier).enqueue(BUILD_JOB, entry.id, {"package": entry.id}, owner=by).id
        IJournal(self.dossier).append("package_asked", by, {"kind": kind, "package": entry.id})
        return entry

    def receive(self, name, size, digest, object_id, by, findings):
        """Enter the ZIP that the dossier came in, ``name`` in the directory of the entry; returns its entry."""
        entry = PackageEntry("received", by, {})
        entry.filename, entry.sha256, entry.size = name, digest, size
        entry.object_id, entry.findings, entry.finished = object_id, tuple(findings), clock.now()
        self._keep(entry)
        return entry

    def all(self):
        return sorted(self._stored().values(), key=lambda entry: (entry.asked, entry.id), reverse=True)

    def get(self, entry_id):
        entry = self._stored().get(entry_id) if isinstance(entry_id, str) else None
        if entry is None:
            text = _("violation_package_unknown", default="Hồ sơ không có gói này.")
            raise Refused(Violation("package", "package_unknown", text), status=404)
        return entry

    def state(self, entry):
        if entry.finished is not None:
            return "done"
        job = self.job(entry)
        return job.state if job is not None else "failed"

    def job(self, entry):
        """The IJob, or None."""
        return IJobs(self.dossier).get(entry.job)

    def directory(self, entry):
        """Path of the directory of one package."""
        return places.of_dossier(self.dossier) / entry.id

    def path(self, entry):
        found = self.directory(entry) / entry.filename if entry.finished is not None else None
        return found if found is not None and found.is_file() else None

    def remove(self, entry_id, by):
        entry = self.get(entry_id)
        if self.state(entry) in LIVE:
            text = _("violation_package_running", default="Gói đang được tạo, chưa xóa được.")
            raise Refused(Violation("package", "package_running", text), status=409)
        if entry.kind == "received":
            text = _("violation_package_received", default="Gói đã tiếp nhận được giữ làm chứng cứ, không xóa được.")
            raise Refused(Violation("package", "package_received", text), status=409)
        self._forget(entry)
        IJournal(self.dossier).append("package_removed", by, {"kind": entry.kind, "filename": entry.filename})

    def purge(self, by):
        entries = self.all()
        for entry in entries:
            self._forget(entry)
        if entries:
            IJournal(self.dossier).append("packages_purged", by, {"count": len(entries)})
        places.remove_after_commit(places.of_dossier(self.dossier))

    def _known(self, kind, options, key):
        """The entry of the same request: by its key, or still under way."""
        for entry in self.all():
            if key and entry.key == key:
                return entry
            if entry.kind == kind and dict(entry.options) == options and not key and self.state(entry) in LIVE:
                return entry
        return None

    def _forget(self, entry):
        del self._stored()[entry.id]
        jobs = IAnnotations(self.dossier).get(outbox_jobs.ANNOTATION, {})
        if entry.job in jobs:
            queue.drop(entry.job)
            del jobs[entry.job]
        places.remove_after_commit(self.directory(entry))

    def _keep(self, entry):
        annotations = IAnnotations(self.dossier)
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = OOBTree()
        annotations[ANNOTATION][entry.id] = entry

    def _stored(self):
        return IAnnotations(self.dossier).get(ANNOTATION, {})


def findings_from_json(values):
    """tuple of Finding of what a report kept."""
    return tuple(Finding(**value) for value in values)


def dossier_destroyed(dossier, event):
    """A destroyed dossier keeps no copy of its documents in packages (Luật Lưu trữ 2024 Điều 16)."""
    if event.new_state is not None and event.new_state.id == "destroyed":
        IDossierPackages(dossier).purge(api.user.get_current().getId() or "system")


def dossier_removed(dossier, event):
    """What lies beside the database goes with the dossier."""
    places.remove_after_commit(places.of_dossier(dossier))
