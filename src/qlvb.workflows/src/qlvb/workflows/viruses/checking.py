"""What is known of viruses in a version: the kept answer while it holds, else a new one."""

from qlvb.content.files.leaving import obstacles
from qlvb.content.files.viruses import INFECTED
from qlvb.content.files.viruses import UNCHECKED
from qlvb.content.files.viruses import WAITING
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.safety.blocked import note_blocked
from qlvb.workflows.viruses.interfaces import IVirusScanner
from qlvb.workflows.viruses.interfaces import ScannerDown
from zope.component import getUtility


def checked(record, file_id, version):
    """The VirusCheck of a version (IFileVersion) of ``record`` by what the scanner knows today, or None without a
    scanner. A new answer is kept on the version; one that says nothing never covers one that said something. A virus
    is told in the record's journal.
    """
    scanner = getUtility(IVirusScanner)
    if not scanner.configured:
        return None
    kept = version.virus_check
    if _holds(kept, scanner):
        return kept
    with version.blob.open("r") as stream:
        found = scanner.look(stream, version.mimetype)
    if found.state == UNCHECKED and kept is not None and kept.state == INFECTED:
        return kept
    if _says_more(found, kept):
        version.virus_check = found
    if found.state == INFECTED and (kept is None or kept.virus != found.virus):
        detail = {"file": file_id, "version": version.number, "filename": version.filename, "virus": found.virus}
        IJournal(record).append("virus_found", "system", detail)
        note_blocked(version.filename, obstacles([version]), record, version.creator)
    return found


def _says_more(found, kept):
    """bool: the new answer is to be kept instead of the old one (None for none)."""
    if found.state != UNCHECKED or kept is None or kept.state == UNCHECKED:
        return True
    return kept.state == WAITING and found.reason != "out_of_reach"  # a scanner that is down is waited for


def _holds(kept, scanner):
    """bool: the scanner has learnt nothing since."""
    if kept is None or kept.state in (UNCHECKED, WAITING) or not kept.signatures:
        return False
    try:
        return scanner.version() == (kept.engine, kept.signatures)
    except ScannerDown:
        return False
