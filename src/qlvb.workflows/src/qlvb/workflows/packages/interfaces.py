"""Packages of dossiers, and what other rooms may ask of them.

A room that needs a package asks ``IDossierPackages(dossier).ask("SIP", by=…)`` and looks at the entry later, or
builds one at once in a job of its own with ``getUtility(IPackaging).build(…)``.
"""

from dataclasses import dataclass
from qlvb.content.packages.interfaces import Finding
from zope.interface import Attribute
from zope.interface import Interface


#: Kinds of jobs, see IJobHandler. A job of a dossier carries ``{"package": <id of the entry>}``.
BUILD_JOB = "build_package"
BUILD_DOCUMENTS_JOB = "build_document_package"
INGEST_JOB = "ingest_package"

#: What may be asked for: packages of TT 05/2025, and the export of NĐ 30/2020 Phụ lục VI, VI-4g.
FORMATS = ("SIP", "AIP", "DIP", "export")


@dataclass(frozen=True)
class BuiltPackage:
    """A file that was made. ``path``: pathlib.Path of the ZIP; ``sha256``: hex; ``size``: bytes; ``findings``: tuple of
    Finding (warnings only: a package with an error is not made); ``object_id``: OBJID of the package.
    """

    path: object
    sha256: str
    size: int
    findings: tuple[Finding, ...] = ()
    object_id: str = ""


class IPackaging(Interface):
    """Utility."""

    def build(dossier, kind, directory, progress=None, options=None):
        """Write the package of ``dossier`` as ``<directory>/<name>.zip`` and return a BuiltPackage.

        ``kind``: one of FORMATS; ``directory``: pathlib.Path, made when missing; ``progress``: callable(done, total) of
        bytes. ``options``: dict of str: ``order`` (number in a transfer, goes before the name of a SIP),
        ``agreement`` (code of the transfer request), for a DIP the seven fields of the request (requestID …).
        Rights are the caller's question. Memory does not grow with the files; nothing is left in ``directory`` unless
        all of it is whole and valid.

        :raises Refused: 400 what keeps the dossier from being packed, one violation per fault; 503 disk full.
        """

    def violations(dossier, kind, options=None):
        """What keeps the dossier from being packed: list of Violation. Reads no file."""


class IPackageEntry(Interface):
    """One package of a dossier, asked for, made or received."""

    id = Attribute("str")
    kind = Attribute("one of FORMATS, or 'received'")
    asked = Attribute("datetime, aware")
    by = Attribute("userid")
    job = Attribute("id of its job on the dossier")
    finished = Attribute("datetime or None")
    filename = Attribute("str, '' while it is not made")
    sha256 = Attribute("hex")
    size = Attribute("bytes")
    object_id = Attribute("OBJID")
    findings = Attribute("tuple of Finding: the validation report; errors when it failed")
    damage = Attribute("what the last look at its file found: '', missing, unreadable, altered")
    looked = Attribute("datetime of that look, or None")


class IDossierPackages(Interface):
    """Adapter of IDossier."""

    def ask(kind, by, options=None, key=""):
        """Have a package made by the worker; returns IPackageEntry. The same ``key`` again returns the first.

        The rights asked are those of ``by`` (userid), also where a job asks for him.

        :raises Refused: 403 he may not; 400, 409 as IPackaging.violations.
        """

    def all():
        """Newest first: list of IPackageEntry."""

    def get(entry_id):
        """IPackageEntry. :raises Refused: 404."""

    def state(entry):
        """queued, running, done, failed; damaged: its file is not what was built or received."""

    def path(entry):
        """pathlib.Path of the finished file, or None."""

    def retry(entry, by):
        """Let a failed one try again. :raises Refused: 404; 409 it has not failed."""

    def remove(entry_id, by):
        """Delete the file and its entry, or call off what waits or is being built. :raises Refused: 404; 409 it was
        received.
        """

    def purge(by):
        """Delete every file (after the commit): the dossier was destroyed. Called by its transition ``destroy``."""
