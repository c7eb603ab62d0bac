"""What the acts on incoming documents ask for."""

from plone.namedfile.field import NamedFile
from qlvb.content import _
from qlvb.workflows.acts.conversion import INSTEAD
from qlvb.workflows.incoming.drawing import drawing_field
from zope import schema
from zope.interface import Interface
from zope.interface import taggedValue


#: Shortest reason that tells the other side something (characters).
SHORTEST_REASON = 10
#: Most recipients of one assignment.
MOST_RECIPIENTS = 200


def reason_field():
    return schema.Text(title=_("input_reason", default="Lý do"), min_length=SHORTEST_REASON, max_length=2000)


def optional_text(title):
    return schema.Text(title=title, max_length=2000, required=False, default="", missing_value="")


def line_field(vocabulary):
    return schema.Choice(title=_("input_line", default="Phần việc của"), vocabulary=vocabulary)


def people_field(title, required=False):
    return schema.List(
        title=title,
        value_type=schema.Choice(vocabulary="qlvb.incoming.people"),
        required=required,
        default=[],
        missing_value=[],
        max_length=MOST_RECIPIENTS,
    )


class IAcceptInput(Interface):
    """Tiếp nhận."""

    register = schema.Choice(title=_("input_register", default="Sổ văn bản đến"), vocabulary="qlvb.incoming.registers")
    arrival_date = schema.Date(title=_("input_arrival_date", default="Ngày đến"))
    arrival_extra_number = schema.TextLine(
        title=_("input_arrival_extra_number", default="Số phụ"),
        max_length=20,
        required=False,
        default="",
        missing_value="",
    )
    due_date = schema.Date(title=_("input_due_date", default="Hạn xử lý"), required=False)
    paper_received = schema.Bool(
        title=_("input_paper_received", default="Nhận bản giấy"), required=False, default=False
    )
    duplicate_reason = schema.Text(
        title=_("input_duplicate_reason", default="Lý do vẫn vào sổ dù trùng văn bản đã có"),
        min_length=SHORTEST_REASON,
        max_length=2000,
        required=False,
        missing_value=None,
    )


class IAttachArrivalInput(Interface):
    """Gắn bản đến thêm."""

    file = NamedFile(title=_("input_arrival_file", default="Tệp nhận được"), required=False)
    arrival_date = schema.Date(title=_("input_arrival_date", default="Ngày đến"))
    arrival_channel = schema.Choice(
        title=_("document_arrival_channel", default="Nguồn văn bản đến"),
        vocabulary="qlvb.arrival_channels",
        default="post",
    )
    note = optional_text(_("document_note", default="Ghi chú"))


class IMergeInput(Interface):
    """Gắn vào văn bản đã có."""

    existing = schema.Choice(
        title=_("input_existing", default="Văn bản đã có"), vocabulary="qlvb.incoming.duplicates"
    )


class IReasonInput(Interface):
    """A reason and nothing else."""

    reason = reason_field()


class IAgreeRecallInput(Interface):
    """Đồng ý thu hồi."""

    reason = optional_text(_("input_answer", default="Ý kiến"))


class IPresentInput(Interface):
    """Trình lãnh đạo."""

    leader = schema.Choice(title=_("input_leader", default="Lãnh đạo nhận"), vocabulary="qlvb.incoming.leaders")
    proposal = schema.Text(title=_("input_proposal", default="Ý kiến đề xuất"), max_length=2000)


class IPassLeaderInput(Interface):
    """Chuyển lãnh đạo khác."""

    leader = schema.Choice(title=_("input_leader", default="Lãnh đạo nhận"), vocabulary="qlvb.incoming.leaders")
    request = optional_text(_("input_request", default="Nội dung yêu cầu"))


class IAssignInput(Interface):
    """Who is to do it, and until when."""

    lead = people_field(_("input_lead", default="Chủ trì"))
    coordinate = people_field(_("input_coordinate", default="Phối hợp"))
    information = people_field(_("input_information", default="Nhận để biết"))
    deadline = schema.Date(title=_("input_deadline", default="Hạn xử lý"), required=False)
    working_days = schema.Int(
        title=_("input_working_days", default="Hoặc số ngày làm việc"), min=1, max=365, required=False
    )
    taggedValue(INSTEAD, {"working_days": "deadline"})
    accept_result = schema.Bool(
        title=_("input_accept_result", default="Tôi duyệt kết quả trước khi hoàn thành"),
        description=_(
            "input_accept_result_help", default="Người chủ trì báo kết quả; phần việc chỉ hoàn thành khi anh/chị duyệt."
        ),
        required=False,
        default=False,
    )


class IDirectInput(IAssignInput):
    """Bút phê & Phân công."""

    text = optional_text(_("input_direction", default="Bút phê"))
    text.order = -2
    drawing = drawing_field()
    drawing.order = -1
    as_tasks = schema.Bool(
        title=_("input_as_tasks", default="Tạo nhiệm vụ theo dõi cho người chủ trì"),
        description=_(
            "input_as_tasks_help", default="Là văn bản chỉ đạo điều hành: nhiệm vụ có tiến độ, báo cáo, đôn đốc riêng."
        ),
        required=False,
        default=False,
    )


class IAmendDirectionInput(Interface):
    """Sửa bút phê."""

    text = optional_text(_("input_direction", default="Bút phê"))
    drawing = drawing_field()
    drop_drawing = schema.Bool(
        title=_("input_drop_drawing", default="Bỏ hình viết tay cũ"), required=False, default=False
    )


class IDistributeInput(IAssignInput):
    """Chuyển xử lý."""

    request = optional_text(_("input_request", default="Nội dung yêu cầu"))


class IForwardInput(IDistributeInput):
    """Chuyển xử lý, by somebody who holds a line himself."""

    finished = schema.Bool(
        title=_("input_forward_finished", default="Chỉ chuyển để biết, phần việc của tôi đã xong"),
        required=False,
        default=False,
    )


class IKeepInput(Interface):
    """Lưu, để biết."""

    text = optional_text(_("input_note", default="Ý kiến"))
    drawing = drawing_field()
    information = people_field(_("input_information", default="Nhận để biết"))


class IFinishInput(Interface):
    """Hoàn thành: the result is a sentence, a file, or the reply itself."""

    result = optional_text(_("input_result", default="Kết quả xử lý"))
    file = NamedFile(title=_("input_result_file", default="Tệp kết quả"), required=False)
    reply = schema.Choice(
        title=_("input_result_reply", default="Văn bản trả lời"), vocabulary="qlvb.incoming.replies", required=False
    )


class IProgressInput(Interface):
    """Cập nhật tiến độ."""

    percent = schema.Int(title=_("input_percent", default="Mức độ hoàn thành (%)"), min=0, max=100)
    text = optional_text(_("input_progress_text", default="Nội dung, khó khăn, vướng mắc"))


class IAskExtensionInput(Interface):
    """Xin gia hạn."""

    deadline = schema.Date(title=_("input_wished_deadline", default="Hạn đề nghị"))
    reason = reason_field()


class IApproveExtensionInput(Interface):
    """Duyệt gia hạn."""

    line = line_field("qlvb.incoming.extension_lines")
    deadline = schema.Date(
        title=_("input_new_deadline", default="Hạn mới"),
        description=_("input_new_deadline_help", default="Để trống: theo hạn đề nghị."),
        required=False,
    )
    answer = optional_text(_("input_answer", default="Ý kiến"))


class IRefuseExtensionInput(Interface):
    """Không duyệt."""

    line = line_field("qlvb.incoming.extension_lines")
    reason = reason_field()


class IConfirmResultInput(Interface):
    """Duyệt kết quả."""

    line = line_field("qlvb.incoming.result_lines")


class IRedoInput(Interface):
    """Yêu cầu làm lại."""

    line = line_field("qlvb.incoming.result_lines")
    reason = reason_field()


class IFinishForInput(Interface):
    """Hoàn thành thay."""

    line = line_field("qlvb.incoming.open_lines")
    reason = reason_field()


class IChaseInput(Interface):
    """Đôn đốc."""

    lines = schema.List(
        title=_("input_chased", default="Người được đôn đốc"),
        value_type=schema.Choice(vocabulary="qlvb.incoming.urged_lines"),
        default=[],
        missing_value=[],
        max_length=MOST_RECIPIENTS,
    )
    message = optional_text(_("input_chase_message", default="Nội dung đôn đốc"))


class IWithdrawLineInput(Interface):
    """Thu hồi."""

    line = line_field("qlvb.incoming.given_lines")
    reason = optional_text(_("input_reason", default="Lý do"))
