"""Chuẩn bị ý kiến: an assistant writes down what his leader might say."""

from qlvb.content import _
from qlvb.workflows.acts.base import DELEGATION
from qlvb.workflows.acts.base import Act
from qlvb.workflows.delegation.inputs import IOpinionInput
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.delegation.interfaces import IPreparedOpinions
from qlvb.workflows.rights.grants import turn_of
from zope.component import getUtility


class PrepareOpinion(Act):
    """Words for whoever he assists, while it is that person's turn."""

    id = "prepare_opinion"
    title = _("act_prepare_opinion", default="Chuẩn bị ý kiến")
    description = _(
        "act_prepare_opinion_help", default="Ghi ý kiến để lãnh đạo xem và dùng nếu đồng ý; chưa quyết định gì."
    )
    schema = IOpinionInput
    permission = "View"
    emphasis = "primary"
    order = 12

    @property
    def scope(self):
        """The delegation (Scope) by which the actor prepares this record, or None."""
        found, holders = getUtility(IDelegations).covering(self.actor.userid, self.record), turn_of(self.record)
        return next((scope for scope in found if not scope.may_act and scope.giver in holders), None)

    def relevant(self):
        return super().relevant() and self.scope is not None

    def defaults(self):
        kept = IPreparedOpinions(self.record).get(self.scope.giver) if self.scope is not None else None
        return {"text": kept.text} if kept is not None else {}

    def rules(self, data):
        if self.scope is None:
            message = _(
                "violation_no_assistant", default="Chỉ trợ lý của người đang xử lý văn bản chuẩn bị ý kiến được."
            )
            yield self.violation("forbidden", message, rule=DELEGATION)

    def execute(self, data):
        scope = self.scope
        IPreparedOpinions(self.record).keep(scope.giver, data["text"], self.actor.userid)
        return {"giver": scope.giver}

    def detail(self, data, result):
        return {"comment": data["text"], "giver": result["giver"]}
