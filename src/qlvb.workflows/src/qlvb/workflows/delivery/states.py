"""Which state of a delivery may follow which: pure."""

from qlvb.content import _


#: How far each state is; a message that comes late never takes a delivery back.
RANK = {
    "queued": 0,
    "manual": 0,
    "failed": 1,
    "sent": 2,
    "arrived": 3,
    "refused": 4,
    "accepted": 5,
    "assigned": 6,
    "in_progress": 7,
    "finished": 8,
    "recalled": 9,
}
#: Nothing comes after these: who was refused or failed is sent to anew.
FINAL = ("refused", "finished", "recalled")
#: Nobody has it who could give it back.
NOT_THERE = ("refused", "failed", "recalled")

STATE_TITLES = {
    "queued": _("delivery_queued", default="Chờ gửi"),
    "manual": _("delivery_manual", default="Gửi ngoài hệ thống"),
    "failed": _("delivery_failed", default="Gửi lỗi"),
    "sent": _("delivery_sent", default="Đã gửi"),
    "arrived": _("delivery_arrived", default="Đã đến, chờ tiếp nhận"),
    "refused": _("delivery_refused", default="Bị trả lại"),
    "accepted": _("delivery_accepted", default="Đã tiếp nhận"),
    "assigned": _("delivery_assigned", default="Đã phân công"),
    "in_progress": _("delivery_in_progress", default="Đang xử lý"),
    "finished": _("delivery_finished", default="Đã hoàn thành"),
    "recalled": _("delivery_recalled", default="Đồng ý thu hồi"),
    "recall_refused": _("delivery_recall_refused", default="Từ chối thu hồi"),
}

#: How a recipient stands with a recall, whatever its kind.
RECALL_TITLES = {
    "asked": _("recall_asked", default="Đã yêu cầu, chờ trả lời"),
    "agreed": _("recall_agreed", default="Đồng ý"),
    "refused": _("recall_refused", default="Từ chối"),
    "manual": _("recall_manual", default="Ngoài hệ thống, văn thư báo trực tiếp"),
}
KIND_TITLES = {
    "recall": _("recall_kind_recall", default="Thu hồi"),
    "replace": _("recall_kind_replace", default="Thay thế"),
    "update": _("recall_kind_update", default="Cập nhật"),
}
#: Kind -> what the document is called by which it happens.
SUCCESSOR_TITLES = {
    "recall": _("recall_successor_recall", default="Văn bản thu hồi"),
    "replace": _("recall_successor_replace", default="Văn bản thay thế"),
    "update": _("recall_successor_update", default="Công văn đính chính"),
}


def may_follow(old, new):
    """bool: a delivery in state ``old`` may become ``new``."""
    if new == "recalled":
        return old not in NOT_THERE
    if old in FINAL or RANK[new] <= RANK[old]:
        return False
    if new == "failed":
        return old == "queued"
    return new != "refused" or RANK[old] <= RANK["arrived"]
