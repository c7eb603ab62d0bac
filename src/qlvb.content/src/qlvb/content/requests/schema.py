"""Fields of a request for accounts."""

from plone.supermodel import model
from qlvb.content import _
from qlvb.content.requests.interfaces import KINDS
from qlvb.content.requests.words import KIND_TITLES
from qlvb.content.requests.words import RECEIVER_TITLES
from zope import schema
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def _rows(title):
    return schema.Tuple(title=title, value_type=schema.Dict(), required=False, default=(), readonly=True)


def _line(name, required=True, most=150):
    return schema.TextLine(
        title=RECEIVER_TITLES[name], max_length=most, required=required, default="", missing_value=""
    )


class IAccountRequestSchema(model.Schema):
    """Yêu cầu tài khoản. Rows are dicts of str, by the columns of ``rows.COLUMNS``."""

    kind = schema.Choice(
        title=_("request_kind", default="Mẫu"),
        vocabulary=SimpleVocabulary([SimpleTerm(one, one, KIND_TITLES[one]) for one in KINDS]),
    )
    receiver = _line("receiver")
    receiver_post = _line("receiver_post")
    receiver_unit = _line("receiver_unit", most=200)
    receiver_phone = _line("receiver_phone", most=30)
    agencies = _rows(_("request_agencies", default="Cơ quan, tổ chức"))
    people = _rows(_("request_people", default="Cá nhân"))
    author = schema.TextLine(title=_("request_author", default="Người gửi yêu cầu"), max_length=64)
    sent_on = schema.Date(title=_("request_sent_on", default="Ngày gửi"))
    due = schema.Date(title=_("request_due", default="Hạn trả lời"))
    answered_on = schema.Date(title=_("request_answered_on", default="Ngày trả lời"), required=False)
    answer = schema.Text(
        title=_("request_answer", default="Nội dung trả lời"),
        max_length=2000,
        required=False,
        default="",
        missing_value="",
    )
    outcome = _rows(_("request_outcome", default="Kết quả từng dòng"))
