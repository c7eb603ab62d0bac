"""Judging the PDF files of a dossier by the worker, for agencies that close dossiers with PDF/A alone."""

from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.states import state_of
from qlvb.workflows.filing.checklist import pdf_versions
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.transfer.intake.pdfa.kept import keep
from qlvb.workflows.transfer.intake.pdfa.kept import known
from qlvb.workflows.transfer.jobs.names import go_on
import time
from zope.interface import implementer


KIND = "check_pdfa"
#: Seconds of work between two commits.
STRETCH = 15


def progress(dossier):
    """(files judged, files): what is known of the dossier's PDF files by today's judge."""
    found = [known(version) for _item, _document, version in pdf_versions(IDossierContents(dossier).documents())]
    return sum(one is not None for one in found), len(found)


@implementer(IJobHandler)
class CheckPdfa:
    """See IJobHandler. Works off a stretch and asks for the next: what is judged stays on its file."""

    max_attempts = 5
    timeout = 1200

    def run(self, record, job):
        if state_of(record) != "open":
            return
        until, failed, count = time.monotonic() + STRETCH, 0, 0
        for _item, _document, version in pdf_versions(IDossierContents(record).documents()):
            if time.monotonic() > until:
                go_on(record, job)
                return
            failed += not keep(version).archival
            count += 1
        IJournal(record).append("dossier.pdfa_checked", "system", {"count": str(count), "failed": str(failed)})

    def failed(self, record, job):
        """What is judged stays; the rest is judged when somebody asks again."""
