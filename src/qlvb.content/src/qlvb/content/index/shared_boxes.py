"""Boxes over both directions."""

from qlvb.content import _
from qlvb.content.index.boxes import MIXED_COLUMNS
from qlvb.content.index.boxes import Box


#: Everything that asks something of its owner: what the bell counts and a leader's home lists. A record that sits in
#: two of them is one piece of work.
TODO = Box(
    "todo",
    _("box_todo", default="Việc cần xử lý"),
    _("box_todo_empty", default="Không còn việc nào chờ anh/chị."),
    columns=MIXED_COLUMNS,
    members=(
        "outgoing.to_review",
        "outgoing.to_appraise",
        "outgoing.returned",
        "outgoing.to_number",
        "outgoing.to_seal",
        "outgoing.to_send",
        "outgoing.to_post",
        "outgoing.refused",
        "outgoing.onestop_undelivered",
        "outgoing.to_comment",
        "outgoing.change_to_approve",
        "incoming.waiting",
        "incoming.to_distribute",
        "incoming.returned",
        "incoming.to_direct",
        "incoming.to_extend",
        "incoming.to_confirm",
        "incoming.to_recall",
        "incoming.unread",
        "incoming.in_progress",
        "signing.failed",
        "opinions.to_answer",
        "notes.to_decide",
        "notes.to_comment",
        "notes.returned",
        "tasks.to_accept",
        "tasks.in_progress",
        "tasks.to_approve",
        "tasks.returned",
    ),
)

#: What people have to do and have done: the filter ``work`` says whose, and which part of it.
WORK = Box(
    "work",
    _("box_work", default="Văn bản, nhiệm vụ được giao"),
    _("box_work_empty", default="Không có văn bản, nhiệm vụ nào được đếm ở số này."),
    columns=MIXED_COLUMNS,
    sort=("modified", True),
    types=("IncomingDocument", "OutgoingDocument", "Task"),
)

#: Documents by whose work it was: the filter ``unfiled`` says of whom those that lie in no dossier.
FILING = Box(
    "filing",
    _("box_filing", default="Văn bản theo người giải quyết"),
    _("box_filing_empty", default="Không có văn bản nào được đếm ở số này."),
    columns=MIXED_COLUMNS,
    sort=("modified", True),
    types=("IncomingDocument", "OutgoingDocument"),
)
