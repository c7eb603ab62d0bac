"""What the acts of a consultation ask for."""

from plone.namedfile.field import NamedFile
from qlvb.content import _
from zope import schema
from zope.interface import Interface


LONGEST = 10000
#: People and units of one round.
MOST = 200


def _some(title, vocabulary, required=False):
    return schema.List(
        title=title,
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
    deadline = schema.Date(title=_("consultation_deadline", default="Hạn trả lời"))
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
    people = _some(_("consultation_more_people", default="Hỏi thêm người"), "qlvb.consultation.people")
    units = _some(_("consultation_more_units", default="Hỏi thêm phòng, đơn vị"), "qlvb.consultation.units")


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
