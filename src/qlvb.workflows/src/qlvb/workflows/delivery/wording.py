"""Recalls in the words of the journals on both sides."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IJournalWording)
class Wording:
    """The sentence of one event, to be read after the actor's name."""

    def __init__(self, message):
        self.message = message

    def sentence(self, entry):
        """Message id with the texts of the entry's detail filled in."""
        return Message(self.message, mapping={key: val for key, val in entry.detail.items() if isinstance(val, str)})


asked = Wording(_("journal_recall_asked", default="đã gửi yêu cầu đến ${recipient}"))
manual = Wording(_("journal_recall_manual", default="phải báo trực tiếp cho ${recipient} (ngoài hệ thống)"))
agreed = Wording(_("journal_recall_agreed", default="ghi nhận: ${recipient} đồng ý"))
refused = Wording(_("journal_recall_refused", default="ghi nhận: ${recipient} từ chối"))
recall = Wording(_("journal_recall_recall", default="nhận yêu cầu thu hồi của ${sender}"))
replace = Wording(_("journal_recall_replace", default="nhận yêu cầu thay thế của ${sender}"))
update = Wording(_("journal_recall_update", default="nhận yêu cầu cập nhật của ${sender}"))
superseded = Wording(_("journal_recall_superseded", default="yêu cầu trước được thay bằng yêu cầu mới của nơi gửi"))
unsigned = Wording(
    _("journal_recall_unsigned", default="chưa ký được phiếu thu hồi: ${agency} chưa có chứng thư số còn hiệu lực")
)
