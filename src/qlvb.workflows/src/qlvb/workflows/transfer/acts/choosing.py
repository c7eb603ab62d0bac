"""Acts of the depositor: choose dossiers, hand them in, take them back."""

from functools import cached_property
from plone.uuid.interfaces import IUUID
from qlvb.content import _
from qlvb.content import clock
from qlvb.content.index.by_uid import rows_by_uid
from qlvb.content.index.interfaces import IListing
from qlvb.content.index.question import Question
from qlvb.content.index.renewing import renew
from qlvb.content.transfers.interfaces import CURRENT
from qlvb.content.transfers.interfaces import HISTORICAL
from qlvb.content.transfers.interfaces import PROPOSED
from qlvb.content.transfers.interfaces import RETURNED
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.acts.interfaces import Effect
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.transfer.acts.base import PROPOSE
from qlvb.workflows.transfer.acts.base import RULE
from qlvb.workflows.transfer.acts.base import TransferAct
from qlvb.workflows.transfer.candidates import chosen
from qlvb.workflows.transfer.candidates import with_parts
from qlvb.workflows.transfer.completing import said_anew
from qlvb.workflows.transfer.inputs import IDossiersInput
from qlvb.workflows.transfer.inputs import IHandInInput
from qlvb.workflows.transfer.inputs import IReasonInput
from qlvb.workflows.transfer.jobs.names import CHECK
from qlvb.workflows.transfer.jobs.names import COLLECT
from qlvb.workflows.transfer.jobs.names import live
from qlvb.workflows.transfer.unchanged import unchanged
from zope.component import getUtility


BEING_MADE = ("draft", "returned")


def due_question(transfer, agency_id):
    """Question: the dossiers that the current user may hand in now, those longest finished first."""
    filters = {"agency": agency_id}
    if transfer.drafting_unit:
        filters["unit"] = f"{agency_id}.{transfer.drafting_unit}"
    box = "transfers.to_deposit" if transfer.kind == HISTORICAL else "transfers.due"
    return Question(box=box, types=("Dossier",), filters=filters)


class AddDossiers(TransferAct):
    """Dossiers are chosen; from now on no other transfer can have them."""

    id = "add_dossiers"
    title = _("act_add_dossiers", default="Thêm hồ sơ")
    description = _("act_add_dossiers_help", default="Chọn hồ sơ đã kết thúc, thời hạn bảo quản từ 05 năm trở lên.")
    schema = IDossiersInput
    permission = PROPOSE
    states = BEING_MADE
    order = 30

    def rules(self, data):
        if data is not None:
            yield from chosen(self.record, data["dossiers"])[1]

    def execute(self, data):
        dossiers = with_parts(self.record, chosen(self.record, data["dossiers"])[0])
        put_in(self.record, dossiers)
        return {"dossiers": len(dossiers)}

    def detail(self, data, result):
        return {"count": str(result["dossiers"]), "dossiers": list(data["dossiers"])}


def put_in(transfer, dossiers):
    """Put admissible dossiers (objects) into the transfer. :raises Refused: 409 another transfer has one."""
    uid = IUUID(transfer)
    for dossier in dossiers:
        IClaims(dossier).claim(uid)
    ITransferItems(transfer).add([IUUID(dossier) for dossier in dossiers])
    for dossier in dossiers:
        renew(dossier)


class DropDossiers(TransferAct):
    """Dossiers are taken out; they may go into another transfer."""

    id = "drop_dossiers"
    title = _("act_drop_dossiers", default="Bỏ hồ sơ")
    description = _("act_drop_dossiers_help", default="Bỏ hồ sơ ra khỏi đợt giao nộp.")
    schema = IDossiersInput
    permission = PROPOSE
    states = (*BEING_MADE, "checking", "registered", "agreed")
    order = 40

    def rules(self, data):
        if data is None:
            return
        yield from self.of_transfer(data["dossiers"])
        if self.state == "checking":
            for uid in data["dossiers"]:
                item = self.items.get(uid)
                if item is not None and item.state != RETURNED:
                    message = _(
                        "violation_transfer_not_returned", default="Chỉ bỏ được hồ sơ đã bị trả lại để bổ sung."
                    )
                    yield self.violation("not_returned", message, "dossiers")

    def execute(self, data):
        self.release(data["dossiers"])
        for uid in data["dossiers"]:
            self.items.remove(uid)
        return {"dossiers": len(data["dossiers"])}

    def detail(self, data, result):
        return {"count": str(result["dossiers"]), "dossiers": list(data["dossiers"])}


class CollectDue(TransferAct):
    """The worker puts in everything that is due, however much it is."""

    id = "collect_due"
    title = _("act_collect_due", default="Lấy mọi hồ sơ đến hạn")
    description = _("act_collect_due_help", default="Hệ thống đưa vào mọi hồ sơ đến hạn nộp lưu của đơn vị.")
    permission = PROPOSE
    states = BEING_MADE
    order = 20

    def rules(self, data):
        if live(self.record, COLLECT):
            message = _("violation_transfer_collecting", default="Hệ thống đang đưa hồ sơ vào đợt giao nộp.")
            yield self.violation("too_late", message)
        elif not getUtility(IListing).count(due_question(self.record, self.agency.id)):
            message = _("violation_transfer_none_due", default="Không có hồ sơ nào đến hạn nộp lưu.")
            yield self.violation("none_due", message)

    def execute(self, data):
        by = self.actor.userid
        job = IJobs(self.record).enqueue(COLLECT, f"{COLLECT}.{clock.now().isoformat()}", {"by": by}, owner=by)
        return {"job": job.id}


class HandIn(TransferAct):
    """Base: what was sent back is handed in again. Where a faulted part is as it was, only with a reason, which the
    archivist reads beside the dossier.
    """

    @cached_property
    def unchanged(self):
        """list of (TransferItem, dossier)."""
        return unchanged(self.items.all(RETURNED))

    @property
    def schema(self):
        """Nothing is asked of a transfer of which nothing came back."""
        return IHandInInput if self.items.counts()[RETURNED] else None

    def preview(self):
        if not self.unchanged:
            return ()
        label = _("transfer_unchanged", default="Phần có lỗi chưa được sửa")
        return (Effect(label, tuple(f"{dossier.code} {dossier.title}" for _item, dossier in self.unchanged)),)

    def without_reason(self, data):
        """Violations of dossiers that come again as they went back, without a word of why."""
        if (data or {}).get("unchanged_reason"):
            return
        for _item, dossier in self.unchanged:
            message = _(
                "violation_transfer_unchanged",
                default="Hồ sơ ${code} bị trả lại mà phần có lỗi chưa được sửa: hãy sửa, hoặc nêu lý do nộp lại.",
                mapping={"code": dossier.code or dossier.title or ""},
            )
            yield self.violation("unchanged", message, "unchanged_reason", RULE)

    def hand_in_again(self, data):
        """The TransferItems that came back wait for the check again."""
        said = (data or {}).get("unchanged_reason") or ""
        same = {item.uid for item, _dossier in self.unchanged}
        items = self.items.all(RETURNED)
        for item in items:
            answer = said if item.uid in same else ""
            self.items.change(item.uid, state=PROPOSED, faults=(), answer=answer, when=clock.now())
        said_anew(self.record, [item.uid for item in items], self.actor.userid)
        return items

    def detail(self, data, result):
        said = (data or {}).get("unchanged_reason") or ""
        return {"count": str(result["dossiers"]), **({"comment": said} if said and self.unchanged else {})}


class SubmitTransfer(HandIn):
    """It is handed in: the archive has to look at it."""

    id = "submit_transfer"
    title = _("act_submit_transfer", default="Nộp lưu")
    description = _("act_submit_transfer_help", default="Gửi đợt giao nộp cho lưu trữ cơ quan tiếp nhận.")
    permission = PROPOSE
    states = BEING_MADE
    transition = "submit"
    emphasis = "primary"
    kind = CURRENT
    order = 10

    def rules(self, data):
        items = self.items.all()
        if not items:
            yield self.empty()
            return
        if live(self.record, COLLECT):
            message = _("violation_transfer_collecting", default="Hệ thống đang đưa hồ sơ vào đợt giao nộp.")
            yield self.violation("too_late", message)
        if data is not None:
            yield from not_closed(self, items)
            yield from self.without_reason(data)

    def execute(self, data):
        self.hand_in_again(data)
        return {"dossiers": len(self.items.all())}


def not_closed(act, items):
    """Violations of dossiers that were opened again, or are gone, since they were chosen."""
    rows, _there = rows_by_uid([item.uid for item in items])
    for item in items:
        row = rows.get(item.uid)
        if row is None or row.state != "closed":
            message = _(
                "violation_transfer_reopened",
                default="Hồ sơ ${code} chưa kết thúc: hãy kết thúc lại, hoặc bỏ khỏi đợt giao nộp.",
                mapping={"code": row.reference if row is not None else item.uid},
            )
            yield act.violation("dossier_state", message, "dossiers", RULE)


class WithdrawTransfer(TransferAct):
    """The depositor takes it back before anybody has looked at it."""

    id = "withdraw_transfer"
    title = _("act_withdraw_transfer", default="Rút lại")
    description = _("act_withdraw_transfer_help", default="Lấy lại đợt giao nộp để sửa, trước khi lưu trữ kiểm tra.")
    permission = PROPOSE
    states = ("proposed",)
    transition = "withdraw"
    order = 60


class ResubmitDossiers(HandIn):
    """What was sent back is complete now, while the rest of the transfer is being checked."""

    id = "resubmit_dossiers"
    title = _("act_resubmit_dossiers", default="Nộp lại hồ sơ đã bổ sung")
    description = _("act_resubmit_dossiers_help", default="Nộp lại những hồ sơ bị trả lại, sau khi đã bổ sung.")
    permission = PROPOSE
    states = ("checking",)
    emphasis = "primary"
    order = 10

    def relevant(self):
        return super().relevant() and bool(self.items.counts()[RETURNED])

    def rules(self, data):
        items = self.items.all(RETURNED)
        if not items:
            message = _("violation_transfer_nothing_returned", default="Không có hồ sơ nào bị trả lại.")
            yield self.violation("nothing_returned", message)
        elif data is not None:
            yield from not_closed(self, items)
            yield from self.without_reason(data)

    def execute(self, data):
        items = self.hand_in_again(data)
        by = self.actor.userid
        IJobs(self.record).enqueue(CHECK, f"{CHECK}.{clock.now().isoformat()}", {"by": by}, owner=by)
        return {"dossiers": len(items)}


class CancelTransfer(TransferAct):
    """Nothing comes of it; its dossiers are free."""

    id = "cancel_transfer"
    title = _("act_cancel_transfer", default="Hủy đợt giao nộp")
    description = _("act_cancel_transfer_help", default="Hủy, hồ sơ trở lại như trước khi chọn.")
    schema = IReasonInput
    permission = PROPOSE
    states = ("draft", "returned")
    transition = "cancel"
    emphasis = "danger"
    order = 90

    def execute(self, data):
        self.release([item.uid for item in self.items.all()])
        return {}

    def detail(self, data, result):
        return {"comment": data["reason"]}
