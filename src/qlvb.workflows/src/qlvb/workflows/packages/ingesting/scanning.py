"""Viruses in a SIP: every file of the package is looked at before anything of it is taken in."""

from qlvb.content.files.viruses import INFECTED
from qlvb.content.files.viruses import UNCHECKED
from qlvb.content.packages.interfaces import Finding
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.packages.ingesting.planning import CHUNK
from qlvb.workflows.viruses.interfaces import IVirusScanner
from qlvb.workflows.viruses.jobs import OUT_OF_REACH
import shutil
import tempfile
from zope.component import getUtility


def look_for_viruses(archive):
    """VirusChecks of an open PackageArchive: dict by path, None where the site knows no scanner.

    :raises JobFailed: the scanner does not answer: to be tried again, and nothing is taken in unlooked at.
    """
    scanner = getUtility(IVirusScanner)
    if not scanner.configured:
        return None
    found = {}
    for path in archive.names:
        # A PDF is read back and forth for what is attached to it, which a member of a ZIP is slow at.
        with tempfile.TemporaryFile() as copy, archive.open(path) as stream:
            shutil.copyfileobj(stream, copy, CHUNK)
            kind = "application/pdf" if path.lower().endswith(".pdf") else ""
            found[path] = scanner.look(copy, kind)
        if found[path].reason == "out_of_reach":
            raise JobFailed(OUT_OF_REACH, retry=True)
    return found


def virus_findings(checks):
    """Findings of what look_for_viruses gave: iterable (pure). A file that nobody could look at is an error, a site
    without a scanner a warning.
    """
    if checks is None:
        yield Finding("not_scanned", "", "", "warning")
        return
    for path, check in checks.items():
        if check.state == INFECTED:
            yield Finding("file_infected", path, check.virus)
        elif check.state == UNCHECKED:
            yield Finding("file_unchecked", path, check.reason)
