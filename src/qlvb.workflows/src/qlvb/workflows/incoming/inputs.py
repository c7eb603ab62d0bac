"""What the acts on incoming documents ask for."""

from qlvb.content import _
from zope import schema
from zope.interface import Interface


#: Shortest reason that tells the other side something (characters).
SHORTEST_REASON = 10
#: Most recipients of one assignment.
MOST_RECIPIENTS = 200


def reason_field():
    return schema.Text(title=_("input_reason", default="Lý do"), min_length=SHORTEST_REASON, max_length=2000)


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
    confirm_duplicate = schema.Bool(
        title=_("input_confirm_duplicate", default="Vẫn tiếp nhận dù trùng văn bản đã có"),
        required=False,
        default=False,
    )


class IReasonInput(Interface):
    """A reason and nothing else."""

    reason = reason_field()


class IPresentInput(Interface):
    """Trình lãnh đạo."""

    leader = schema.Choice(title=_("input_leader", default="Lãnh đạo nhận"), vocabulary="qlvb.incoming.leaders")
    proposal = schema.Text(title=_("input_proposal", default="Ý kiến đề xuất"), max_length=2000)


class IPassLeaderInput(Interface):
    """Chuyển lãnh đạo khác."""

    leader = schema.Choice(title=_("input_leader", default="Lãnh đạo nhận"), vocabulary="qlvb.incoming.leaders")
    request = schema.Text(
        title=_("input_request", default="Nội dung yêu cầu"),
        max_length=2000,
        required=False,
        default="",
        missing_value="",
    )


class IAssignInput(Interface):
    """Who is to do it, and until when."""

    lead = people_field(_("input_lead", default="Chủ trì"))
    coordinate = people_field(_("input_coordinate", default="Phối hợp"))
    information = people_field(_("input_information", default="Nhận để biết"))
    deadline = schema.Date(title=_("input_deadline", default="Hạn xử lý"), required=False)
    working_days = schema.Int(
        title=_("input_working_days", default="Hoặc số ngày làm việc"), min=1, max=365, required=False
    )


class IDirectInput(IAssignInput):
    """Bút phê & Phân công."""

    text = schema.Text(title=_("input_direction", default="Bút phê"), max_length=2000)
    text.order = -1


class IDistributeInput(IAssignInput):
    """Chuyển xử lý."""

    request = schema.Text(
        title=_("input_request", default="Nội dung yêu cầu"),
        max_length=2000,
        required=False,
        default="",
        missing_value="",
    )


class IKeepInput(Interface):
    """Lưu, để biết."""

    text = schema.Text(
        title=_("input_note", default="Ý kiến"), max_length=2000, required=False, default="", missing_value=""
    )
    information = people_field(_("input_information", default="Nhận để biết"))


class IFinishInput(Interface):
    """Hoàn thành."""

    result = schema.Text(title=_("input_result", default="Kết quả xử lý"), max_length=2000)


class IWithdrawLineInput(Interface):
    """Thu hồi."""

    line = schema.Choice(title=_("input_line", default="Phần việc thu hồi"), vocabulary="qlvb.incoming.given_lines")
    reason = schema.Text(
        title=_("input_reason", default="Lý do"), max_length=2000, required=False, default="", missing_value=""
    )
