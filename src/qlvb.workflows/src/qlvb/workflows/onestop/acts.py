"""Acts of documents of the one-stop system: how they come and go back, and where they differ from others."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.workflows.consultation.withdrawing import take_back
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.clerks import goes_to_unit_clerks
from qlvb.workflows.onestop.inputs import ICancelByOneStopInput
from qlvb.workflows.onestop.inputs import IReturnToOneStopInput
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.onestop.rules import WITH_LEADER
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.draft_rules import field_violations
from qlvb.workflows.outgoing.drafting import Reopen
from qlvb.workflows.outgoing.drafting import name_signatory
from qlvb.workflows.outgoing.issuing import Issue
from qlvb.workflows.outgoing.issuing import RefuseNumber
from qlvb.workflows.outgoing.official import official_version
from qlvb.workflows.outgoing.official import void_official
from qlvb.workflows.outgoing.signing import Sign


#: Whoever has one of these sees to it that results arrive.
SENDING = ("qlvb: Issue", "qlvb: Review", "qlvb: View jobs", "qlvb: Manage one-stop link")
SUBMIT = "qlvb: Submit from one-stop"


class Receive(OutgoingAct):
    """The submission has come: it waits for its signer, as if its submitter had passed it on to him."""

    id = "receive_onestop"
    title = _("act_receive_onestop", default="Nhận từ một cửa")
    description = _("act_receive_onestop_help", default="Trình lãnh đạo ký duyệt dự thảo của hệ thống một cửa.")
    permission = SUBMIT
    states = ("draft",)
    transition = "enter_signing"

    def relevant(self):
        """It comes over REST and has no button."""
        return False

    def rules(self, data):
        yield from field_violations(self.record)

    def execute(self, data):
        case = case_of(self.record)
        name_signatory(self.record, self.agency)
        self.route.begin()
        self.route.close("submitted", case.submitter, case.opinion)
        self.route.open("sign", case.signer, case.submitter, case.opinion)
        return {"receiver": case.signer, "case_code": case.case_code}

    def detail(self, data, result):
        return {**super().detail(data, result), "case_code": result["case_code"]}


class OneStopSign(Sign):
    """Ký duyệt: the same signature; the button says to which clerks it goes, which the link's settings decide."""

    @property
    def title(self):
        if goes_to_unit_clerks(self.record):
            return _("act_onestop_sign_unit", default="Ký duyệt chuyển VT đơn vị")
        return _("act_onestop_sign_agency", default="Ký duyệt chuyển văn thư cơ quan")


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


class ReturnToLeader(RefuseNumber):
    """Trả lại by the clerk: back to who signed it, the signature becomes void; the one-stop system is not told."""

    title = _("act_onestop_refuse", default="Trả lại")
    description = _("act_onestop_refuse_help", default="Trả lại lãnh đạo đã ký, kèm lý do; chữ ký không còn hiệu lực.")

    def execute(self, data):
        if official_version(self.record) is not None:
            void_official(self.record, self.actor.userid, data["reason"])
        return self.move("refused", "sign", self.record.signatory, data["reason"], data["reason"])


class TransferDvc(Issue):
    """Chuyển DVC: issued and given back in one act; of a document that is issued already only the latter."""

    id = "transfer_dvc"
    title = _("act_transfer_dvc", default="Chuyển DVC")
    description = _(
        "act_transfer_dvc_help",
        default="Bạn có muốn chuyển kết quả phát hành văn bản sang hệ thống thông tin một cửa điện tử?",
    )
    states = ("numbered", "issued")
    transition = None
    order = 15
    conflict_codes = Issue.conflict_codes | {"already_transferred", "not_numbered"}

    def relevant(self):
        here = self.state in (*self.states, "to_issue") and self.allowed()
        return here and not case_of(self.record).ended

    def wrong_state(self):
        if self.state != "to_issue":
            return super().wrong_state()
        message = _(
            "violation_dvc_not_numbered", default="Chỉ chuyển được khi văn bản đã có số, ngày ban hành và tệp đã ký."
        )
        return self.violation("not_numbered", message)

    def rules(self, data):
        if case_of(self.record).ended:
            message = _("violation_dvc_done", default="Kết quả đã được chuyển sang hệ thống một cửa.")
            yield self.violation("already_transferred", message)
        yield from super().rules(data)

    def transition_for(self, data, result):
        return "issue" if self.state == "numbered" else None

    def execute(self, data):
        result = super().execute(data) if self.state == "numbered" else {"reference": self.record.reference}
        case_of(self.record).ended = "issued"
        return result


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


class ResendToOneStop(OutgoingAct):
    """Gửi lại gói tin: events that did not arrive go again."""

    id = "resend_onestop"
    title = _("act_resend_onestop", default="Gửi lại gói tin")
    description = _("act_resend_onestop_help", default="Gửi lại kết quả chưa đến được hệ thống một cửa.")
    permission = "View"
    order = 18

    def allowed(self):
        may = getSecurityManager().checkPermission
        return any(may(permission, self.record) for permission in SENDING)

    def relevant(self):
        return self.allowed() and bool(case_of(self.record).failed())

    def rules(self, data):
        if not case_of(self.record).failed():
            message = _("violation_onestop_nothing_failed", default="Không có gói tin nào gửi lỗi.")
            yield self.violation("not_your_turn", message)

    def execute(self, data):
        return {"reports": EVENTS.again(self.record)}
