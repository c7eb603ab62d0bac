"""Fields of personal documents."""

from plone.supermodel import model
from qlvb.content import _
from zope import schema


LONGEST_SUBJECT = 500
LONGEST_NOTE = 5000


class IPersonalSchema(model.Schema):
    """Tài liệu cá nhân."""

    subject = schema.TextLine(
        title=_("personal_subject", default="Tên tài liệu"), max_length=LONGEST_SUBJECT, default="", missing_value=""
    )
    note = schema.Text(
        title=_("personal_note", default="Ghi chú"),
        required=False,
        max_length=LONGEST_NOTE,
        default="",
        missing_value="",
    )
