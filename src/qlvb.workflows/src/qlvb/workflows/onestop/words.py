"""What screens call submissions, events and their states."""

from qlvb.content import _
from qlvb.workflows.links.words import OUTCOMES as SENDING


#: Where a submission stands (rules.stage) -> (words, tone).
STAGES = {
    "waiting_sign": (_("onestop_waiting_sign", default="Chờ ký duyệt"), "warn"),
    "waiting_issue": (_("onestop_waiting_issue", default="Chờ ban hành"), "warn"),
    "issued": (_("onestop_issued", default="Đã ban hành, chưa chuyển DVC"), "warn"),
    "result_pending": (_("onestop_result_pending", default="Đang chuyển DVC"), "info"),
    "delivered": (_("onestop_delivered", default="Đã chuyển DVC"), "good"),
    "returned": (_("onestop_returned", default="Trả lại một cửa"), "neutral"),
    "delivery_failed": (_("onestop_delivery_failed", default="Lỗi chuyển DVC"), "bad"),
    "cancelled": (_("onestop_cancelled", default="Đã hủy"), "neutral"),
}
OUTCOMES = {
    **SENDING,
    "confirmed": (_("onestop_state_confirmed", default="Một cửa đã nhận"), "good"),
    "new": (_("onestop_outcome_new", default="Hồ sơ mới"), "good"),
    "changed": (_("onestop_outcome_changed", default="Đã cập nhật"), "good"),
}
EVENTS = {
    "submitted": _("onestop_event_submitted", default="Trình ký"),
    "components": _("onestop_event_components", default="Thành phần hồ sơ"),
    "submission.accepted": _("onestop_event_accepted", default="Đã nhận hồ sơ trình"),
    "submission.signed": _("onestop_event_signed", default="Đã ký duyệt, chuyển văn thư"),
    "submission.cancelled": _("onestop_event_cancelled", default="Đã rút hồ sơ"),
    "result.issued": _("onestop_event_issued", default="Kết quả đã ban hành"),
    "result.signed_only": _("onestop_event_signed_only", default="Kết quả đã ký, không ban hành"),
    "result.returned": _("onestop_event_returned", default="Trả lại kèm ý kiến"),
}
KINDS = {
    "result": _("onestop_kind_result", default="Kết quả"),
    "supplement_request": _("onestop_kind_supplement", default="Yêu cầu bổ sung"),
    "return": _("onestop_kind_return", default="Trả lại / cho rút"),
    "apology": _("onestop_kind_apology", default="Xin lỗi"),
}
