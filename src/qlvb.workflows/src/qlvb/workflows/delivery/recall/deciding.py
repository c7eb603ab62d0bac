"""Duyệt, Không duyệt: the signer's word; and the answers of recipients outside the site."""

from qlvb.content import _
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.base import Act
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.interfaces import IRecalls
from qlvb.workflows.delivery.recall.inputs import IApproveChangeInput
from qlvb.workflows.delivery.recall.inputs import INoteAnswerInput
from qlvb.workflows.delivery.recall.inputs import IRejectChangeInput
from qlvb.workflows.delivery.recall.preview import of_change
from qlvb.workflows.delivery.recall.proposing import ChangeAct
from qlvb.workflows.delivery.recall.telling import tell_own_agency
from qlvb.workflows.delivery.recall.telling import tell_rejected
from qlvb.workflows.delivery.recall.vocabularies import recall_manual


APPROVE_TITLES = {
    "recall": _("act_approve_recall", default="Duyệt thu hồi"),
    "replace": _("act_approve_replace", default="Duyệt thay thế"),
    "update": _("act_approve_update", default="Duyệt cập nhật"),
}


NOTE_TITLE = _("act_note_answer", default="Ghi nhận trả lời của nơi nhận")
NOTE_TITLES = {
    "recall": _("act_note_recall_answer", default="Ghi nhận trả lời thu hồi"),
    "replace": _("act_note_replace_answer", default="Ghi nhận trả lời thay thế"),
    "update": _("act_note_update_answer", default="Ghi nhận trả lời cập nhật"),
}


class Decide(ChangeAct):
    """Base: the person who signed the document decides."""

    permission = "View"

    def preview(self):
        """See IAct."""
        return of_change(self.changes.pending())

    def relevant(self):
        return super().relevant() and self.changes.pending() is not None and self.is_signer()

    def is_signer(self):
        """bool: the current user signed the document."""
        return bool(self.record.signatory) and self.actor.userid == self.record.signatory

    def rules(self, data):
        if not self.is_signer():
            yield self.missing_right()
        elif self.changes.pending() is None:
            message = _("violation_nothing_pending", default="Không có đề nghị nào đang chờ duyệt.")
            yield self.violation("nothing_pending", message)

    def missing_right(self):
        message = _("violation_signer_decides", default="Chỉ người ký văn bản được duyệt đề nghị này.")
        return self.violation("forbidden", message)


class ApproveChange(Decide):
    """Duyệt: every recipient is asked, and the document says what has become of it. Recalling or replacing what a case
    holds would take evidence out of force at everybody who has it; a correction leaves the document as it is.
    """

    id = "approve_change"
    description = _(
        "act_approve_change_help", default="Đồng ý với đề nghị của văn thư; yêu cầu được gửi đến mọi nơi đã nhận."
    )
    schema = IApproveChangeInput
    emphasis = "primary"
    order = 10
    comment_from = "comment"

    @property
    def title(self):
        """See IAct."""
        changes = self.changes.all()
        return APPROVE_TITLES[changes[-1].kind if changes else "recall"]

    @property
    def stopped_by_hold(self):
        """See Act."""
        change = self.changes.pending()
        return change is not None and change.kind != "update"

    def execute(self, data):
        change = self.changes.decide("approved", self.actor.userid, data["comment"])
        asked = IRecalls(self.record).ask(change.kind, change.reason, self.actor.userid, change.successor_uid)
        tell_own_agency(self.record, change)
        successor = find_record(change.successor_uid)
        return {
            "kind": change.kind,
            "successor": successor.reference if successor is not None else "",
            "asked": [delivery.recipient["name"] for delivery in asked],
        }

    def transition_for(self, data, result):
        return None if result["kind"] == "update" else result["kind"]


class RejectChange(Decide):
    """Không duyệt: the document stays as it is."""

    id = "reject_change"
    title = _("act_reject_change", default="Không duyệt")
    description = _("act_reject_change_help", default="Từ chối đề nghị thu hồi, thay thế, cập nhật, kèm lý do.")
    schema = IRejectChangeInput
    emphasis = "danger"
    order = 20
    comment_from = "reason"

    def execute(self, data):
        change = self.changes.decide("rejected", self.actor.userid, data["reason"])
        tell_rejected(self.record, change)
        return {"kind": change.kind}


class NoteAnswer(Act):
    """Ghi nhận trả lời: of a recipient who is not in the site, whom the clerk has told."""

    id = "note_recall_answer"
    description = _(
        "act_note_recall_answer_help", default="Ghi lại trả lời của nơi nhận ngoài hệ thống mà văn thư đã báo."
    )
    schema = INoteAnswerInput
    permission = "qlvb: Issue"
    states = ("issued", "recalled", "replaced")
    order = 68
    comment_from = "note"

    @property
    def title(self):
        """See IAct."""
        kinds = {delivery.recall["kind"] for delivery in IRecalls(self.record).awaited()}
        return NOTE_TITLES.get(kinds.pop(), NOTE_TITLE) if len(kinds) == 1 else NOTE_TITLE

    def relevant(self):
        return super().relevant() and bool(len(recall_manual(self.record)))

    def rules(self, data):
        if not len(recall_manual(self.record)):
            message = _("violation_no_answer_awaited", default="Không có nơi nhận nào phải ghi nhận trả lời.")
            yield self.violation("too_late", message)

    def execute(self, data):
        delivery = IDeliveries(self.record).get(data["delivery"])
        agreed = data["answer"] == "agreed"
        IRecalls(self.record).answer(
            delivery.id, delivery.recall["reference"], agreed, self.actor.userid, data["note"]
        )
        return {"delivery": delivery.id, "recipient": delivery.recipient["name"], "answer": data["answer"]}
