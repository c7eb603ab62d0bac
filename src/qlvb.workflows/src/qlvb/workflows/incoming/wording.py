"""The journal of incoming documents and of deliveries in words."""

from qlvb.content import _
from qlvb.content.journal.interfaces import IJournalWording
from qlvb.content.journal.wording import person_name
from qlvb.workflows.delivery.wording import WordingByKind
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
line_finished_for = Wording(_("journal_line_finished_for", default="đã hoàn thành thay phần việc của ${recipient}"))
line_reported = Wording(_("journal_line_reported", default="đã báo kết quả, chờ duyệt"))
line_confirmed = Wording(_("journal_line_confirmed", default="đã duyệt kết quả của ${recipient}"))
line_sent_back = Wording(_("journal_line_sent_back", default="đã yêu cầu ${recipient} làm lại"))
line_progress = Wording(_("journal_line_progress", default="đã cập nhật tiến độ ${percent}"))
line_extension_asked = Wording(_("journal_line_extension_asked", default="đã xin gia hạn"))
line_extended = Wording(_("journal_line_extended", default="đã gia hạn phần việc của ${recipient}"))
line_not_extended = Wording(_("journal_line_not_extended", default="không duyệt gia hạn cho ${recipient}"))
line_chased = Wording(_("journal_line_chased", default="đã đôn đốc ${recipient} (lần ${times})"))
act_update_progress = Wording(_("journal_act_update_progress", default="đã cập nhật tiến độ"))
act_ask_extension = Wording(_("journal_act_ask_extension", default="đã xin gia hạn xử lý"))
act_approve_extension = Wording(_("journal_act_approve_extension", default="đã duyệt gia hạn"))
act_refuse_extension = Wording(_("journal_act_refuse_extension", default="không duyệt gia hạn"))
act_confirm_result = Wording(_("journal_act_confirm_result", default="đã duyệt kết quả"))
act_redo = Wording(_("journal_act_redo", default="đã yêu cầu làm lại"))
act_finish_for = Wording(_("journal_act_finish_for", default="đã hoàn thành thay"))
act_chase = Wording(_("journal_act_chase", default="đã đôn đốc"))
act_agree_recall = WordingByKind(
    _("journal_act_agree_recall", default="đã đồng ý thu hồi, thay thế văn bản"),
    {
        "recall": _("journal_agreed_recall", default="đã đồng ý thu hồi văn bản"),
        "replace": _("journal_agreed_replace", default="đã đồng ý thay thế văn bản"),
        "update": _("journal_agreed_update", default="đã đồng ý cập nhật, đính chính văn bản"),
    },
)
act_refuse_recall = WordingByKind(
    _("journal_act_refuse_recall", default="từ chối thu hồi văn bản"),
    {
        "recall": _("journal_refused_recall", default="từ chối thu hồi văn bản"),
        "replace": _("journal_refused_replace", default="từ chối thay thế văn bản"),
        "update": _("journal_refused_update", default="từ chối cập nhật, đính chính văn bản"),
    },
)
escalated = Wording(_("journal_escalated", default="đã báo lên cấp trên vì văn bản hỏa tốc chưa có người đọc"))
act_amend_direction = Wording(_("journal_act_amend_direction", default="đã sửa bút phê"))
act_attach_arrival = Wording(_("journal_act_attach_arrival", default="đã gắn bản đến thêm"))
act_merge = Wording(_("journal_act_merge", default="đã gắn vào văn bản đã có vì trùng"))
duplicate_kept = Wording(_("journal_duplicate_kept", default="vẫn nhập dù trùng văn bản đã có: ${reason}"))
act_withdraw_presentation = Wording(_("journal_act_withdraw_presentation", default="đã thu hồi văn bản đã trình"))
act_sign_scan = Wording(_("journal_act_sign_scan", default="đã ký số của cơ quan trên bản số hóa ${filename}"))
