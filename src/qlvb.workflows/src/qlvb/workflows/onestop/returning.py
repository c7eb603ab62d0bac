"""Acts by which a submission goes back: to the one-stop system, which ends it here, or to the leader who signed."""

from qlvb.content import _
from qlvb.workflows.consultation.withdrawing import take_back
from qlvb.workflows.onestop.acts import SUBMIT
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.inputs import ICancelByOneStopInput
from qlvb.workflows.onestop.inputs import IReturnToOneStopInput
from qlvb.workflows.onestop.rules import WITH_LEADER
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.drafting import Reopen
from qlvb.workflows.outgoing.issuing import RefuseNumber
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.official import void_official
from qlvb.workflows.outgoing.withdrawing import Withdraw


class ReturnToOneStop(OutgoingAct):
    """Trả lại: back to the unit that sent it there, which edits it and submits it anew; this document has ended."""

    id = "return"
    title = _("act_onestop_return", default="Trả lại một cửa")
    description = _(
        "act_onestop_return_help", default="Trả hồ sơ về hệ thống một cửa kèm ý kiến; hồ sơ sửa xong sẽ được trình lại."
    )
    schema = IReturnToOneStopInput
    permission = "qlvb: Review"
    states = ("in_review", "appraisal", "to_sign")
    transition = "cancel"
    emphasis = "danger"
    order = 30

    def execute(self, data):
        by = self.actor.userid
        if official_version(self.record) is not None:
            void_official(self.record, by, data["reason"])
        self.route.close("returned", by, data["reason"])
        return {}

    def detail(self, data, result):
        return {**super().detail(data, result), "comment": data["reason"]}


class ClerkReturnsToOneStop(ReturnToOneStop):
    """Trả về một cửa by the clerk, before a number is taken."""

    id = "return_onestop"
    title = _("act_return_onestop", default="Trả về một cửa")
    permission = "qlvb: Issue"
    states = ("to_issue",)
    order = 32


class OneStopWithdraw(Withdraw):
    """Thu hồi: a submission that nobody has acted on goes back to where it is edited, so the one-stop system is told as
    of a return; later steps are taken back as everywhere.
    """

    @property
    def title(self):
        return _("act_onestop_withdraw", default="Rút về một cửa") if self.ends() else Withdraw.title

    @property
    def description(self):
        if not self.ends():
            return Withdraw.description
        return _("act_onestop_withdraw_help", default="Rút hồ sơ vừa trình về hệ thống một cửa để sửa rồi trình lại.")

    @property
    def schema(self):
        return IReturnToOneStopInput if self.ends() else Withdraw.schema

    def ends(self):
        """bool: it is the submission itself that is taken back."""
        last = self.route.last_closed()
        return last is not None and last.outcome == "submitted" and last.kind == "draft"

    def transition_for(self, data, result):
        return "cancel" if "did" in result else super().transition_for(data, result)

    def execute(self, data):
        if not self.ends():
            return super().execute(data)
        self.route.close("withdrawn", self.actor.userid, data["reason"])
        return {"did": "withdraw_submission"}

    def detail(self, data, result):
        if "did" not in result:
            return super().detail(data, result)
        return {**super().detail(data, result), "comment": data["reason"]}


class ReturnToLeader(RefuseNumber):
    """Trả lại by the clerk: back to who signed it, the signature becomes void; the one-stop system is not told."""

    title = _("act_onestop_refuse", default="Trả lại")
    description = _("act_onestop_refuse_help", default="Trả lại lãnh đạo đã ký, kèm lý do; chữ ký không còn hiệu lực.")

    def execute(self, data):
        if official_version(self.record) is not None:
            void_official(self.record, self.actor.userid, data["reason"])
        return self.move("refused", "sign", self.record.signatory, data["reason"], data["reason"])


class CancelByOneStop(OutgoingAct):
    """The one-stop system takes its submission back, before it has a number."""

    id = "cancel_onestop"
    title = _("act_cancel_onestop", default="Rút hồ sơ trình ký")
    description = _("act_cancel_onestop_help", default="Hệ thống một cửa rút hồ sơ trước khi văn bản được cấp số.")
    schema = ICancelByOneStopInput
    permission = SUBMIT
    states = (*WITH_LEADER, "to_issue")
    transition = "cancel"
    conflict_codes = OutgoingAct.conflict_codes | {"already_issued"}

    def relevant(self):
        """It comes over REST and has no button."""
        return False

    def wrong_state(self):
        if self.state == "cancelled":
            return super().wrong_state()
        message = _("violation_onestop_issued", default="Văn bản đã được cấp số, ban hành nên không rút được nữa.")
        return self.violation("already_issued", message)

    def execute(self, data):
        by = self.actor.userid
        if official_version(self.record) is not None:
            void_official(self.record, by, data["reason"])
        self.route.begin()
        self.route.close("cancelled", by, data["reason"])
        case_of(self.record).ended = "cancelled"
        return take_back(self.record, by, data["reason"])

    def detail(self, data, result):
        return {**super().detail(data, result), "comment": data["reason"]}


class ReopenOneStop(Reopen):
    """What has gone back to the one-stop system comes again as a new submission, not by reopening the old one."""

    def relevant(self):
        return False

    def rules(self, data):
        message = _(
            "violation_onestop_reopen", default="Hồ sơ đã trả về một cửa; hệ thống một cửa sẽ trình lại bằng hồ sơ mới."
        )
        yield self.violation("wrong_state", message)
