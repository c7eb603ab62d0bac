"""Thẩm định: the check of form before signing (NĐ 30/2020 Điều 12.2; case 2 of the signing guide)."""

from hashlib import sha256
from qlvb.content import _
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.kinds import DOCX
from qlvb.workflows.appraisal.checks.fixes import fix_docx
from qlvb.workflows.appraisal.inputs import IPassInput
from qlvb.workflows.appraisal.inputs import IToAppraisalInput
from qlvb.workflows.appraisal.interfaces import ILayoutChecks
from qlvb.workflows.appraisal.showing import said
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.inputs import REASON
from qlvb.workflows.outgoing.people import appraisers
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


AUTHORITY = "NĐ 30/2020 Điều 12.2"


class ToAppraisal(OutgoingAct):
    """The leader of the advising unit agrees with the content and sends it to be checked for form."""

    id = "to_appraisal"
    title = _("act_outgoing_to_appraisal", default="Chuyển thẩm định")
    description = _("act_outgoing_to_appraisal_help", default="Đồng ý nội dung, chuyển kiểm tra thể thức trước khi ký.")
    schema = IToAppraisalInput
    permission = "qlvb: Review"
    states = ("in_review",)
    order = 15

    def relevant(self):
        return super().relevant() and len(appraisers(self.record)) > 0

    def defaults(self):
        first = next(iter(appraisers(self.record)), None)
        return {"receiver": first.value} if first is not None else {}

    def execute(self, data):
        return self.move("to_appraisal", "appraise", data["receiver"], data["request"], data["request"])


class PassAppraisal(OutgoingAct):
    """The form is right, or what is wrong is accepted with a reason; the draft goes to the signer."""

    id = "pass_appraisal"
    title = _("act_outgoing_pass_appraisal", default="Đồng ý")
    description = _("act_outgoing_pass_appraisal_help", default="Thể thức đạt yêu cầu; chuyển đến người ký.")
    schema = IPassInput
    permission = "qlvb: Appraise"
    states = ("appraisal",)
    emphasis = "primary"
    order = 10
    unavailable_codes = frozenset({"check_pending"})

    def rules(self, data):
        checks = ILayoutChecks(self.record)
        if checks.current() is None and checks.pending():
            message = _("violation_check_pending", default="Máy đang kiểm tra thể thức, hãy thử lại sau ít phút.")
            yield self.violation("check_pending", message)
        if data is None:
            return
        if not data["receiver"] and not self.record.signatory:
            message = _("violation_no_signatory", default="Văn bản chưa có người ký: hãy chọn người nhận tiếp theo.")
            yield self.violation("no_signatory", message, "receiver")
        open_errors = [one for one in checks.open_errors() if token(one) not in data["accepted"]]
        if open_errors:
            message = _(
                "violation_findings_open",
                default="Còn ${count} điểm thể thức chưa đạt: trả lại để sửa, hoặc chọn chấp nhận và ghi lý do.",
                mapping={"count": str(len(open_errors))},
            )
            yield self.violation("findings_open", message, "accepted", AUTHORITY)
        elif data["accepted"] and len(data["reason"].strip()) < REASON:
            message = _("violation_accept_reason", default="Hãy ghi lý do chấp nhận (ít nhất 10 ký tự).")
            yield self.violation("reason_missing", message, "reason")

    def execute(self, data):
        checks = ILayoutChecks(self.record)
        keys = [one.key for one in checks.open_errors() if token(one) in data["accepted"]]
        if keys:
            checks.accept(keys, self.actor.userid, data["reason"].strip())
        receiver = data["receiver"] or self.record.signatory
        result = self.move("appraised", self.kind_for(receiver), receiver, data["comment"], data["comment"])
        return {**result, "accepted": len(keys)}


class FixLayout(OutgoingAct):
    """A new version of the drafter's docx in which the program has mended what it can."""

    id = "fix_layout"
    title = _("act_outgoing_fix_layout", default="Sửa thể thức tự động")
    description = _(
        "act_outgoing_fix_layout_help", default="Tạo phiên bản mới của tệp, đã sửa các lỗi thể thức máy sửa được."
    )
    permission = "qlvb: Edit files"
    states = ("draft", "returned")
    order = 70

    def fixable(self):
        """Findings on the newest version that can be mended: list."""
        main, found = IFileStore(self.record).main(), ILayoutChecks(self.record).current()
        if main is None or found is None or main.current.mimetype != DOCX:
            return []
        return [one for one in found.findings if one.fix]

    def relevant(self):
        return super().relevant() and bool(self.fixable())

    def rules(self, data):
        if not self.fixable():
            message = _("violation_nothing_to_fix", default="Không có lỗi thể thức nào máy sửa được.")
            yield self.violation("nothing_to_fix", message)

    def execute(self, data):
        store, findings = IFileStore(self.record), self.fixable()
        main = store.main()
        fixed, mended = fix_docx(main.current.data(), findings)
        note = "; ".join(dict.fromkeys(said(one) for one in findings))[:500]
        version = store.replace(main.id, main.current.filename, fixed, self.actor.userid, note=note)
        return {"version": version.number, "mended": mended}


def token(finding):
    """str: short name of a finding in forms and requests."""
    return sha256(finding.key.encode()).hexdigest()[:12]


@provider(IVocabularyFactory)
def open_errors(context):
    """What stands in the way of passing the draft."""
    found = ILayoutChecks(context).open_errors() if IOutgoingDocument.providedBy(context) else []
    terms = {token(one): one for one in found}
    return SimpleVocabulary([SimpleTerm(name, name, said(one)) for name, one in terms.items()])
