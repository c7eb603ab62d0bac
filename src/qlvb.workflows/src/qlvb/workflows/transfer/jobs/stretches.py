"""The jobs of transfers. Each works off a stretch of dossiers in one transaction and asks for the next: so a worker
that is killed loses a stretch at most, which is done again from its beginning, and everybody sees how far it has come.
"""

from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.index.renewing import renew
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import ACCEPTED
from qlvb.content.transfers.interfaces import FAILED
from qlvb.content.transfers.interfaces import PASSED
from qlvb.content.transfers.interfaces import PROPOSED
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.content.transfers.items import Fault
from qlvb.content.violations import Refused
from qlvb.workflows.acts.transitions import fire
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.transfer.access import open_documents
from qlvb.workflows.transfer.access import shut_documents
from qlvb.workflows.transfer.candidates import violations_for
from qlvb.workflows.transfer.completing import renew_row
from qlvb.workflows.transfer.intake.reading import facts_of
from qlvb.workflows.transfer.intake.rules import faults_of
from qlvb.workflows.transfer.interfaces import ICustody
from qlvb.workflows.transfer.jobs.collecting import due_uids
from qlvb.workflows.transfer.jobs.names import go_on
from qlvb.workflows.transfer.telling import tell_accepted
from qlvb.workflows.transfer.telling import tell_checked
import time
from zope.component import getUtility
from zope.interface import implementer


#: Seconds of work between two commits.
STRETCH = 15
#: Dossiers between two commits.
MOST = 100


@implementer(IJobHandler)
class StretchJob:
    """Base: a subclass says what is left (``left``), does one (``one``) and what follows the last (``last``).
    ``states``: those of the transfer in which there is something to do, None for all.
    """

    max_attempts = 5
    timeout = 600
    states = ()

    def run(self, record, job):
        """See IJobHandler."""
        if self.states is not None and state_of(record) not in self.states:
            return
        left = self.left(record, job)
        until = time.monotonic() + STRETCH
        done = 0
        while done < min(MOST, len(left)) and time.monotonic() < until:
            self.one(record, job, left[done])
            done += 1
        if done < len(left):
            go_on(record, job)
        else:
            self.last(record, job)
        renew(record)

    def failed(self, record, job):
        """What is done stays; the job stands on the transfer and can be set going again."""


class Collect(StretchJob):
    """Puts the dossiers that are due into a transfer, as far as they may go into it."""

    states = ("draft", "returned")

    def left(self, record, job):
        """What was found inadmissible stays at the head of the list, and is passed over from then on."""
        return due_uids(record, job.params["by"])[int(job.params.get("passed_over", 0)) :]

    def one(self, record, job, uid):
        dossier = find_record(uid)
        if dossier is None or violations_for(record, dossier):
            job.params["passed_over"] = int(job.params.get("passed_over", 0)) + 1
            return
        IClaims(dossier).claim(IUUID(record))
        ITransferItems(record).add([uid])
        renew(dossier)

    def last(self, record, job):
        count = sum(ITransferItems(record).counts().values())
        IJournal(record).append("transfer.collected", job.params["by"], {"count": str(count)})


class Check(StretchJob):
    """The intake check: a result for every dossier."""

    states = ("checking", "registered", "agreed")

    def left(self, record, job):
        return ITransferItems(record).all(PROPOSED)

    def one(self, record, job, item):
        dossier = find_record(item.uid)
        if not IDossier.providedBy(dossier):
            faults = (Fault("dossier_not_closed"),)
        else:
            open_documents(record, dossier)
            faults = faults_of(facts_of(dossier), clock.today())
        state, own = FAILED if faults else PASSED, {"rehearsed": None, "to_mend": ()}
        ITransferItems(record).change(item.uid, state=state, faults=faults, reason="", when=clock.now(), **own)

    def last(self, record, job):
        counts = ITransferItems(record).counts()
        said = {"passed": str(counts[PASSED]), "failed": str(counts[FAILED])}
        IJournal(record).append("transfer.checked", "system", said)
        tell_checked(record, said)


class Renew(StretchJob):
    """The rows of many dossiers that were sent back, handed in again or let go, whatever the transfer is now."""

    states = None

    def left(self, record, job):
        return job.params["uids"][int(job.params.get("renewed", 0)) :]

    def one(self, record, job, uid):
        renew_row(record, uid)
        job.params["renewed"] = int(job.params.get("renewed", 0)) + 1

    def last(self, record, job):
        """Nothing follows."""


class Accept(StretchJob):
    """Takes over what passed. What stands against it now (a hold, a dossier opened again) is left with its reason."""

    states = ("accepting",)

    def left(self, record, job):
        return ITransferItems(record).all(PASSED)

    def one(self, record, job, item):
        items, dossier = ITransferItems(record), find_record(item.uid)
        try:
            if not IDossier.providedBy(dossier):
                raise Refused((), 404)
            getUtility(ICustody).take_over(record, dossier, job.params["by"])
        except Refused as refused:
            held = any(violation.code == "dossier_held" for violation in refused.violations)
            fault = Fault("dossier_held" if held else "dossier_not_closed")
            items.change(item.uid, state=FAILED, faults=(*item.faults, fault), when=clock.now())
            shut_documents(record, item.uid)
            if dossier is not None:
                IClaims(dossier).release(IUUID(record))
                renew(dossier)
        else:
            shut_documents(record, item.uid)  # their own cause is now that they are archived
            items.change(item.uid, state=ACCEPTED, when=clock.now())

    def last(self, record, job):
        fire(record, "finish")
        counts = ITransferItems(record).counts()
        said = {"accepted": str(counts[ACCEPTED]), "failed": str(counts[FAILED])}
        IJournal(record).append("transfer.accepted", job.params["by"], said)
        record.reindexObject()
        record.reindexObjectSecurity()
        tell_accepted(record, said)
