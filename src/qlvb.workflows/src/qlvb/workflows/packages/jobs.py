"""The job that builds a package of a dossier, and what jobs that build others do alike.

What was built waits under the id of its entry with its report, so when another change of the records gets in between,
only the writing down is done again, not the building.
"""

from abc import ABC
from abc import abstractmethod
import json
from pathlib import Path
from qlvb.content.files.leaving import is_waiting
from qlvb.content.index.progress import telling
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.interfaces import PackageBroken
from qlvb.content.violations import Refused
from qlvb.workflows.outbox.asked import still_wanted
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.packages.access import acting_as
from qlvb.workflows.packages.access import check_may_ask
from qlvb.workflows.packages.contents import filed_in
from qlvb.workflows.packages.contents import versions_of
from qlvb.workflows.packages.interfaces import BuiltPackage
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.packages.interfaces import IPackaging
from qlvb.workflows.packages.packaging import DISK_FULL
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


REPORT = "report.json"
#: Violations named in the message of a failed job; all of them are in its report.
_NAMED = 3


class CalledOff(Exception):
    """Nobody wants the package any longer."""


@implementer(IJobHandler)
class Building(ABC):
    """Base: builds as the person who asked, whose rights may have changed since. Called off meanwhile it stops at the
    next bytes; what it would write down then meets the end of its job in another transaction, and is not written.
    """

    max_attempts = 5
    timeout = 4 * 3600

    @abstractmethod
    def packages(self, context, job):
        """The shelf on which the entry of the job lies."""

    @abstractmethod
    def build(self, packages, entry, directory):
        """BuiltPackage of what the entry asks for. :raises Refused: as IPackaging.build."""

    @abstractmethod
    def note(self, packages, entry, event, by, detail):
        """Say in journals that it was built, or was not."""

    def run(self, context, job):
        packages = self.packages(context, job)
        entry = still_wanted(packages.get, job.params["package"])
        if entry is None:
            return
        directory = packages.directory(entry)
        built = _built_before(directory)
        if built is None:
            made = _is_made(directory)
            try:
                built = self.build(packages, entry, directory)
            except (CalledOff, OSError, Refused) as stopped:
                if made and not directory.is_dir():
                    return  # called off: it has gone with the entry
                if not isinstance(stopped, Refused):
                    raise
                _write_report(directory, {"findings": [one.as_json() for one in _findings(stopped)]})
                raise JobFailed(_message(stopped), retry=_may_come(stopped)) from stopped
            _write_report(directory, _report_of(built))
        entry.done(built)
        detail = {"kind": entry.kind, "package": entry.id, "filename": entry.filename, "sha256": entry.sha256}
        self.note(packages, entry, "package_built", entry.by, detail)

    def failed(self, context, job):
        """Keep what was wrong on the entry."""
        packages = self.packages(context, job)
        try:
            entry = packages.get(job.params["package"])
        except Refused:  # removed meanwhile
            return
        report = _read_report(packages.directory(entry))
        entry.findings = _findings_from_json(report.get("findings", ()))
        self.note(packages, entry, "package_failed", "system", {"kind": entry.kind, "package": entry.id})


class BuildPackage(Building):
    """Of a dossier."""

    def packages(self, context, job):
        return IDossierPackages(context)

    def build(self, packages, entry, directory):
        dossier = packages.dossier
        total = bytes_of(filed.document for filed in filed_in(dossier) if filed.document)
        with acting_as(entry.by), telling(f"package {entry.id}", total) as tell:
            check_may_ask(dossier, entry.kind)
            return getUtility(IPackaging).build(
                dossier,
                entry.kind,
                directory,
                while_wanted(directory, total, tell),
                dict(entry.options),
            )

    def note(self, packages, entry, event, by, detail):
        IJournal(packages.dossier).append(event, by, detail)


def while_wanted(directory, total, tell):
    """The progress of a build in ``directory`` (Path): callable(done, whole) of bytes, which goes as ``done`` of
    ``total`` to ``tell``.

    :raises CalledOff: from that callable, when the directory has gone with its entry.
    """

    def told(done, whole):
        if not directory.is_dir():
            raise CalledOff
        tell(total * done // max(1, whole))

    return told


def _is_made(directory):
    """bool: the directory is there, made now if need be; a full disk may have no room for it."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return True


def _may_come(refused):
    """bool: what keeps the package from being built passes by itself: the disk is full, the virus scanner is still to
    look at files.
    """
    return refused.status == DISK_FULL or is_waiting(refused)


def bytes_of(documents):
    """int: bytes of all files of ``documents`` that go into a package."""
    return sum(version.size for document in documents for _role, _title, version in versions_of(document))


def _findings(refused):
    """list of Finding: those of the package, or the violations in words."""
    if isinstance(refused.__cause__, PackageBroken):
        return refused.__cause__.findings
    return [Finding("said", one.field, translate(one.message, target_language="vi")) for one in refused.violations]


def _findings_from_json(values):
    """tuple of Finding of what a report kept."""
    return tuple(Finding(**value) for value in values)


def _message(refused):
    """The first violations in words."""
    words = [translate(one.message, target_language="vi") for one in refused.violations]
    more = f" (+{len(words) - _NAMED})" if len(words) > _NAMED else ""
    return "; ".join(words[:_NAMED]) + more


def _report_of(built):
    """dict of JSON values of a BuiltPackage."""
    return {
        "filename": built.path.name,
        "sha256": built.sha256,
        "size": built.size,
        "object_id": built.object_id,
        "findings": [finding.as_json() for finding in built.findings],
    }


def _built_before(directory):
    """BuiltPackage of an earlier attempt whose writing down did not come through, or None."""
    report = _read_report(directory)
    path = directory / report["filename"] if report.get("filename") else None
    if path is None or not path.is_file() or path.stat().st_size != report["size"]:
        return None
    findings = _findings_from_json(report["findings"])
    return BuiltPackage(path, report["sha256"], report["size"], findings, report["object_id"])


def _write_report(directory, report):
    """Beside the package, whole or not at all; a full disk has no room for a report either."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
        fresh = directory / f"{REPORT}.new"
        fresh.write_text(json.dumps(report, ensure_ascii=False), encoding="utf-8")
        fresh.replace(directory / REPORT)
    except OSError:
        Path(directory, f"{REPORT}.new").unlink(missing_ok=True)


def _read_report(directory):
    try:
        return json.loads((directory / REPORT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
