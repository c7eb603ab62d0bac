"""Fields of a transfer (NĐ 30/2020 Phụ lục V: Biên bản giao nhận)."""

from plone.autoform import directives
from plone.supermodel import model
from qlvb.content import _
from zope import schema


class IMinutesSchema(model.Schema):
    """What the minutes of a transfer say beside its dossiers and parties."""

    basis = schema.Text(
        title=_("transfer_basis", default="Căn cứ (danh mục hồ sơ, kế hoạch thu thập tài liệu)"),
        max_length=1000,
        required=False,
        default="",
        missing_value="",
    )
    boxes_count = schema.Int(
        title=_("transfer_boxes", default="Tài liệu giấy: tổng số hộp (cặp)"), min=0, max=99999, required=False
    )
    paper_dossiers = schema.Int(
        title=_("transfer_paper_dossiers", default="Tài liệu giấy: tổng số hồ sơ (đơn vị bảo quản)"),
        min=0,
        max=99999,
        required=False,
    )
    shelf_metres = schema.TextLine(
        title=_("transfer_metres", default="Tài liệu giấy: quy ra mét giá"),
        max_length=20,
        required=False,
        default="",
        missing_value="",
    )
    condition = schema.Text(
        title=_("transfer_condition", default="Tình trạng tài liệu giao nộp"),
        max_length=1000,
        required=False,
        default="",
        missing_value="",
    )


class ITransferSchema(IMinutesSchema):
    """Đợt giao nộp hồ sơ."""

    directives.order_before(title="*")

    directives.write_permission(
        kind="cmf.ManagePortal",
        drafting_unit="cmf.ManagePortal",
        depositor="cmf.ManagePortal",
        receiver="cmf.ManagePortal",
        number="cmf.ManagePortal",
        year="cmf.ManagePortal",
        accepted_on="cmf.ManagePortal",
        answer_due="cmf.ManagePortal",
        decision_due="cmf.ManagePortal",
        earliest="cmf.ManagePortal",
    )
    title = schema.TextLine(title=_("transfer_title", default="Tên khối tài liệu giao nộp"), max_length=500)
    kind = schema.Choice(
        title=_("transfer_kind", default="Nộp vào"), vocabulary="qlvb.transfer_kinds", default="current"
    )
    drafting_unit = schema.TextLine(
        title=_("transfer_unit", default="Đơn vị giao nộp"), max_length=64, required=False, default="", missing_value=""
    )
    depositor = schema.TextLine(title=_("transfer_depositor", default="Người giao nộp"), max_length=64)
    receiver = schema.TextLine(
        title=_("transfer_receiver", default="Người tiếp nhận"), max_length=64, required=False, default=""
    )
    number = schema.Int(title=_("transfer_number", default="Số biên bản"), required=False)
    year = schema.Int(title=_("transfer_year", default="Năm"), required=False)
    accepted_on = schema.Date(title=_("transfer_accepted_on", default="Ngày tiếp nhận"), required=False)
    registration = schema.TextLine(
        title=_("transfer_registration", default="Mã đăng ký nộp lưu"),
        max_length=100,
        required=False,
        default="",
        missing_value="",
    )
    earliest = schema.Date(title=_("transfer_earliest", default="Ngày nộp dự kiến"), required=False)
    answer_due = schema.Date(title=_("transfer_answer_due", default="Hạn trả lời đăng ký"), required=False)
    decision_due = schema.Date(title=_("transfer_decision_due", default="Hạn quyết định tiếp nhận"), required=False)
    letter = schema.TextLine(
        title=_("transfer_letter", default="Văn bản của lưu trữ lịch sử"),
        max_length=200,
        required=False,
        default="",
        missing_value="",
    )
