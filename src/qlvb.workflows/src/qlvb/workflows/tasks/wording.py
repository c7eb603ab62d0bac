"""The journal of tasks in words."""

from datetime import date
from qlvb.content import _
from qlvb.content.clock import VIETNAM
from qlvb.content.journal.interfaces import IJournalWording
from qlvb.content.tasks.executors import title_of
from zope.interface import implementer


#: Values that a sentence names and an older entry may lack.
NEEDED = ("executor", "progress", "until", "number", "subject")


@implementer(IJournalWording)
class Wording:
    """The sentence of one event word."""

    def __init__(self, message):
        self.message = message

    def sentence(self, entry):
        """Message id, to be read after the actor's name."""
        mapping = {key: str(value) for key, value in entry.detail.items() if isinstance(value, (str, int))}
        if "executor" in mapping:
            mapping["executor"] = title_of(mapping["executor"], entry.when.astimezone(VIETNAM).date())
        if "until" in mapping:
            mapping["until"] = date.fromisoformat(mapping["until"]).strftime("%d/%m/%Y")
        return _(str(self.message), default=self.message.default, mapping={**dict.fromkeys(NEEDED, "…"), **mapping})


act_accept_task = Wording(_("journal_act_accept_task", default="đã tiếp nhận nhiệm vụ"))
act_bounce = Wording(_("journal_act_bounce", default="đã trả lại nhiệm vụ"))
act_hand_on = Wording(_("journal_act_hand_on", default="đã phân công cho ${executor}"))
act_report = Wording(_("journal_act_report", default="đã cập nhật tiến độ ${progress}%"))
act_draft_for_task = Wording(_("journal_act_draft_for_task", default="đã soạn dự thảo cho nhiệm vụ"))
act_report_back = Wording(_("journal_act_report_back", default="đã hồi báo"))
act_complete = Wording(_("journal_act_complete", default="đã trình duyệt hoàn thành"))
act_take_back = Wording(_("journal_act_take_back", default="đã rút lại đề xuất"))
act_approve_result = Wording(_("journal_act_approve_result", default="đã duyệt kết quả"))
act_reject_result = Wording(_("journal_act_reject_result", default="đã yêu cầu làm tiếp"))
act_propose_close = Wording(_("journal_act_propose_close", default="đã đề xuất đóng nhiệm vụ"))
act_refuse_close = Wording(_("journal_act_refuse_close", default="không đồng ý đóng nhiệm vụ"))
act_close_task = Wording(_("journal_act_close_task", default="đã đóng nhiệm vụ"))
act_reopen_task = Wording(_("journal_act_reopen_task", default="đã mở lại nhiệm vụ"))
act_ask_task_extension = Wording(_("journal_act_ask_task_extension", default="đã đề xuất gia hạn đến ${until}"))
act_grant_task_extension = Wording(_("journal_act_grant_task_extension", default="đã đồng ý gia hạn đến ${until}"))
act_refuse_task_extension = Wording(_("journal_act_refuse_task_extension", default="không đồng ý gia hạn"))
act_transfer = Wording(_("journal_act_transfer", default="đã chuyển cho ${executor} thực hiện"))
act_pause = Wording(_("journal_act_pause", default="đã tạm dừng nhiệm vụ"))
act_resume = Wording(_("journal_act_resume", default="đã cho tiếp tục nhiệm vụ"))
act_chase_task = Wording(_("journal_act_chase_task", default="đã đôn đốc lần thứ ${number}"))
act_answer_chase = Wording(_("journal_act_answer_chase", default="đã trả lời đôn đốc"))
act_note_reports = Wording(_("journal_act_note_reports", default="đã xem hồi báo"))
act_split = Wording(_("journal_act_split", default="đã giao nhiệm vụ con “${subject}”"))
act_assign_difficulty = Wording(_("journal_act_assign_difficulty", default="đã giao tháo gỡ khó khăn"))
act_settle_difficulty = Wording(_("journal_act_settle_difficulty", default="đã ghi nhận khó khăn được tháo gỡ"))
act_give_task = Wording(_("journal_act_give_task", default="đã giao nhiệm vụ “${subject}”"))
task_closed_above = Wording(_("journal_task_closed_above", default="đã đóng theo nhiệm vụ cấp trên"))
task_chased = Wording(_("journal_task_chased", default="đã tự động đôn đốc lần thứ ${number}"))
