"""The job ``check_viruses``: one version of one file, soon after it came in."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.files.interfaces import IFileAdded
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.viruses import UNCHECKED
from qlvb.content.files.viruses import WAITING
from qlvb.content.files.viruses import VirusCheck
from qlvb.workflows.localsigning.route import brought
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.viruses.checking import checked
from qlvb.workflows.viruses.interfaces import KIND
from qlvb.workflows.viruses.interfaces import IVirusScanner
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


OUT_OF_REACH = _("scanner_out_of_reach", default="Máy quét mã độc không trả lời; hệ thống sẽ thử lại.")


@adapter(IFileAdded)
def ask_for_check(event):
    """Whatever people and other systems put in is looked at. What the site makes itself of a version that was looked at
    (numbered, signed, sealed) is looked at when it is handed over to the archive; what was signed on somebody's own
    machine came from there.
    """
    if (event.version.kind == "upload" or brought()) and getUtility(IVirusScanner).configured:
        event.version.virus_check = VirusCheck(WAITING, clock.now())
        key = f"{event.file.id}.{event.version.number}"
        IJobs(event.record).enqueue(KIND, key, {"file": event.file.id, "version": event.version.number})


@implementer(IJobHandler)
class CheckViruses:
    """See IJobHandler. A scanner that is down is waited for: twelve attempts take some five hours."""

    max_attempts = 12
    timeout = 600

    def run(self, record, job):
        version = _version(record, job)
        if version is None or not _waits(version):
            return
        check = checked(record, job.params["file"], version)
        if check is None:
            version.virus_check = None  # the site has no scanner any more: nobody waits for one
        elif check.reason == "out_of_reach":
            raise JobFailed(OUT_OF_REACH, retry=True)

    def failed(self, record, job):
        """That nobody could look is kept: it must not pass for clean."""
        version = _version(record, job)
        if version is not None and _waits(version):
            version.virus_check = VirusCheck(UNCHECKED, clock.now(), reason="out_of_reach")


def _waits(version):
    """bool: nobody has looked at it; None is what versions of former days have while their job waits."""
    return version.virus_check is None or version.virus_check.state == WAITING


def _version(record, job):
    stored = next((one for one in IFileStore(record).kept() if one.id == job.params["file"]), None)
    return stored.version(job.params["version"]) if stored is not None else None
