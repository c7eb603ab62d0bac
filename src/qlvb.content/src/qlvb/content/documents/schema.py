"""Fields of documents. Lengths are those of Nghị định 30/2020/NĐ-CP, Phụ lục VI, Phần II, where it gives one.

``readonly`` fields are set by acts (numbers, registers) or derived; forms and REST show them and never write them.
"""

from collective.z3cform.datagridfield.datagridfield import DataGridFieldFactory
from collective.z3cform.datagridfield.row import DictRow
from plone.autoform import directives
from plone.supermodel import model
from qlvb.content import _
from qlvb.content.additional.field import AdditionalValues
from qlvb.content.documents.fields import choice
from qlvb.content.documents.fields import day
from qlvb.content.documents.fields import line
from qlvb.content.documents.fields import number
from qlvb.content.documents.fields import text
from zope import schema
from zope.interface import Interface


class IRecipientRow(Interface):
    """One recipient (nơi nhận)."""

    name = schema.TextLine(title=_("recipient_name", default="Tên cơ quan, tổ chức, cá nhân nhận"), max_length=200)
    identifier = line(_("recipient_identifier", default="Mã định danh"), 35)
    agency = choice(_("recipient_agency", default="Cơ quan trong hệ thống"), "qlvb.agencies")
    channel = choice(_("recipient_channel", default="Hình thức gửi"), "qlvb.recipient_channels", default="outside")
    purpose = choice(_("recipient_purpose", default="Mục đích gửi"), "qlvb.recipient_purposes", default="for_execution")
    address = line(_("recipient_address", default="Địa chỉ"), 200)


class IDocumentSchema(model.Schema):
    """What outgoing and incoming documents share."""

    subject = schema.Text(
        title=_("document_subject", default="Trích yếu"), max_length=500, default="", missing_value=""
    )
    issuing_body = line(_("document_issuing_body", default="Cơ quan ban hành"), 200)
    issuing_body_identifier = line(_("document_issuing_body_identifier", default="Mã định danh cơ quan ban hành"), 35)
    signatory_position = line(_("document_signatory_position", default="Chức vụ người ký"), 100)
    signatory_name = line(_("document_signatory_name", default="Họ và tên người ký"), 50)
    urgency = choice(_("document_urgency", default="Độ khẩn"), "qlvb.urgency", default="normal")
    secrecy = choice(_("document_secrecy", default="Độ mật"), "qlvb.secrecy", default="none")
    field_of_work = line(_("document_field_of_work", default="Lĩnh vực"), 100)
    language = choice(_("document_language", default="Ngôn ngữ"), "qlvb.languages", default="vi")
    page_count = number(_("document_page_count", default="Số trang"), 999)
    related_documents = schema.List(
        title=_("document_related_documents", default="Văn bản liên quan"),
        value_type=schema.ASCIILine(max_length=64),
        required=False,
        max_length=200,
        defaultFactory=list,
    )
    in_reply_to = line(_("document_in_reply_to", default="Trả lời văn bản"), 64)
    paper = schema.Bool(title=_("document_paper", default="Có bản giấy"), required=False, default=False)
    note = text(_("document_note", default="Ghi chú"), 500)
    register = line(_("document_register", default="Sổ đăng ký"), 64, readonly=True)
    additional = AdditionalValues(required=False)


class IOutgoingSchema(IDocumentSchema):
    """Văn bản đi."""

    document_type = choice(_("document_type", default="Loại văn bản"), "qlvb.document_types", default="official_letter")
    legal_kind = choice(_("document_legal_kind", default="Loại văn bản QPPL"), "qlvb.legal_kinds")
    document_number = number(_("document_number", default="Số"), 99999999999, minimum=1, readonly=True)
    document_symbol = line(_("document_symbol", default="Ký hiệu"), 30, readonly=True)
    issue_date = day(_("document_issue_date", default="Ngày ban hành"), readonly=True)
    recipients = schema.List(
        title=_("document_recipients", default="Nơi nhận"),
        value_type=DictRow(schema=IRecipientRow),
        required=False,
        max_length=1000,
        defaultFactory=list,
    )
    directives.widget("recipients", DataGridFieldFactory)
    issued_copies = number(_("document_issued_copies", default="Số lượng bản phát hành"), 999)
    reply_due_date = day(_("document_reply_due_date", default="Hạn trả lời"))
    drafter = choice(_("document_drafter", default="Người soạn thảo"), "qlvb.people")
    drafting_unit = choice(_("document_drafting_unit", default="Đơn vị soạn thảo"), "qlvb.departments")
    signatory = choice(_("document_signatory", default="Người ký"), "qlvb.people")
    signing_capacity = choice(_("document_signing_capacity", default="Thẩm quyền ký"), "qlvb.capacities")
    retained_by = line(_("document_retained_by", default="Nơi nhận bản lưu"), 200)
    circulation = choice(
        _("document_circulation", default="Chỉ dẫn phạm vi lưu hành"), "qlvb.circulations", default="none"
    )


class IIncomingSchema(IDocumentSchema):
    """Văn bản đến."""

    document_type = choice(_("document_type", default="Loại văn bản"), "qlvb.document_types")
    original_number = line(_("document_original_number", default="Số của văn bản"), 11)
    document_number = number(_("document_number", default="Số"), 99999999999, minimum=1, readonly=True)
    document_symbol = line(_("document_symbol", default="Ký hiệu"), 30)
    issue_date = day(_("document_issue_date", default="Ngày ban hành"))
    arrival_date = day(_("document_arrival_date", default="Ngày đến"))
    arrival_number = number(_("document_arrival_number", default="Số đến"), 9999999999, minimum=1, readonly=True)
    arrival_extra_number = line(_("document_arrival_extra_number", default="Số phụ"), 20)
    arrival_channel = choice(
        _("document_arrival_channel", default="Nguồn văn bản đến"), "qlvb.arrival_channels", default="post"
    )
    sheet_count = number(_("document_sheet_count", default="Số tờ"), 9999)
    copies_count = number(_("document_copies_count", default="Số bản"), 999)
    paper_received = schema.Bool(
        title=_("document_paper_received", default="Nhận bản giấy"), required=False, default=False
    )
    to_places = line(_("document_to_places", default="Đơn vị hoặc người nhận"), 1000, readonly=True)
    due_date = day(_("document_due_date", default="Hạn xử lý"))
    proposed_direction = text(_("document_proposed_direction", default="Ý kiến đề xuất"), 2000)
    proposed_handler = choice(_("document_proposed_handler", default="Người xử lý đề xuất"), "qlvb.people")
    source_uid = line(_("document_source_uid", default="Bản ghi nơi gửi"), 64, readonly=True)


class IPeriodFolderSchema(model.Schema):
    """A year, or a month of a year."""

    year = schema.Int(title=_("period_year", default="Năm"), min=1945, max=9999, readonly=True)
    month = schema.Int(title=_("period_month", default="Tháng"), min=1, max=12, required=False, readonly=True)
