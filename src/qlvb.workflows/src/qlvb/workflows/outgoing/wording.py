"""The acts of an outgoing document in the words of its journal."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from zope.i18nmessageid import Message
from zope.interface import implementer


@implementer(IJournalWording)
class Wording:
    """The sentence of one event, and the shorter one for entries without a receiver's name (acts of other records)."""

    def __init__(self, message, without=None):
        self.message = message
        self.without = without

    def sentence(self, entry):
        """Message id, to be read after the actor's name."""
        mapping = {key: value for key, value in entry.detail.items() if isinstance(value, str)}
        message = self.message if self.without is None or "receiver_name" in mapping else self.without
        return Message(message, mapping=mapping)


hand_over = Wording(_("journal_outgoing_hand_over", default="đã chuyển ${receiver_name} soạn thảo tiếp"))
submit = Wording(_("journal_outgoing_submit", default="đã trình ${receiver_name}"))
resubmit = Wording(_("journal_outgoing_resubmit", default="đã trình lại ${receiver_name}"))
approve = Wording(_("journal_outgoing_approve", default="đã duyệt và chuyển ${receiver_name}"))
fast_approve = Wording(
    _("journal_outgoing_fast_approve", default="đã duyệt nhanh và chuyển ${receiver_name}"),
    _("journal_outgoing_fast_approve_end", default="đã duyệt nhanh"),
)
forward = Wording(
    _("journal_outgoing_forward", default="đã chuyển ${receiver_name}"),
    _("journal_act_forward", default="đã chuyển xử lý"),
)
return_for_block = Wording(
    _("journal_outgoing_return_for_block", default="đã trả lại ${receiver_name} để sửa khối chữ ký")
)
give_back = Wording(_("journal_outgoing_return", default="đã trả lại ${receiver_name}"))
finish_part = Wording(
    _("journal_outgoing_finish_part", default="đã cho ý kiến, hoàn tất và chuyển lại ${receiver_name}"),
    _("journal_outgoing_finish_following", default="đã hoàn tất phần việc của mình"),
)
withdraw = Wording(_("journal_outgoing_withdraw", default="đã thu hồi văn bản vừa chuyển"))
sign = Wording(
    _("journal_outgoing_sign", default="đã ký số và chuyển văn thư"),
    _("journal_outgoing_sign_back", default="đã ký số và trả cho hệ thống một cửa"),
)
number = Wording(_("journal_outgoing_number", default="đã cấp số ${reference}"))
number_and_seal = Wording(_("journal_outgoing_number_and_seal", default="đã cấp số ${reference} và đóng dấu"))
issue = Wording(_("journal_outgoing_issue", default="đã ban hành văn bản số ${reference}"))
issue_at_once = Wording(_("journal_outgoing_issue_at_once", default="đã cấp số, đóng dấu và ban hành ${reference}"))
refuse_number = Wording(_("journal_outgoing_refuse_number", default="đã từ chối cấp số, trả lại ${receiver_name}"))
cancel = Wording(_("journal_outgoing_cancel", default="đã hủy luồng"))
reopen_cancelled = Wording(_("journal_outgoing_reopen", default="đã mở lại dự thảo đã hủy"))
copy = Wording(_("journal_outgoing_copy", default="đã tạo dự thảo mới từ văn bản này"))
read_recipients = Wording(_("journal_read_recipients", default="đã đọc nơi nhận từ tệp dự thảo"))
