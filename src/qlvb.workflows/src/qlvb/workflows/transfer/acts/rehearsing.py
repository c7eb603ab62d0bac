"""The depositor has the machine look before the archive does."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.transfers.interfaces import CURRENT
from qlvb.content.transfers.interfaces import PROPOSED
from qlvb.content.transfers.interfaces import RETURNED
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.transfer.acts.base import PROPOSE
from qlvb.workflows.transfer.acts.base import TransferAct
from qlvb.workflows.transfer.jobs.names import COLLECT
from qlvb.workflows.transfer.jobs.names import REHEARSE
from qlvb.workflows.transfer.jobs.names import live


class CheckBefore(TransferAct):
    """The intake check without its consequences, while the dossiers are still the depositor's: what it finds is his
    list of things to do (NĐ 30/2020 Điều 30.3.a: the unit completes its dossiers before it hands them over).
    """

    id = "check_before_transfer"
    title = _("act_check_before_transfer", default="Kiểm tra trước khi nộp")
    description = _(
        "act_check_before_transfer_help",
        default="Hệ thống kiểm tra như lưu trữ sẽ kiểm tra và nêu những gì cần sửa; chưa nộp gì cả.",
    )
    permission = PROPOSE
    kind = CURRENT
    states = ("draft", "returned", "checking")
    order = 15

    def relevant(self):
        return super().relevant() and (self.state != "checking" or bool(self.items.all(RETURNED)))

    def rules(self, data):
        if not self.wanted:
            yield self.empty()
        elif live(self.record, COLLECT):
            message = _("violation_transfer_collecting", default="Hệ thống đang đưa hồ sơ vào đợt giao nộp.")
            yield self.violation("too_late", message)
        elif live(self.record, REHEARSE):
            message = _("violation_transfer_checking", default="Hệ thống đang kiểm tra hồ sơ, hãy chờ kết quả.")
            yield self.violation("too_late", message)

    @property
    def wanted(self):
        """UIDs of what lies with the depositor: what was sent back only, while the archive has the rest."""
        states = (RETURNED,) if self.state == "checking" else (PROPOSED, RETURNED)
        return [item.uid for item in self.items.all(*states)]

    def execute(self, data):
        by, wanted = self.actor.userid, self.wanted
        key = f"{REHEARSE}.{clock.now().isoformat()}"
        job = IJobs(self.record).enqueue(REHEARSE, key, {"by": by, "uids": wanted}, owner=by)
        return {"dossiers": len(wanted), "job": job.id}

    def detail(self, data, result):
        return {"count": str(result["dossiers"])}
