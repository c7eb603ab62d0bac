"""Fields of a request to read (TT 05/2025 Phụ lục V: requestDate, purpose, purposeContent, researchTopic)."""

from plone.supermodel import model
from qlvb.content import _
from zope import schema


def _line(title, most=200, **more):
    return schema.TextLine(title=title, required=False, max_length=most, default="", missing_value="", **more)


class IReadingSchema(model.Schema):
    """Phiếu yêu cầu khai thác."""

    kind = schema.Choice(title=_("reading_kind", default="Hình thức"), vocabulary="qlvb.reading_kinds")
    asked_for = schema.TextLine(title=_("reading_asked_for", default="Hồ sơ, tài liệu cần khai thác"), max_length=500)
    record = _line(_("reading_record", default="Hồ sơ, tài liệu trong hệ thống"), 64)
    purpose = schema.Choice(title=_("reading_purpose", default="Mục đích"), vocabulary="qlvb.reading_purposes")
    purpose_text = schema.Text(title=_("reading_purpose_text", default="Nội dung mục đích"), max_length=500)
    requester = _line(_("reading_requester", default="Người yêu cầu"), 64)
    reader_name = _line(_("reading_reader_name", default="Họ và tên người khai thác"))
    reader_paper = _line(_("reading_reader_paper", default="Số giấy tờ tùy thân hoặc giấy giới thiệu"), 100)
    reader_body = _line(_("reading_reader_body", default="Cơ quan, địa chỉ"))
    reader_contact = _line(_("reading_reader_contact", default="Điện thoại, thư điện tử"))
    asked_on = schema.Date(title=_("reading_asked_on", default="Ngày yêu cầu"))
    answer_due = schema.Date(title=_("reading_answer_due", default="Hạn trả lời"))
    lent_on = schema.Date(title=_("reading_lent_on", default="Ngày mượn"), required=False)
    due = schema.Date(title=_("reading_due", default="Hạn trả"), required=False)
    returned_on = schema.Date(title=_("reading_returned_on", default="Ngày trả"), required=False)
    answer = schema.Text(
        title=_("reading_answer", default="Ý kiến giải quyết"),
        required=False,
        max_length=2000,
        default="",
        missing_value="",
    )
