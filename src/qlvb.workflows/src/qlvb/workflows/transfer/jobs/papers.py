"""The jobs that make something for others: the forms of a transfer, the packages of its dossiers."""

from datetime import timedelta
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.files.leaving import is_waiting
from qlvb.content.index.renewing import renew
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.content.transfers.indexing import number_text
from qlvb.content.transfers.interfaces import FAILED
from qlvb.content.transfers.interfaces import PASSED
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.content.transfers.items import Fault
from qlvb.content.violations import Refused
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.transfer.forms import keeping
from qlvb.workflows.transfer.jobs.names import go_on
from qlvb.workflows.transfer.telling import tell_minutes
from zope.i18n import translate
from zope.interface import implementer


#: How long to wait before looking again whether packages are made.
WAIT = timedelta(seconds=20)
#: Packages asked for between two commits.
MOST = 50


@implementer(IJobHandler)
class Minutes:
    """Draws minutes and list. They are drawn once: what is signed is not written over."""

    max_attempts = 5
    timeout = 900

    def run(self, record, job):
        """See IJobHandler."""
        if not record.number or keeping.forms_of(record).signed_by():
            return
        keeping.write(record, job.params["by"])
        tell_minutes(record, number_text(record))

    def failed(self, record, job):
        """The job stands on the transfer and can be set going again."""


@implementer(IJobHandler)
class Pack:
    """Asks the room of packages for a SIP of each dossier, and waits until all are made or have failed."""

    max_attempts = 5
    timeout = 600

    def run(self, record, job):
        """See IJobHandler."""
        if state_of(record) != "packing":
            return
        items, waiting, asked = ITransferItems(record), 0, 0
        for item in items.all(PASSED):
            if item.package:
                continue
            if asked == MOST:
                waiting += 1
                break
            asked += 1
            waiting += self._one(record, items, item, job.params["by"])
        if waiting:
            go_on(record, job, clock.now() + WAIT)
        else:
            counts = items.counts()
            said = {"packed": str(counts[PASSED]), "failed": str(counts[FAILED])}
            IJournal(record).append("transfer.packed", job.params["by"], said)
        renew(record)

    def _one(self, record, items, item, by):
        """bool: its package is still being made, or can be asked for only once the virus scanner has seen its files."""
        dossier = find_record(item.uid)
        options = {"order": str(item.order), "agreement": record.registration or ""}
        packages = IDossierPackages(dossier)
        try:
            entry = packages.ask("SIP", by, options=options, key=f"{IUUID(record)}.{record.letter}")
        except Refused as refused:
            if is_waiting(refused):
                return True
            words = " ".join(translate(one.message, target_language="vi") for one in refused.violations)
            self._fail(items, item, words)
            return False
        state = packages.state(entry)
        if state == "done":
            items.change(item.uid, package=entry.id, when=clock.now())
        elif state in ("failed", "damaged"):
            self._fail(items, item, "; ".join(str(finding) for finding in entry.findings)[:500])
        return state in ("queued", "running")

    def _fail(self, items, item, words):
        fault = Fault("package_failed", subject=words)
        items.change(item.uid, state=FAILED, faults=(*item.faults, fault), when=clock.now())

    def failed(self, record, job):
        """The job stands on the transfer and can be set going again."""
