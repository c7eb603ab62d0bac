"""Acts of documents of the one-stop system: how they come, are signed, amended, issued and given back."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.documents.field_rules import missing
from qlvb.content.documents.interfaces import IDocumentEditor
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.onestop.case import case_of
from qlvb.workflows.onestop.clerks import goes_to_unit_clerks
from qlvb.workflows.onestop.clerks import is_given_back_signed
from qlvb.workflows.onestop.inputs import IAmendInput
from qlvb.workflows.onestop.line import EVENTS
from qlvb.workflows.outgoing.addressing import line_of_row
from qlvb.workflows.outgoing.addressing import rows_of_lines
from qlvb.workflows.outgoing.at_once import IssueAtOnce
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.draft_rules import field_violations
from qlvb.workflows.outgoing.drafting import name_signatory
from qlvb.workflows.outgoing.issuing import Issue
from qlvb.workflows.outgoing.signing import Sign
from zope.component import getUtility
from zope.schema import getFieldNames


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
    """Ký duyệt: the same signature; the button says to which clerks it goes, or that the paper is given back without
    being issued (LoaiKetQua 02), which the link's settings decide.
    """

    @property
    def title(self):
        if is_given_back_signed(self.record):
            return _("act_onestop_sign_back", default="Ký duyệt, trả kết quả một cửa")
        if goes_to_unit_clerks(self.record):
            return _("act_onestop_sign_unit", default="Ký duyệt chuyển VT đơn vị")
        return _("act_onestop_sign_agency", default="Ký duyệt chuyển văn thư cơ quan")

    @property
    def description(self):
        if not is_given_back_signed(self.record):
            return Sign.description
        return _(
            "act_onestop_sign_back_help",
            default="Ký số và trả văn bản đã ký cho hệ thống một cửa; văn bản không được cấp số, ban hành tại đây.",
        )

    def transition_for(self, data, result):
        return "give_back" if result.get("given_back") else super().transition_for(data, result)

    def pass_on(self, data):
        if not is_given_back_signed(self.record):
            return super().pass_on(data)
        self.route.begin()
        self.route.close("signed", self.actor.userid, data["comment"])
        case_of(self.record).ended = "signed_only"
        return {"given_back": True}


class Amend(OutgoingAct):
    """Hiệu chỉnh by the clerk, until the number is taken: the fields, never the signed file."""

    id = "amend_onestop"
    title = _("doc_edit", default="Hiệu chỉnh")
    description = _("act_amend_onestop_help", default="Hoàn thiện thông tin văn bản đi trước khi cấp số, ban hành.")
    schema = IAmendInput
    permission = "qlvb: Issue"
    states = ("to_issue",)
    order = 8

    def defaults(self):
        found = {name: getattr(self.record, name) for name in getFieldNames(IAmendInput)}
        return {**found, "recipients": "\n".join(map(line_of_row, self.record.recipients))}

    def rules(self, data):
        """What the number is made of stays: the system one-stop knew it, or the clerk before."""
        if data is not None and not data.get("document_type"):
            yield missing("document_type", IAmendInput["document_type"].title)

    def execute(self, data):
        if "recipients" in data:
            agencies = [one for one in getUtility(IDirectory).agencies() if one.id != self.agency.id]
            rows = rows_of_lines(data["recipients"].splitlines(), self.record.recipients, agencies)
            data = {**data, "recipients": rows}
        return {"changed": IDocumentEditor(self.record).change(data, self.actor.userid)}

    def detail(self, data, result):
        """Which fields had which values stands in the entry of the change itself."""
        return {}


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

    def preview(self):
        return super().preview() if self.state == "numbered" else ()

    def transition_for(self, data, result):
        return "issue" if self.state == "numbered" else None

    def execute(self, data):
        result = super().execute(data) if self.state == "numbered" else {"reference": self.record.reference}
        case_of(self.record).ended = "issued"
        return result


class IssueAndTransfer(IssueAtOnce):
    """Phát hành of a paper of the one-stop system gives it back in the same press."""

    title = _("act_issue_and_transfer", default="Phát hành & Chuyển DVC")
    description = TransferDvc.description

    def relevant(self):
        return super().relevant() and not case_of(self.record).ended

    def execute(self, data):
        result = super().execute(data)
        case_of(self.record).ended = "issued"
        return {**result, "did": TransferDvc.id}


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
