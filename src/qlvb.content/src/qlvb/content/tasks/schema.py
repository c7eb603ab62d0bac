"""Fields of tasks. ``readonly`` fields are set by acts; forms and REST show them and never write them."""

from plone.supermodel import model
from qlvb.content import _
from qlvb.content.documents.fields import choice
from qlvb.content.documents.fields import day
from qlvb.content.documents.fields import line
from qlvb.content.documents.fields import number
from qlvb.content.documents.fields import text
from zope import schema


class ITaskSchema(model.Schema):
    """Nhiệm vụ."""

    subject = schema.Text(
        title=_("task_subject", default="Nội dung nhiệm vụ"), max_length=500, default="", missing_value=""
    )
    request = text(_("task_request", default="Yêu cầu cụ thể"), 4000)
    product = line(_("task_product", default="Sản phẩm cần có"), 500)
    kind = choice(_("task_kind", default="Loại nhiệm vụ"), "qlvb.tasks.kinds", default="task", readonly=True)
    urgency = choice(_("task_urgency", default="Độ khẩn"), "qlvb.urgency", default="normal")
    secrecy = choice(_("task_secrecy", default="Độ mật"), "qlvb.secrecy", default="none")
    assigner = line(_("task_assigner", default="Người giao"), 64, readonly=True)
    executing_agency = line(_("task_executing_agency", default="Cơ quan thực hiện"), 64, readonly=True)
    executing_unit = line(_("task_executing_unit", default="Đơn vị thực hiện"), 64, readonly=True)
    assignee = line(_("task_assignee", default="Người thực hiện"), 64, readonly=True)
    coordinators = schema.List(
        title=_("task_coordinators", default="Phối hợp"),
        value_type=schema.TextLine(max_length=130),
        required=False,
        readonly=True,
        defaultFactory=list,
    )
    assigned_on = day(_("task_assigned_on", default="Ngày giao"), readonly=True)
    deadline = day(_("task_deadline", default="Hạn hoàn thành"), readonly=True)
    first_deadline = day(_("task_first_deadline", default="Hạn giao ban đầu"), readonly=True)
    finished_on = day(_("task_finished_on", default="Ngày hoàn thành"), readonly=True)
    progress = number(_("task_progress", default="Tiến độ (%)"), 100, readonly=True)
    report_back = schema.Bool(
        title=_("task_report_back", default="Phải hồi báo"), required=False, default=False, readonly=True
    )
    source = line(_("task_source", default="Văn bản giao nhiệm vụ"), 64, readonly=True)
    quotation = text(_("task_quotation", default="Câu chỉ đạo trong văn bản"), 4000, readonly=True)
    page = number(_("task_page", default="Trang"), 9999, minimum=1, readonly=True)
    parent = line(_("task_parent", default="Nhiệm vụ cấp trên"), 64, readonly=True)
    province_number = line(_("task_province_number", default="Số nhiệm vụ của tỉnh"), 64, readonly=True)
    province_document = line(_("task_province_document", default="Văn bản giao của tỉnh"), 300, readonly=True)
    province_url = line(_("task_province_url", default="Liên kết sang hệ thống của tỉnh"), 500, readonly=True)
    template = line(_("task_template", default="Mẫu công việc"), 64, readonly=True)
