"""Acts of the archivist on what was handed in: have it checked, send it back, take it over."""

from qlvb.content import _
from qlvb.content import clock
from qlvb.content.lookup import find_record
from qlvb.content.transfers.interfaces import CURRENT
from qlvb.content.transfers.interfaces import FAILED
from qlvb.content.transfers.interfaces import LEFT_OUT
from qlvb.content.transfers.interfaces import PASSED
from qlvb.content.transfers.interfaces import PROPOSED
from qlvb.content.transfers.interfaces import RETURNED
from qlvb.workflows.acts.interfaces import Effect
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.transfer.acts.base import RECEIVE
from qlvb.workflows.transfer.acts.base import RULE
from qlvb.workflows.transfer.acts.base import TransferAct
from qlvb.workflows.transfer.completing import said_anew
from qlvb.workflows.transfer.inputs import ICheckInput
from qlvb.workflows.transfer.inputs import IReturnInput
from qlvb.workflows.transfer.inputs import IWaiveInput
from qlvb.workflows.transfer.jobs.names import ACCEPT
from qlvb.workflows.transfer.jobs.names import CHECK
from qlvb.workflows.transfer.jobs.names import live
from qlvb.workflows.transfer.unchanged import baseline


def dossiers_text(count):
    """Message id: so many dossiers."""
    return _("transfer_so_many", default="${count} hồ sơ", mapping={"count": str(count)})


class ArchiveAct(TransferAct):
    """Base: nothing is decided while the machine is still looking."""

    permission = RECEIVE
    kind = CURRENT
    states = ("checking",)

    def rules(self, data):
        if live(self.record, CHECK):
            message = _("violation_transfer_checking", default="Hệ thống đang kiểm tra hồ sơ, hãy chờ kết quả.")
            yield self.violation("too_late", message)

    def detail(self, data, result):
        return {"count": str(result["dossiers"]), **({"comment": data["reason"]} if "reason" in data else {})}


class CheckTransfer(ArchiveAct):
    """The machine looks at every dossier; a later time at those without a good result."""

    id = "check_transfer"
    title = _("act_check_transfer", default="Kiểm tra")
    description = _(
        "act_check_transfer_help",
        default="Kiểm tra tự động: đủ văn bản, mã độc, PDF/A, chữ ký số, dữ liệu đặc tả, số trang.",
    )
    schema = ICheckInput
    states = ("proposed", "checking")
    emphasis = "primary"
    order = 10

    def transition_for(self, data, result):
        return "check" if self.state == "proposed" else None

    def execute(self, data):
        again = (FAILED, PASSED) if data["again"] else (FAILED,)
        for item in self.items.all(*again):
            self.items.change(item.uid, state=PROPOSED, faults=(), reason="", when=clock.now())
        by = self.actor.userid
        self.record.receiver = by
        job = IJobs(self.record).enqueue(CHECK, f"{CHECK}.{clock.now().isoformat()}", {"by": by}, owner=by)
        return {"dossiers": self.items.counts()[PROPOSED], "job": job.id}


class ReturnDossiers(ArchiveAct):
    """Dossiers go back to their depositor with a reason; the others stay and may be taken over."""

    id = "return_transfer"
    title = _("act_return_transfer", default="Trả lại bổ sung")
    description = _("act_return_transfer_help", default="Trả hồ sơ cho người giao nộp bổ sung, nêu rõ lý do.")
    schema = IReturnInput
    emphasis = "danger"
    order = 30

    def wanted(self, data):
        """UIDs: those named, else all with faults."""
        return list(dict.fromkeys(data["dossiers"])) or [item.uid for item in self.items.all(FAILED)]

    def rules(self, data):
        found = list(super().rules(data))
        yield from found
        if data is None or found:
            return
        yield from self.of_transfer(data["dossiers"])
        if not self.wanted(data):
            message = _(
                "violation_transfer_none_failed", default="Không có hồ sơ nào có lỗi: hãy chọn hồ sơ cần trả lại."
            )
            yield self.violation("dossiers_missing", message, "dossiers")

    def transition_for(self, data, result):
        """The transfer itself goes back when nothing of it is left here."""
        counts = self.items.counts()
        return "return" if not counts[PROPOSED] + counts[PASSED] + counts[FAILED] else None

    def execute(self, data):
        wanted = self.wanted(data)
        for uid in wanted:
            dossier = find_record(uid)
            kept = baseline(dossier, self.items.get(uid).faults) if dossier is not None else ()
            said = {"reason": data["reason"], "answer": "", "baseline": kept}
            self.items.change(uid, state=RETURNED, when=clock.now(), **said)
        said_anew(self.record, wanted, self.actor.userid)
        return {"dossiers": len(wanted)}


class WaiveFaults(ArchiveAct):
    """The archivist takes dossiers in spite of what was found, and says why; the faults stay on record. On the way to
    the historical archive too: what was taken into the current archive with a fault cannot be mended any more there,
    and it is the historical archive that decides.
    """

    id = "waive_faults"
    title = _("act_waive_faults", default="Chấp nhận có lý do")
    description = _("act_waive_faults_help", default="Nhận hồ sơ dù có lỗi, nêu rõ lý do; lỗi vẫn được ghi lại.")
    schema = IWaiveInput
    kind = ""
    states = ("checking", "registered", "agreed")
    order = 40

    #: What nobody can waive: these dossiers cannot change hands at all.
    BINDING = frozenset(
        {
            "dossier_not_closed",
            "dossier_held",
            "retention_missing",
            "retention_short",
            "file_damaged",
            "file_infected",
        }
    )

    def relevant(self):
        return super().relevant() and bool(self.items.counts()[FAILED])

    def rules(self, data):
        found = list(super().rules(data))
        yield from found
        if data is None or found:
            return
        yield from self.of_transfer(data["dossiers"])
        for uid in data["dossiers"]:
            item = self.items.get(uid)
            if item is not None and item.state != FAILED:
                message = _("violation_transfer_not_failed", default="Chỉ chấp nhận hồ sơ mà kiểm tra thấy có lỗi.")
                yield self.violation("not_failed", message, "dossiers")
            elif item is not None and self.BINDING & {fault.rule for fault in item.faults}:
                message = _(
                    "violation_transfer_binding",
                    default="Không bỏ qua được: hồ sơ chưa kết thúc, đang phong tỏa, không đủ thời hạn bảo quản, "
                    "tệp hỏng hoặc nhiễm mã độc.",
                )
                yield self.violation("binding_fault", message, "dossiers", RULE)

    def execute(self, data):
        for uid in data["dossiers"]:
            self.items.change(uid, state=PASSED, reason=data["reason"], when=clock.now())
        return {"dossiers": len(data["dossiers"])}


class AcceptTransfer(ArchiveAct):
    """Custody and rights of every dossier that passed move; the worker does it, so thousands are one press."""

    id = "accept_transfer"
    title = _("act_accept_transfer", default="Tiếp nhận")
    description = _("act_accept_transfer_help", default="Tiếp nhận mọi hồ sơ đạt vào lưu trữ hiện hành.")
    transition = "accept"
    emphasis = "primary"
    order = 20

    def rules(self, data):
        yield from super().rules(data)
        counts = self.items.counts()
        if counts[PROPOSED]:
            message = _("violation_transfer_unchecked", default="Còn hồ sơ chưa kiểm tra.")
            yield self.violation("unchecked", message, "dossiers", RULE)
        if counts[FAILED]:
            message = _(
                "violation_transfer_failed",
                default="Còn ${count} hồ sơ có lỗi: hãy trả lại bổ sung, hoặc chấp nhận có lý do.",
                mapping={"count": str(counts[FAILED])},
            )
            yield self.violation("failed_left", message, "dossiers", RULE)
        if not counts[PASSED]:
            message = _("violation_transfer_none_passed", default="Không có hồ sơ nào đạt để tiếp nhận.")
            yield self.violation("none_passed", message, "dossiers", RULE)

    def preview(self):
        """What is taken, and what was sent back and has not come again: it goes free, for a later transfer."""
        taken = _("transfer_will_take", default="Sẽ tiếp nhận vào lưu trữ")
        found = [Effect(taken, (dossiers_text(self.items.counts()[PASSED]),))]
        if left := self.items.all(RETURNED):
            label = _("transfer_will_leave", default="Không nhận đợt này (đã trả lại, chưa nộp lại)")
            found.append(Effect(label, (dossiers_text(len(left)),)))
        return tuple(found)

    def execute(self, data):
        left = self.items.all(RETURNED)
        self.release([item.uid for item in left])
        for item in left:
            self.items.change(item.uid, state=LEFT_OUT, when=clock.now())
        by = self.actor.userid
        self.record.receiver = by
        self.record.accepted_on = clock.today()
        job = IJobs(self.record).enqueue(ACCEPT, ACCEPT, {"by": by}, owner=by)
        return {"dossiers": self.items.counts()[PASSED], "job": job.id}
