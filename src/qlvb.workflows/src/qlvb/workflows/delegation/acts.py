"""Acts on a delegation: end it early, take it back, decline it. By its date it ends by itself."""

from qlvb.content import _
from qlvb.workflows.acts.base import Act
from qlvb.workflows.delegation.inputs import IEndInput
from qlvb.workflows.delegation.inputs import IReasonInput


class DelegationAct(Act):
    """Base: acts of the giver and of the agency's administrators."""

    permission = "qlvb: Delegate"
    states = ("active",)

    def wrong_state(self):
        message = _("violation_delegation_over", default="Ủy quyền này đã kết thúc.")
        return self.violation("wrong_state", message)

    def missing_right(self):
        message = _(
            "violation_delegation_right",
            default="Chỉ người ủy quyền hoặc quản trị đơn vị thực hiện được “${act}”.",
            mapping={"act": self.title},
        )
        return self.violation("forbidden", message)

    def detail(self, data, result):
        return {"comment": data["reason"], "giver": self.record.giver, "receiver": self.record.receiver}


class End(DelegationAct):
    """The giver is back earlier."""

    id = "end_delegation"
    title = _("act_delegation_end", default="Kết thúc ủy quyền")
    description = _("act_delegation_end_help", default="Kết thúc trước thời hạn, có hiệu lực ngay.")
    schema = IEndInput
    transition = "end"
    order = 10


class Revoke(DelegationAct):
    """The giver, or the agency, takes the authority back."""

    id = "revoke_delegation"
    title = _("act_delegation_revoke", default="Thu hồi ủy quyền")
    description = _("act_delegation_revoke_help", default="Thu hồi ngay, nêu rõ lý do.")
    schema = IReasonInput
    transition = "revoke"
    emphasis = "danger"
    order = 20


class Decline(DelegationAct):
    """The receiver does not take it on."""

    id = "decline_delegation"
    title = _("act_delegation_decline", default="Từ chối nhận ủy quyền")
    description = _("act_delegation_decline_help", default="Trả lại ủy quyền, nêu rõ lý do.")
    schema = IReasonInput
    permission = "qlvb: Handle"
    transition = "decline"
    order = 30

    def missing_right(self):
        message = _("violation_delegation_receiver", default="Chỉ người được ủy quyền từ chối được.")
        return self.violation("forbidden", message)
