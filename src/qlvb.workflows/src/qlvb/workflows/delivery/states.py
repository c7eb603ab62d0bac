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
    "manual": _("delivery_manual", default="Chờ gửi ngoài hệ thống"),
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
#: (state, kind of what was asked) -> title, where it is another than of a recall.
ANSWER_TITLES = {
    ("recalled", "replace"): _("delivery_replaced", default="Đồng ý thay thế"),
    ("recall_refused", "replace"): _("delivery_replace_refused", default="Từ chối thay thế"),
    ("recall_refused", "update"): _("delivery_update_refused", default="Từ chối cập nhật"),
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


def title_of_state(state, kind=""):
    """Message: what a state of a delivery is called; ``kind``: to what of RECALL_KINDS it is the answer, "" for none.

    >>> str(title_of_state("recalled", "replace")), str(title_of_state("recalled")), str(title_of_state("sent", ""))
    ('delivery_replaced', 'delivery_recalled', 'delivery_sent')
    """
    return ANSWER_TITLES.get((state, kind)) or STATE_TITLES.get(state, state)


def kinds_of_answers(states, kinds, last=""):
    """tuple of str: for each of ``states`` (the history of a delivery) to what it is the answer, "" for no answer.

    ``kinds``: of the answers in their order, as far as they were kept; ``last``: of the newest answer, for histories of
    which none was. Pure.

    >>> kinds_of_answers(("sent", "recall_refused", "recalled"), ("update", "replace"))
    ('', 'update', 'replace')
    >>> kinds_of_answers(("sent", "recall_refused", "recalled"), (), "replace")
    ('', '', 'replace')
    """
    known = list(kinds) or ([last] if last else [])
    found = []
    for state in reversed(states):
        found.append(known.pop() if known and state in ("recalled", "recall_refused") else "")
    return tuple(reversed(found))


def may_follow(old, new):
    """bool: a delivery in state ``old`` may become ``new``."""
    if new == "recalled":
        return old not in NOT_THERE
    if old in FINAL or RANK[new] <= RANK[old]:
        return False
    if new == "failed":
        return old == "queued"
    return new != "refused" or RANK[old] <= RANK["arrived"]
