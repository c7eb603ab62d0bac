"""What the acts on tasks ask for."""

from plone.namedfile.field import NamedFile
from qlvb.content import _
from qlvb.workflows.acts.conversion import INSTEAD
from qlvb.workflows.tasks.execution import CHASE_LEVELS
from zope import schema
from zope.interface import Interface
from zope.interface import taggedValue


SHORTEST_REASON = 10
MOST = 200
#: Files of one report.
MOST_FILES = 20


def reason_field():
    return schema.Text(title=_("input_reason", default="Lý do"), min_length=SHORTEST_REASON, max_length=2000)


def opinion_field():
    return schema.Text(
        title=_("input_task_opinion", default="Ý kiến"), max_length=2000, required=False, default="", missing_value=""
    )


def executors_field(title, vocabulary="qlvb.tasks.executors", required=False):
    return schema.List(
        title=title,
        value_type=schema.Choice(vocabulary=vocabulary),
        required=required,
        default=[],
        missing_value=[],
        max_length=MOST,
    )


def long_text(title, required=False, **options):
    more = {} if required else {"default": "", "missing_value": ""}
    return schema.Text(title=title, max_length=4000, required=required, **more, **options)


def reply_field():
    return schema.ASCIILine(
        title=_("input_task_reply", default="Văn bản trả lời (mã bản ghi)"),
        max_length=64,
        required=False,
        default="",
        missing_value="",
    )


class IReasonInput(Interface):
    """A reason and nothing else."""

    reason = reason_field()


class IOpinionInput(Interface):
    """An opinion, if any."""

    opinion = opinion_field()


class IDeadlineInput(Interface):
    """Until when."""

    deadline = schema.Date(title=_("task_deadline", default="Hạn hoàn thành"), required=False)
    working_days = schema.Int(
        title=_("input_working_days", default="Hoặc số ngày làm việc"), min=1, max=365, required=False
    )
    taggedValue(INSTEAD, {"working_days": "deadline"})


class IGiveInput(IDeadlineInput):
    """Giao nhiệm vụ."""

    subject = schema.TextLine(title=_("task_subject", default="Nội dung nhiệm vụ"), max_length=500)
    leads = executors_field(_("input_task_leads", default="Chủ trì"), required=True)
    coordinators = executors_field(_("task_coordinators", default="Phối hợp"))
    product = schema.TextLine(
        title=_("task_product", default="Sản phẩm cần có"),
        max_length=500,
        required=False,
        default="",
        missing_value="",
    )
    urgency = schema.Choice(title=_("task_urgency", default="Độ khẩn"), vocabulary="qlvb.urgency", required=False)
    request = long_text(_("task_request", default="Yêu cầu cụ thể"))
    report_back = schema.Bool(title=_("task_report_back", default="Phải hồi báo"), required=False, default=False)
    subject.order, leads.order, coordinators.order = -3, -2, -1


class IGiveFromInput(IGiveInput):
    """Giao nhiệm vụ from a document: the sentence and where it stands."""

    quotation = long_text(_("task_quotation", default="Câu chỉ đạo trong văn bản"))
    page = schema.Int(title=_("task_page", default="Trang"), min=1, max=9999, required=False)


def files_field():
    return schema.List(
        title=_("input_task_files", default="Tệp kèm theo (sản phẩm, số liệu)"),
        description=_("input_task_files_help", default="Chọn được nhiều tệp, tối đa 20."),
        value_type=NamedFile(title=_("input_task_file", default="Tệp")),
        required=False,
        default=[],
        missing_value=[],
        max_length=MOST_FILES,
    )


class IReportInput(Interface):
    """Báo cáo tiến độ."""

    progress = schema.Int(title=_("task_progress", default="Tiến độ (%)"), min=0, max=100)
    text = long_text(_("input_task_done", default="Kết quả đã làm"), required=True)
    difficulty = long_text(_("input_task_difficulty", default="Khó khăn, vướng mắc"))
    proposal = long_text(_("input_task_proposal", default="Kiến nghị, đề xuất"))
    files = files_field()


class IReportBackInput(Interface):
    """Hồi báo."""

    text = long_text(_("input_task_answer", default="Nội dung hồi báo"), required=True)
    progress = schema.Int(title=_("task_progress", default="Tiến độ (%)"), min=0, max=100)
    difficulty = long_text(_("input_task_difficulty", default="Khó khăn, vướng mắc"))
    proposal = long_text(_("input_task_proposal", default="Kiến nghị, đề xuất"))
    files = files_field()
    reply = reply_field()


class ICompleteInput(Interface):
    """Trình duyệt hoàn thành."""

    text = long_text(_("input_task_result", default="Kết quả, sản phẩm"), required=True)
    files = files_field()
    reply = reply_field()


class IHandOnInput(Interface):
    """Phân công trong đơn vị."""

    executor = schema.Choice(
        title=_("input_task_executor", default="Đơn vị hoặc người thực hiện"), vocabulary="qlvb.tasks.own_executors"
    )
    opinion = opinion_field()


class ITransferInput(Interface):
    """Chuyển đơn vị thực hiện."""

    executor = schema.Choice(
        title=_("input_task_executor", default="Đơn vị hoặc người thực hiện"), vocabulary="qlvb.tasks.executors"
    )
    deadline = schema.Date(title=_("task_deadline", default="Hạn hoàn thành"), required=False)
    reason = reason_field()


class IAskExtensionInput(Interface):
    """Đề xuất gia hạn."""

    until = schema.Date(title=_("input_task_until", default="Đề nghị gia hạn đến"))
    reason = reason_field()


class IGrantExtensionInput(Interface):
    """Đồng ý gia hạn."""

    until = schema.Date(title=_("input_task_granted", default="Gia hạn đến"))
    opinion = opinion_field()


class IChaseInput(Interface):
    """Đôn đốc."""

    level = schema.Choice(
        title=_("input_chase_level", default="Mức độ"), vocabulary="qlvb.tasks.chase_levels", default=CHASE_LEVELS[0]
    )
    text = schema.Text(
        title=_("input_chase_text", default="Nội dung đôn đốc"),
        max_length=2000,
        required=False,
        default="",
        missing_value="",
    )


class IAnswerChaseInput(Interface):
    """Trả lời đôn đốc."""

    answer = schema.Text(title=_("input_chase_answer", default="Trả lời"), min_length=3, max_length=2000)


class IDifficultyInput(Interface):
    """Which of the difficulties."""

    difficulty = schema.Choice(
        title=_("input_task_difficulty", default="Khó khăn, vướng mắc"), vocabulary="qlvb.tasks.difficulties"
    )


class IAssignDifficultyInput(IDifficultyInput, IDeadlineInput):
    """Giao tháo gỡ."""

    executor = schema.Choice(
        title=_("input_task_solver", default="Giao cho"), vocabulary="qlvb.tasks.executors"
    )


class ISettleDifficultyInput(IDifficultyInput):
    """Đã tháo gỡ."""

    answer = schema.Text(title=_("input_task_settled", default="Cách giải quyết"), min_length=3, max_length=2000)
