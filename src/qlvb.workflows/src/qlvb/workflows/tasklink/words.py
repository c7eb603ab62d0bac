"""What screens call the messages of the link and their states."""

from qlvb.content import _
from qlvb.workflows.links.words import OUTCOMES as SENDING


#: State of a report -> (words, tone).
REPORT_STATES = {
    "none": (_("tasklink_state_none", default="Chưa có báo cáo"), "neutral"),
    **SENDING,
    "confirmed": (_("tasklink_state_confirmed", default="Tỉnh đã xác nhận"), "good"),
}
OUTCOMES = {
    **REPORT_STATES,
    "new": (_("tasklink_outcome_new", default="Nhiệm vụ mới"), "good"),
    "changed": (_("tasklink_outcome_changed", default="Đã cập nhật"), "good"),
    "applied": (_("tasklink_outcome_applied", default="Đã thực hiện"), "good"),
    "same": (_("tasklink_outcome_same", default="Không đổi"), "neutral"),
}
EVENTS = {
    "assigned": _("tasklink_event_assigned", default="Giao nhiệm vụ"),
    "updated": _("tasklink_event_updated", default="Cập nhật nhiệm vụ"),
    "recalled": _("tasklink_event_recalled", default="Thu hồi"),
    "closed": _("tasklink_event_closed", default="Đóng"),
    "chased": _("tasklink_event_chased", default="Đôn đốc"),
    "paused": _("tasklink_event_paused", default="Tạm dừng"),
    "resumed": _("tasklink_event_resumed", default="Tiếp tục"),
    "reopened": _("tasklink_event_reopened", default="Mở lại"),
    "result_accepted": _("tasklink_event_result_accepted", default="Duyệt kết quả"),
    "result_rejected": _("tasklink_event_result_rejected", default="Kết quả chưa đạt"),
    "extension_granted": _("tasklink_event_extension_granted", default="Đồng ý gia hạn"),
    "extension_refused": _("tasklink_event_extension_refused", default="Không đồng ý gia hạn"),
    "close_refused": _("tasklink_event_close_refused", default="Không đồng ý đóng"),
    "report_confirmed": _("tasklink_event_report_confirmed", default="Xác nhận báo cáo"),
    "report_rejected": _("tasklink_event_report_rejected", default="Không nhận báo cáo"),
    "accepted": _("tasklink_event_accepted", default="Tiếp nhận"),
    "handed_on": _("tasklink_event_handed_on", default="Phân công"),
    "returned": _("tasklink_event_returned", default="Trả lại"),
    "progress": _("tasklink_event_progress", default="Tiến độ"),
    "result": _("tasklink_event_result", default="Kết quả"),
    "withdrawn": _("tasklink_event_withdrawn", default="Rút lại"),
    "extension_asked": _("tasklink_event_extension_asked", default="Đề xuất gia hạn"),
    "extension_decided": _("tasklink_event_extension_decided", default="Đã gia hạn theo quyết định"),
    "close_proposed": _("tasklink_event_close_proposed", default="Đề xuất đóng"),
    "chase_answered": _("tasklink_event_chase_answered", default="Trả lời đôn đốc"),
    "difficulty_settled": _("tasklink_event_difficulty_settled", default="Đã tháo gỡ khó khăn"),
    "finished": _("tasklink_event_finished", default="Hoàn thành"),
    "state": _("tasklink_event_state", default="Trạng thái mới"),
}
