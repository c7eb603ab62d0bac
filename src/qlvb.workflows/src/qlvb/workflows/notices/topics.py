"""What the kinds of notices are about, in the order in which settings show them: nobody reads fifty in one list."""

from qlvb.content import _


#: (title, ids of kinds, the most common first).
TOPICS = (
    (
        _("notice_topic_turn", default="Việc đến lượt anh/chị"),
        (
            *("turn", "deadline_near", "overdue", "urged", "escalated", "returned", "information", "arrived"),
            "scan_refused",
        ),
    ),
    (
        _("notice_topic_outgoing", default="Dự thảo, văn bản đi, ký số"),
        (
            *("draft_changed", "opinion_asked", "opinion_given", "opinion_settled"),
            *("issued", "signing_failed", "delivery_failed"),
            *("change_to_approve", "change_decided", "recall_asked", "recall_answered", "recalled"),
        ),
    ),
    (_("notice_topic_lines", default="Xin gia hạn, báo kết quả"), ("line_asked", "line_answered")),
    (
        _("notice_topic_notes", default="Phiếu trình"),
        ("note_to_decide", "note_decided", "note_asked", "note_opinion"),
    ),
    (
        _("notice_topic_tasks", default="Nhiệm vụ, chỉ đạo điều hành"),
        (
            *("task_given", "task_to_approve", "task_decided", "task_reported", "task_complete", "task_chased"),
            "task_answered",
        ),
    ),
    (_("notice_topic_delegation", default="Ủy quyền, theo dõi"), ("delegated", "delegated_turn", "followed")),
    (
        _("notice_topic_archive", default="Hồ sơ, lưu trữ"),
        (
            *("dossier_handover", "transfer_due", "transfer_waiting", "transfer_result"),
            *("reading_asked", "reading_answered", "reading_due", "disposal"),
        ),
    ),
)
OTHERS = _("notice_topic_others", default="Tài khoản, tổ chức, hệ thống")


def by_topic(events):
    """list of (title, ids) of the ids of kinds ``events``; what no topic names comes last.

    >>> [(str(title), ids) for title, ids in by_topic(["feedback", "overdue", "turn"])]
    [('notice_topic_turn', ['turn', 'overdue']), ('notice_topic_others', ['feedback'])]
    """
    known, found = set(events), []
    for title, ids in TOPICS:
        found.append((title, [event for event in ids if event in known]))
        known.difference_update(ids)
    found.append((OTHERS, sorted(known)))
    return [(title, ids) for title, ids in found if ids]
