"""Thu hồi, Thay thế, Cập nhật: what the clerk asks of the signer, and takes back (NĐ 30/2020 Điều 18.3)."""

from qlvb.content import _
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.base import Act
from qlvb.workflows.delivery.recall.inputs import IRecallInput
from qlvb.workflows.delivery.recall.inputs import IReplaceInput
from qlvb.workflows.delivery.recall.inputs import IUpdateInput
from qlvb.workflows.delivery.recall.inputs import IWithdrawChangeInput
from qlvb.workflows.delivery.recall.interfaces import IChanges
from qlvb.workflows.delivery.recall.rules import successor_violations
from qlvb.workflows.delivery.recall.telling import tell_signer


class ChangeAct(Act):
    """Base of the acts on what is asked about an issued document."""

    states = ("issued",)
    conflict_codes = Act.conflict_codes | {"change_pending", "nothing_pending"}

    @property
    def changes(self):
        return IChanges(self.record)


class Propose(ChangeAct):
    """Base: one wish at a time; nothing happens to the document until the signer has agreed."""

    permission = "qlvb: Issue"
    kind = ""
    comment_from = "reason"

    def rules(self, data):
        if self.changes.pending() is not None:
            message = _(
                "violation_change_pending",
                default="Đang có đề nghị thu hồi, thay thế hoặc cập nhật chờ người ký duyệt.",
            )
            yield self.violation("change_pending", message)
        elif not self.record.signatory:
            message = _("violation_no_signer", default="Văn bản không có người ký trong hệ thống để duyệt.")
            yield self.violation("no_signer", message)
        elif data is not None:
            old, new = self.record, find_record(data["successor"])
            yield from successor_violations(
                self.kind, old.document_type, new.document_type, old.issue_date, new.issue_date
            )

    def execute(self, data):
        change = self.changes.propose(self.kind, data["reason"], data["successor"], self.actor.userid)
        tell_signer(self.record, change)
        return {"change": change.id, "kind": self.kind, "successor": find_record(data["successor"]).reference}


class ProposeRecall(Propose):
    """Thu hồi."""

    id = "recall"
    title = _("act_recall", default="Thu hồi")
    description = _(
        "act_recall_help", default="Đề nghị người ký duyệt thu hồi văn bản đã phát hành, theo một văn bản thu hồi."
    )
    schema = IRecallInput
    kind = "recall"
    emphasis = "danger"
    order = 60


class ProposeReplacement(Propose):
    """Thay thế."""

    id = "replace"
    title = _("act_replace", default="Thay thế")
    description = _("act_replace_help", default="Đề nghị người ký duyệt thay thế bằng văn bản đã phát hành khác.")
    schema = IReplaceInput
    kind = "replace"
    order = 62


class ProposeUpdate(Propose):
    """Cập nhật: the document stays in force, recipients learn of the correction."""

    id = "update"
    title = _("act_update", default="Cập nhật")
    description = _("act_update_help", default="Đề nghị người ký duyệt gửi đính chính đến các nơi đã nhận văn bản.")
    schema = IUpdateInput
    kind = "update"
    order = 64


class WithdrawChange(ChangeAct):
    """Rút đề nghị: before the signer has decided."""

    id = "withdraw_change"
    title = _("act_withdraw_change", default="Rút đề nghị")
    description = _("act_withdraw_change_help", default="Rút đề nghị thu hồi, thay thế, cập nhật chưa được duyệt.")
    schema = IWithdrawChangeInput
    permission = "qlvb: Issue"
    order = 66
    comment_from = "comment"

    def relevant(self):
        return super().relevant() and self.changes.pending() is not None

    def rules(self, data):
        if self.changes.pending() is None:
            message = _("violation_nothing_pending", default="Không có đề nghị nào đang chờ duyệt.")
            yield self.violation("nothing_pending", message)

    def execute(self, data):
        change = self.changes.decide("withdrawn", self.actor.userid, data["comment"])
        return {"change": change.id, "kind": change.kind}
