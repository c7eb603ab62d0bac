"""What the worker does by itself: checkpoints, samples, full passes, the proof (IPeriodicWork)."""

from datetime import timedelta
from plone import api
from qlvb.content import _
from qlvb.workflows.integrity.alarm import alarm_of_journals
from qlvb.workflows.integrity.checkpointing import make_checkpoints
from qlvb.workflows.integrity.checkpointing import prove_site
from qlvb.workflows.integrity.looking import look_at_all
from qlvb.workflows.integrity.looking import look_at_sample
from qlvb.workflows.integrity.proofs import keep_proof
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import OwnTransactions
from zope.interface import implementer


#: Seconds of a full pass in each hour: a pass over a terabyte at 300 MB a second takes five weeks of them.
SHARE = 120


@implementer(IPeriodicWork)
class Checkpoint:
    """Every hour what happened in it is covered: an altered entry is at most an hour younger than its proof."""

    title = _("periodic_checkpoint", default="Lập mốc kiểm chứng nhật ký")
    interval = timedelta(hours=1)

    def run(self, now):
        return {"entries": make_checkpoints(api.portal.get())}


@implementer(IPeriodicWork)
class Sample:
    """Every night the files of some records, other ones each time."""

    title = _("periodic_fixity_sample", default="Kiểm tra toàn vẹn một phần tệp")
    interval = timedelta(days=1)

    def run(self, now):
        return {"faults": len(look_at_sample(api.portal.get(), seed=now.toordinal()))}


@implementer(IPeriodicWork)
class FullPass:
    """A pass over all files, in hourly portions; when it is through, the next begins."""

    title = _("periodic_fixity_full", default="Kiểm tra toàn vẹn toàn bộ tệp")
    interval = timedelta(hours=1)

    def run(self, now):
        new, through = look_at_all(api.portal.get(), seconds=SHARE)
        return {"faults": len(new), "through": through}


@implementer(IPeriodicWork)
class Verification:
    """Once a week all journals are held against all checkpoints."""

    title = _("periodic_verification", default="Đối chiếu nhật ký với các mốc kiểm chứng")
    interval = timedelta(days=7)

    def run(self, now):
        proof = prove_site(api.portal.get())
        if not proof.holds:
            OwnTransactions().attempt(lambda: alarm_of_journals(len(proof.problems), now))
        OwnTransactions().attempt(lambda: keep_proof(api.portal.get(), proof, now))
        return {"checkpoints": proof.checkpoints, "entries": proof.entries, "problems": len(proof.problems)}
