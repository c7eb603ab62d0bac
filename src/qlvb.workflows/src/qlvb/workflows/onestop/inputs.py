"""What the one-stop system sends, and what the acts of the link ask for."""

from qlvb.content import _
from qlvb.content.documents.fields import choice
from qlvb.content.documents.fields import line
from qlvb.content.documents.fields import number
from qlvb.content.documents.fields import text
from qlvb.workflows.outgoing.inputs import comment
from qlvb.workflows.outgoing.inputs import reason
from zope import schema
from zope.interface import Interface


def _line(title, longest, required=False, default=""):
    more = {"required": True} if required else {"required": False, "default": default, "missing_value": default}
    return schema.TextLine(title=title, max_length=longest, **more)


class ISubmissionInput(Interface):
    """A submission without its files; :data:`PATHS` says where in the JSON each field stands."""

    external_id = _line(_("onestop_external_id", default="Mã lần trình của hệ thống một cửa"), 100, required=True)
    case_code = _line(_("onestop_case_code", default="Mã hồ sơ"), 64, required=True)
    case_title = _line(_("onestop_case_title", default="Tên hồ sơ"), 300)
    procedure_code = _line(_("onestop_procedure_code", default="Mã thủ tục"), 64)
    procedure_name = _line(_("onestop_procedure", default="Thủ tục"), 300)
    owner_name = _line(_("onestop_owner", default="Chủ hồ sơ"), 200, required=True)
    owner_address = _line(_("onestop_owner_address", default="Địa chỉ chủ hồ sơ"), 200)
    unit = _line(_("onestop_unit", default="Đơn vị"), 64, required=True)
    submitter = _line(_("onestop_submitter", default="Người trình ký"), 64, required=True)
    signer = _line(_("onestop_signer", default="Người ký duyệt"), 64, required=True)
    kind = _line(_("onestop_kind", default="Loại dự thảo"), 30, default="result")
    subject = _line(_("document_subject", default="Trích yếu"), 430, default="Trình Lãnh đạo ký duyệt")
    document_type = _line(_("document_type", default="Loại văn bản"), 100)
    opinion = comment(_("onestop_opinion", default="Ý kiến của người trình"))
    due_at = schema.Datetime(title=_("onestop_due", default="Hạn xử lý"), required=False)
    callback = _line(_("onestop_callback", default="Địa chỉ nhận sự kiện"), 500)
    previous = _line(_("onestop_previous", default="Lần trình trước"), 64)


#: Field -> where it stands in the JSON of the contract.
PATHS = {
    "external_id": "externalId",
    "case_code": "caseCode",
    "case_title": "caseTitle",
    "procedure_code": "procedure.code",
    "procedure_name": "procedure.name",
    "owner_name": "owner.name",
    "owner_address": "owner.address",
    "unit": "unit.code",
    "submitter": "submitter.account",
    "signer": "signer.account",
    "kind": "draft.kind",
    "subject": "draft.subject",
    "document_type": "draft.documentType",
    "opinion": "draft.opinion",
    "due_at": "draft.dueAt",
    "callback": "callbackUrl",
    "previous": "previousSubmissionId",
}
#: What else may be sent. The owner's number and telephone are not needed here and are not kept.
OTHERS = {
    "submitterPerson",
    "owner.idNumber",
    "owner.phone",
    "unit.name",
    "submitter.fullName",
    "signer.fullName",
    "draft.files",
    "components",
    "echo",
}
OBJECTS = ("procedure", "owner", "unit", "submitter", "signer", "draft")


class IAmendInput(Interface):
    """Hiệu chỉnh: what the clerk completes of the ordinary form before the number is taken. The one-stop system knows
    the subject of the submission alone, and its guess at the type; the signed paper itself does not change.
    """

    subject = schema.Text(title=_("document_subject", default="Trích yếu"), max_length=500)
    document_type = choice(_("document_type", default="Loại văn bản"), "qlvb.document_types")
    recipients = schema.Text(
        title=_("document_recipients", default="Nơi nhận"),
        description=_(
            "onestop_amend_recipients_help",
            default="Mỗi dòng một nơi nhận: tên, hoặc “tên; địa chỉ”. Cơ quan trong hệ thống nhận qua mạng.",
        ),
        max_length=20000,
    )
    field_of_work = line(_("document_field_of_work", default="Lĩnh vực"), 100)
    page_count = number(_("document_page_count", default="Số trang"), 999)
    issued_copies = number(_("document_issued_copies", default="Số lượng bản phát hành"), 999)
    retained_by = line(_("document_retained_by", default="Nơi nhận bản lưu"), 200)
    note = text(_("document_note", default="Ghi chú"), 500)


class IReturnToOneStopInput(Interface):
    """Trả lại một cửa: the opinion is mandatory, the dossier's unit acts on it."""

    reason = reason(_("onestop_return_reason", default="Ý kiến trả lại"))


class ICancelByOneStopInput(Interface):
    """Hủy by the one-stop system."""

    reason = schema.Text(title=_("onestop_cancel_reason", default="Lý do rút"), max_length=2000)
