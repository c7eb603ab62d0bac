"""Value lists of transfers."""

from qlvb.content import _
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


KIND_TITLES = {
    "current": _("transfer_kind_current", default="Lưu trữ hiện hành của cơ quan"),
    "historical": _("transfer_kind_historical", default="Lưu trữ lịch sử"),
}
ITEM_TITLES = {
    "proposed": _("transfer_item_proposed", default="Chờ kiểm tra"),
    "passed": _("transfer_item_passed", default="Đạt"),
    "failed": _("transfer_item_failed", default="Có lỗi"),
    "returned": _("transfer_item_returned", default="Trả lại để bổ sung"),
    "accepted": _("transfer_item_accepted", default="Đã tiếp nhận"),
    "left_out": _("transfer_item_left_out", default="Không nộp đợt này"),
}
ITEM_TONES = {"passed": "good", "accepted": "good", "failed": "bad", "returned": "warn", "left_out": "neutral"}


@provider(IVocabularyFactory)
def kinds(context):
    """Where a transfer goes."""
    return SimpleVocabulary([SimpleTerm(value, value, title) for value, title in KIND_TITLES.items()])
