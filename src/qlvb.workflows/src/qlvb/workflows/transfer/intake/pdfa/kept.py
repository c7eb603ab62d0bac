"""PDF/A of stored versions: judged in full once by whoever is the judge now, and remembered."""

import os
from qlvb.content.files.archival import ArchivalCheck
from qlvb.workflows.transfer.intake.pdfa.looking import look
from qlvb.workflows.transfer.intake.pdfa.verapdf import COMMAND


#: Our own rules; another number when they ask for more, so that everything is judged anew.
OWN_RULES = "qlvb 1"
#: (judge, SHA-256) -> ArchivalCheck that this process has worked out, and how many it remembers.
_SEEN = {}
MOST = 20_000


def judge():
    """str: who judges here and now."""
    return f"verapdf {os.environ[COMMAND]}" if os.environ.get(COMMAND) else OWN_RULES


def known(version):
    """The ArchivalCheck of a version (IFileVersion) by today's judge, or None while there is none."""
    now, kept = judge(), version.archival_check
    if kept is not None and kept.judge == now:
        return kept
    return _SEEN.get((now, version.sha256))


def judged(version):
    """The same, worked out if need be: 5 to 50 ms a file by our own rules, seconds by veraPDF. Writes nothing."""
    found = known(version)
    if found is None:
        seen = look(version.data())
        found = ArchivalCheck(judge(), seen.archival, tuple((one.rule, one.clause, one.detail) for one in seen.faults))
        if len(_SEEN) >= MOST:
            _SEEN.clear()
        _SEEN[found.judge, version.sha256] = found
    return found


def keep(version):
    """The same, kept on the version."""
    found = judged(version)
    if version.archival_check != found:
        version.archival_check = found
    return found
