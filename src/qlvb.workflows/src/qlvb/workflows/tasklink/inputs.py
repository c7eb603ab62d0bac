"""What the province's system sends, and what the acts of the link ask for."""

from qlvb.content import _
from qlvb.workflows.tasks.inputs import long_text
from qlvb.workflows.tasks.inputs import reason_field
from zope import schema
from zope.interface import Interface


def _line(title, longest, required=False):
    more = {} if required else {"default": "", "missing_value": ""}
    return schema.TextLine(title=title, max_length=longest, required=required, **more)


class IContentInput(Interface):
    """What may change about a task of the province while it runs."""

    subject = schema.TextLine(title=_("task_subject", default="Nội dung nhiệm vụ"), max_length=500)
    request = long_text(_("task_request", default="Yêu cầu cụ thể"))
    product = _line(_("task_product", default="Sản phẩm cần có"), 500)
    quotation = long_text(_("task_quotation", default="Câu chỉ đạo trong văn bản"))
    page = schema.Int(title=_("task_page", default="Trang"), min=1, max=9999, required=False)
    deadline = schema.Date(title=_("task_deadline", default="Hạn hoàn thành"), required=False)
    urgency = schema.Choice(
        title=_("task_urgency", default="Độ khẩn"), vocabulary="qlvb.urgency", required=False, default="normal"
    )
    document = _line(_("task_province_document", default="Văn bản giao của tỉnh"), 300)
    url = _line(_("task_province_url", default="Liên kết sang hệ thống của tỉnh"), 500)


class IOrderInput(IContentInput):
    """A task as the province's system gives it."""

    number = _line(_("task_province_number", default="Số nhiệm vụ của tỉnh"), 64, required=True)
    agency = _line(_("tasklink_agency", default="Cơ quan thực hiện (mã định danh)"), 64, required=True)
    revision = schema.Int(
        title=_("tasklink_revision", default="Lần cập nhật"), min=1, max=10**6, required=False, default=1
    )


class IEventInput(Interface):
    """A decision of the province about a task, or its answer to a report."""

    id = _line(_("tasklink_event_id", default="Mã thông điệp"), 100, required=True)
    number = _line(_("task_province_number", default="Số nhiệm vụ của tỉnh"), 64, required=True)
    event = _line(_("tasklink_event", default="Sự kiện"), 30, required=True)
    seen = schema.Int(
        title=_("tasklink_seen", default="Báo cáo gần nhất đã nhận"), min=0, max=10**6, required=False, default=0
    )
    reason = long_text(_("input_reason", default="Lý do"))
    until = schema.Date(title=_("input_task_granted", default="Gia hạn đến"), required=False)
    level = _line(_("input_chase_level", default="Mức độ"), 30)
    report = _line(_("tasklink_report", default="Mã báo cáo"), 64)


class ITakeOverInput(Interface):
    """Tự quyết định khi mất liên thông."""

    reason = reason_field()
