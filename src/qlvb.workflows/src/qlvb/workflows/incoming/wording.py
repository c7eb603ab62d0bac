"""The journal of incoming documents and of deliveries in words."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from qlvb.content.journal.wording import person_name
from zope.interface import implementer


@implementer(IJournalWording)
class Wording:
    """The sentence of one event word."""

    def __init__(self, message):
        self.message = message

    def sentence(self, entry):
        """Message id, to be read after the actor's name."""
        mapping = {key: value for key, value in entry.detail.items() if isinstance(value, str)}
        if "recipient" in mapping:
            mapping["recipient"] = person_name(mapping["recipient"])
        return _(str(self.message), default=self.message.default, mapping=mapping)


line_closed = Wording(_("journal_line_closed", default="đã đóng phần việc còn lại của ${recipient}"))
line_came_back = Wording(_("journal_line_came_back", default="đã chuyển phần việc về lại ${recipient}"))
line_reopened = Wording(_("journal_line_reopened", default="đã mở lại phần việc của ${recipient}"))
record_finished = Wording(_("journal_record_finished", default="đã kết thúc văn bản vì mọi phần việc đã xong"))
record_handed_back = Wording(_("journal_record_handed_back", default="đã chuyển văn bản về để phân công lại"))
received = Wording(_("journal_received", default="đã nhận văn bản từ ${sender}"))
signatures_checked = Wording(_("journal_signatures_checked", default="đã kiểm tra chữ ký số của tệp ${filename}"))
act_hand_over = Wording(_("journal_act_hand_over", default="đã chuyển xử lý"))
act_pass_leader = Wording(_("journal_act_pass_leader", default="đã chuyển lãnh đạo khác"))
act_send_back = Wording(_("journal_act_send_back", default="đã trả lại văn thư"))
act_keep = Wording(_("journal_act_keep", default="đã lưu, để biết"))
act_unregister = Wording(_("journal_act_unregister", default="đã hủy tiếp nhận"))
act_return_line = Wording(_("journal_act_return_line", default="đã trả lại phần việc được giao"))
act_withdraw_line = Wording(_("journal_act_withdraw_line", default="đã thu hồi phần việc đã giao"))
act_send_more = Wording(_("journal_act_send_more", default="đã gửi thêm nơi nhận"))
act_mark_sent = Wording(_("journal_act_mark_sent", default="đã ghi nhận việc gửi đến ${recipient}"))
