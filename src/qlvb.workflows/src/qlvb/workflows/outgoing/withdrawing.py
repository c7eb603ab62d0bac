"""Thu hồi: whoever acted last takes it back, until the next person acts."""

from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.organisation.people import name_of
from qlvb.workflows.acts.base import Act
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.inputs import IWithdrawInput
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.official import void_official


#: What can be taken back. A refusal of the clerk has made the signature void already.
REVERSIBLE = (
    "submitted",
    "resubmitted",
    "approved",
    "to_appraisal",
    "appraised",
    "forwarded",
    "finished",
    "returned",
    "signed",
)


class Withdraw(OutgoingAct):
    """The step that was just done is open again, before the same person."""

    id = "withdraw"
    title = _("act_outgoing_withdraw", default="Thu hồi")
    description = _("act_outgoing_withdraw_help", default="Lấy lại văn bản vừa chuyển, khi người nhận chưa xử lý.")
    schema = IWithdrawInput
    permission = "View"
    states = ("in_review", "appraisal", "to_sign", "returned", "to_issue")
    order = 60

    def relevant(self):
        return self.state in (*self.states, "numbered") and self._took_part() and self.allowed()

    def _took_part(self):
        """bool: the person did a step, or somebody did it in his place."""
        return any(self.actor.userid in (step.done_by, step.on_behalf) for step in self.route.steps())

    def wrong_state(self):
        if self.state in ("numbered", "issued"):
            message = _(
                "violation_withdraw_numbered",
                default="Không thu hồi được nữa: văn thư đã cấp số ${reference} cho văn bản.",
                mapping={"reference": self.record.reference},
            )
            return self.violation("too_late", message)
        return super().wrong_state()

    def missing_right(self):
        return Act.missing_right(self)

    def rules(self, data):
        last = self.route.last_closed()
        if last is None or last.outcome not in REVERSIBLE:
            message = _("violation_nothing_to_withdraw", default="Không có bước nào để thu hồi.")
            yield self.violation("too_late", message)
        elif self.actor.userid not in (last.done_by, last.on_behalf):
            message = _(
                "violation_withdraw_too_late",
                default="Không thu hồi được: ${person} đã xử lý văn bản lúc ${when}.",
                mapping={"person": name_of(last.done_by), "when": show_moment(last.done)},
            )
            yield self.violation("too_late", message)

    def execute(self, data):
        taken = self.route.last_closed()
        by = self.actor.userid
        self.route.close("withdrawn", by, data["comment"])
        self.route.open(taken.kind, taken.person, by, taken.request)
        self.next_kind = taken.kind
        if official_version(self.record) is not None:
            void_official(self.record, by, data["comment"])
        return {}
