"""The intake check for the depositor, before he hands in."""

from qlvb.content import clock
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.transfers.interfaces import PROPOSED
from qlvb.content.transfers.interfaces import RETURNED
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.content.transfers.items import Fault
from qlvb.workflows.transfer.intake.reading import facts_of
from qlvb.workflows.transfer.intake.rules import faults_of
from qlvb.workflows.transfer.jobs.stretches import StretchJob
from qlvb.workflows.transfer.telling import tell_rehearsed


class Rehearse(StretchJob):
    """What the check would say of each dossier is kept beside its state, which stays. Ends when the dossiers were
    handed in meanwhile: then the archive checks.
    """

    states = ("draft", "returned", "checking")

    def left(self, record, job):
        return job.params["uids"][int(job.params.get("done", 0)) :]

    def one(self, record, job, uid):
        items, dossier = ITransferItems(record), find_record(uid)
        item = items.get(uid)
        if item is not None and item.state in (PROPOSED, RETURNED):
            there = IDossier.providedBy(dossier)
            found = faults_of(facts_of(dossier), clock.today()) if there else (Fault("dossier_not_closed"),)
            items.change(uid, rehearsed=clock.now(), to_mend=tuple(found))
        job.params["done"] = int(job.params.get("done", 0)) + 1

    def last(self, record, job):
        looked = [item for item in ITransferItems(record).all(PROPOSED, RETURNED) if item.rehearsed]
        failed = sum(bool(item.to_mend) for item in looked)
        said = {"passed": str(len(looked) - failed), "failed": str(failed)}
        IJournal(record).append("transfer.rehearsed", job.params["by"], said)
        tell_rehearsed(record, job.params["by"], said)
