"""Acts of those who have the draft before them: approve, pass on, return."""

from qlvb.content import _
from qlvb.workflows.acts.conversion import convert
from qlvb.workflows.acts.interfaces import IAct
from qlvb.workflows.localsigning.route import is_on_device
from qlvb.workflows.localsigning.route import one_by_one
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.inputs import IApproveInput
from qlvb.workflows.outgoing.inputs import IReturnInput
from qlvb.workflows.outgoing.inputs import ISubmitInput
from qlvb.workflows.outgoing.passing import accompany
from qlvb.workflows.outgoing.passing import closed_channels
from qlvb.workflows.outgoing.passing import may_sign
from qlvb.workflows.outgoing.passing import wish_violations
from qlvb.workflows.outgoing.signing import Sign
from zope.component import getAdapter


class Approve(OutgoingAct):
    """Duyệt: the version before the reviewer is approved and goes to the signer, or to one more reviewer."""

    id = "approve"
    title = _("act_outgoing_approve", default="Duyệt")
    description = _("act_outgoing_approve_help", default="Đồng ý với bản dự thảo này và chuyển đến người ký.")
    schema = IApproveInput
    permission = "qlvb: Review"
    states = ("in_review",)
    emphasis = "primary"
    order = 10

    def defaults(self):
        proposed = self.proposed()
        return {"receiver": proposed} if proposed else {}

    def rules(self, data):
        if data is not None:
            yield from self.deviation(data["receiver"], data["comment"], "comment")
        if data is not None and not data["receiver"] and not self.record.signatory:
            message = _("violation_no_signatory", default="Văn bản chưa có người ký: hãy chọn người nhận tiếp theo.")
            yield self.violation("no_signatory", message, "receiver")
        elif data is not None and not data["receiver"] and self.actor.stands_for(self.record.signatory):
            message = _(
                "violation_signatory_reviews", default="Anh/chị là người ký: hãy ký số, hoặc chọn người nhận tiếp theo."
            )
            yield self.violation("signatory_reviews", message, "receiver")

    def execute(self, data):
        proposed = self.proposed()
        receiver = data["receiver"] or proposed or self.record.signatory
        result = self.move("approved", self.kind_for(receiver), receiver, data["comment"], data["comment"])
        return {**result, "proposed": proposed}


class Forward(OutgoingAct):
    """Chuyển lãnh đạo khác: pass on without deciding."""

    id = "forward"
    title = _("act_outgoing_forward", default="Chuyển lãnh đạo khác")
    description = _("act_outgoing_forward_help", default="Chuyển dự thảo đến lãnh đạo khác xem xét.")
    schema = ISubmitInput
    permission = "qlvb: Review"
    states = ("in_review", "to_sign")
    order = 20

    def closed(self):
        return closed_channels(self.agency)

    def rules(self, data):
        if data is not None:
            yield from self.deviation(data["receiver"], data["request"], "request")
            yield from wish_violations(self.record, self.agency, data)

    def execute(self, data):
        receiver, proposed = data["receiver"], self.proposed()
        kind = "sign" if data["sign_requested"] or self._signs(receiver) else self.kind_for(receiver)
        result = self.move("forwarded", kind, receiver, data["request"], data["request"])
        return {**result, "proposed": proposed, **accompany(self.record, self.agency, data, self.actor.userid)}

    def _signs(self, receiver):
        """A draft that waits for a signature goes on to another leader of the agency to be signed by him."""
        return self.state == "to_sign" and may_sign(self.record, self.agency, receiver)


class Return(OutgoingAct):
    """Trả lại / Chuyển chuyên viên: to the drafter, or to somebody who reviewed it before."""

    id = "return"
    title = _("act_outgoing_return", default="Chuyển chuyên viên (trả lại)")
    description = _("act_outgoing_return_help", default="Trả lại dự thảo để sửa, kèm lý do.")
    schema = IReturnInput
    permission = "qlvb: Review"
    states = ("in_review", "appraisal", "to_sign")
    emphasis = "danger"
    order = 30

    def execute(self, data):
        receiver = data["receiver"] or self.record.drafter
        kind = "rework" if receiver == self.record.drafter else "review"
        return self.move("returned", kind, receiver, data["reason"], data["reason"])

    def detail(self, data, result):
        return {**super().detail(data, result), "comment": data["reason"]}


class FastApprove(OutgoingAct):
    """Duyệt nhanh: approve, or sign where a signature is asked for, with what the form would propose; made for a
    selection of documents.
    """

    id = "fast_approve"
    title = _("act_outgoing_fast_approve", default="Duyệt nhanh")
    description = _(
        "act_outgoing_fast_approve_help", default="Duyệt với ý kiến và nơi chuyển mặc định; ký số nếu đang chờ ký."
    )
    permission = "qlvb: Review"
    states = ("in_review", "to_sign")
    order = 8
    conflict_codes = Sign.conflict_codes
    unavailable_codes = Sign.unavailable_codes
    stand_in = Sign.stand_in

    @property
    def in_bulk(self):
        """Signatures are given by the worker, approvals at once."""
        return self.inner.in_bulk

    @property
    def inner(self):
        """The act that is done."""
        return getAdapter(self.record, IAct, name="sign" if self.state == "to_sign" else "approve")

    def values(self):
        """(input, violations) of the inner act by its proposals alone."""
        return convert(self.inner.schema, {}, self.record, self.inner.defaults())

    def rules(self, data):
        if found := self.inner.check():
            return found
        if self.state == "to_sign" and is_on_device(self.agency.id, "approve", userid=self.actor.userid):
            return [one_by_one()]
        values, violations = self.values()
        return violations or self.inner.check(values)

    def execute(self, data):
        act = self.inner
        values, _violations = self.values()
        result = act.execute(values)
        self.transition = act.transition_for(values, result)
        return {**result, "did": act.id}

    def transition_for(self, data, result):
        return self.transition
