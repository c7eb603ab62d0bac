"""Acts of the drafter: submit, submit again, cancel, reopen, copy."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.consultation.withdrawing import take_back
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.capacities import position_of
from qlvb.workflows.outgoing.draft_rules import field_violations
from qlvb.workflows.outgoing.draft_rules import main_file_violations
from qlvb.workflows.outgoing.inputs import REASON
from qlvb.workflows.outgoing.inputs import ICancelInput
from qlvb.workflows.outgoing.inputs import IReopenInput
from qlvb.workflows.outgoing.inputs import IResubmitInput
from qlvb.workflows.outgoing.inputs import ISubmitInput
from qlvb.workflows.outgoing.passing import accompany
from qlvb.workflows.outgoing.passing import closed_channels
from qlvb.workflows.outgoing.passing import wish_violations
from qlvb.workflows.outgoing.people import leaders_of
from qlvb.workflows.outgoing.preview import of_remarks
from qlvb.workflows.routes.interfaces import IFollowedRoute
from zope.component import getUtility


class Submit(OutgoingAct):
    """Chuyển lãnh đạo (NĐ 30/2020 Điều 11: trình duyệt dự thảo)."""

    id = "submit"
    title = _("act_outgoing_submit", default="Chuyển lãnh đạo")
    description = _("act_outgoing_submit_help", default="Trình dự thảo để lãnh đạo duyệt hoặc ký.")
    schema = ISubmitInput
    permission = "qlvb: Draft"
    states = ("draft",)
    emphasis = "primary"
    order = 10
    outcome = "submitted"

    def defaults(self):
        """The leader of the drafting unit first; for a leader's own draft the signatory."""
        actor = self.actor.userid
        if proposed := self.proposed():
            return {"receiver": proposed}
        offered = [userid for userid in leaders_of(self.record) if userid != actor]
        unit_leaders = self._unit_leaders()
        chosen = next((userid for userid in offered if userid in unit_leaders), None)
        if chosen is None and self.record.signatory in offered:
            chosen = self.record.signatory
        return {"receiver": chosen} if chosen else {}

    def _unit_leaders(self):
        unit = self.record.drafting_unit
        return getUtility(IDirectory).holders(self.agency.id, "unit_leader", unit) if unit else []

    def closed(self):
        return closed_channels(self.agency)

    def preview(self):
        """See IAct."""
        return of_remarks(self.record)

    def rules(self, data):
        yield from field_violations(self.record)
        yield from main_file_violations(self.record)
        if data is not None:
            yield from self.deviation(data["receiver"], data["request"], "request")
            yield from wish_violations(self.record, self.agency, data)

    def execute(self, data):
        name_signatory(self.record, self.agency)
        IFollowedRoute(self.record).begin()
        receiver, proposed = data["receiver"], self.proposed()
        kind = "sign" if data["sign_requested"] else self.kind_for(receiver)
        result = self.move(self.outcome, kind, receiver, data["request"], data["request"])
        return {**result, "proposed": proposed, **accompany(self.record, self.agency, data, self.actor.userid)}


def name_signatory(record, agency):
    """Write down the signer's name and post as they are today, for they are printed in the document; ``agency``:
    AgencyInfo of the document.
    """
    directory = getUtility(IDirectory)
    post = directory.main_post(record.signatory, agency.id)
    record.signatory_name = directory.person(record.signatory).fullname
    if post is not None:
        record.signatory_position = position_of(post)


class Resubmit(Submit):
    """Trình lại: the same record, with a new version or an explanation."""

    id = "resubmit"
    title = _("act_outgoing_resubmit", default="Trình lại")
    description = _("act_outgoing_resubmit_help", default="Trình lại dự thảo đã sửa theo ý kiến trả lại.")
    schema = IResubmitInput
    states = ("returned",)
    outcome = "resubmitted"

    def defaults(self):
        """Back to whoever returned it, if he may receive drafts."""
        last = self.route.last_closed()
        if last is not None and last.done_by in leaders_of(self.record) and last.done_by != self.actor.userid:
            return {"receiver": last.done_by}
        return super().defaults()

    def rules(self, data):
        yield from super().rules(data)
        if data is not None and not self._has_new_version() and len(data["explanation"]) < REASON:
            message = _(
                "violation_no_new_version",
                default="Chưa có phiên bản mới của tệp văn bản: hãy tải lên bản đã sửa, "
                "hoặc giải trình (ít nhất 10 ký tự).",
            )
            yield self.violation("no_new_version", message, "explanation")

    def _has_new_version(self):
        last = self.route.last_closed()
        main = self.files.main()
        return last is None or main is None or main.current.number != (last.file_version or 0)

    def execute(self, data):
        data = {**data, "request": "\n".join(part for part in (data["request"], data["explanation"]) if part)}
        return super().execute(data)


class Cancel(OutgoingAct):
    """Hủy luồng: the draft is given up before it has a number; the record stays."""

    id = "cancel"
    title = _("act_outgoing_cancel", default="Hủy luồng")
    description = _(
        "act_outgoing_cancel_help", default="Dừng xử lý dự thảo; dự thảo được giữ lại và có thể trình ký lại."
    )
    schema = ICancelInput
    permission = "qlvb: Draft"
    states = ("draft", "consulting", "in_review", "appraisal", "to_sign", "returned")
    transition = "cancel"
    emphasis = "danger"
    order = 90

    def execute(self, data):
        self.route.begin()
        self.route.close("cancelled", self.actor.userid, data["reason"])
        return take_back(self.record, self.actor.userid, data["reason"])

    def detail(self, data, result):
        return {**super().detail(data, result), "comment": data["reason"]}


class Reopen(OutgoingAct):
    """Trình ký lại: a cancelled draft goes on as the same record."""

    id = "reopen_cancelled"
    title = _("act_outgoing_reopen", default="Trình ký lại")
    description = _("act_outgoing_reopen_help", default="Mở lại dự thảo đã hủy luồng để tiếp tục soạn thảo.")
    schema = IReopenInput
    permission = "qlvb: Draft"
    states = ("cancelled",)
    transition = "enter_draft"
    order = 20

    def execute(self, data):
        self.route.open("draft", self.record.drafter, self.actor.userid, data["comment"])
        return {}


#: Fields that a copy takes over; numbers, dates and files belong to the old document alone.
COPIED = (
    "subject",
    "document_type",
    "legal_kind",
    "recipients",
    "urgency",
    "secrecy",
    "field_of_work",
    "language",
    "signatory",
    "signing_capacity",
    "retained_by",
    "circulation",
    "issued_copies",
)


class Copy(OutgoingAct):
    """Nhập giống VB trước: a new draft with the fields of this document."""

    id = "copy"
    title = _("act_outgoing_copy", default="Nhập giống VB trước")
    description = _(
        "act_outgoing_copy_help", default="Tạo dự thảo mới với các thông tin của văn bản này, không kèm tệp."
    )
    permission = "View"
    order = 80

    def relevant(self):
        return super().relevant() and self._may_add()

    def _may_add(self):
        agency = getUtility(IDirectory).agency_object(self.agency.id)
        return bool(getSecurityManager().checkPermission("qlvb: Add outgoing document", agency))

    def rules(self, data):
        if not self._may_add():
            yield self.missing_right()

    def missing_right(self):
        message = _("violation_may_not_draft", default="Anh/chị không có quyền soạn văn bản đi của cơ quan này.")
        return self.violation("forbidden", message)

    def execute(self, data):
        values = {name: getattr(self.record, name) for name in COPIED}
        values["recipients"] = [dict(row) for row in values["recipients"] or []]
        draft = getUtility(IDocumentFactory).create(
            "OutgoingDocument", self.agency.id, values, self.actor.userid
        )
        return {"redirect": f"{draft.absolute_url()}/edit", "created": draft.absolute_url(), "uid": draft.UID()}
