"""What the acts of a consultation ask for."""

from plone.namedfile.field import NamedFile
from qlvb.content import _
from zope import schema
from zope.interface import Interface


LONGEST = 10000
#: People and units of one round.
MOST = 200


AGENCIES_HELP = _(
    "consultation_agencies_help",
    default="Cơ quan được hỏi chỉ xem được bản dự thảo đang hỏi, cho đến khi kết thúc lấy ý kiến.",
)


def _working_days():
    return schema.Int(
        title=_("input_working_days", default="Hoặc số ngày làm việc"),
        description=_("consultation_working_days_help", default="Tính từ ngày mai; có thì thay cho ngày ở trên."),
        min=1,
        max=365,
        required=False,
    )


def _some(title, vocabulary, required=False, description=""):
    return schema.List(
        title=title,
        description=description,
        value_type=schema.Choice(vocabulary=vocabulary),
        required=required,
        default=[],
        missing_value=[],
        max_length=MOST,
    )


class IConsultInput(Interface):
    """Lấy ý kiến."""

    people = _some(_("consultation_people", default="Người được xin ý kiến"), "qlvb.consultation.people")
    units = _some(_("consultation_units", default="Phòng, đơn vị được xin ý kiến"), "qlvb.consultation.units")
    agencies = _some(
        _("consultation_agencies", default="Cơ quan khác được xin ý kiến"),
        "qlvb.consultation.agencies",
        description=AGENCIES_HELP,
    )
    deadline = schema.Date(title=_("consultation_deadline", default="Hạn trả lời"))
    working_days = _working_days()
    question = schema.Text(
        title=_("consultation_question", default="Nội dung xin ý kiến"),
        required=False,
        default="",
        missing_value="",
        max_length=2000,
    )


class IOpinionInput(Interface):
    """Cho ý kiến."""

    answer = schema.Choice(title=_("consultation_answer", default="Ý kiến"), vocabulary="qlvb.consultation.answers")
    text = schema.Text(
        title=_("consultation_text", default="Nội dung góp ý"),
        description=_(
            "consultation_text_help",
            default="Góp ý cho từng điểm: mỗi ý một dòng, bắt đầu bằng vị trí và dấu hai chấm (Điều 3 khoản 2: …).",
        ),
        required=False,
        default="",
        missing_value="",
        max_length=LONGEST,
    )
    file = NamedFile(title=_("consultation_file", default="Tệp góp ý kèm theo"), required=False)


class IExtendInput(Interface):
    """Gia hạn."""

    deadline = schema.Date(title=_("consultation_new_deadline", default="Hạn trả lời mới"))
    working_days = _working_days()
    people = _some(_("consultation_more_people", default="Hỏi thêm người"), "qlvb.consultation.people")
    units = _some(_("consultation_more_units", default="Hỏi thêm phòng, đơn vị"), "qlvb.consultation.units")
    agencies = _some(_("consultation_more_agencies", default="Hỏi thêm cơ quan khác"), "qlvb.consultation.agencies")


class IEndInput(Interface):
    """Kết thúc lấy ý kiến."""

    comment = schema.Text(
        title=_("consultation_end_comment", default="Ghi chú"),
        required=False,
        default="",
        missing_value="",
        max_length=2000,
    )


class ISettleInput(Interface):
    """Tiếp thu, giải trình."""

    point = schema.Choice(title=_("consultation_point", default="Ý kiến góp ý"), vocabulary="qlvb.consultation.points")
    decision = schema.Choice(
        title=_("consultation_decision", default="Xử lý"), vocabulary="qlvb.consultation.decisions"
    )
    reason = schema.Text(
        title=_("consultation_reason", default="Giải trình"),
        required=False,
        default="",
        missing_value="",
        max_length=4000,
    )


class IWithdrawInput(Interface):
    """Rút đợt lấy ý kiến."""

    reason = schema.Text(title=_("consultation_withdraw_reason", default="Lý do rút"), min_length=10, max_length=2000)


class IChaseInput(Interface):
    """Đôn đốc cho ý kiến."""

    message = schema.Text(
        title=_("consultation_chase_message", default="Lời nhắc"),
        required=False,
        default="",
        missing_value="",
        max_length=500,
    )


class IAssignRequestInput(Interface):
    """Giao chuẩn bị ý kiến."""

    person = schema.Choice(
        title=_("opinion_assignee", default="Người chuẩn bị ý kiến"), vocabulary="qlvb.opinions.people"
    )
    note = schema.Text(
        title=_("opinion_note", default="Yêu cầu"), required=False, default="", missing_value="", max_length=2000
    )
