"""The boxes of delegation (ủy quyền), for both sides (workflows 3.6; labels of iOffice 4.0)."""

from qlvb.content import _
from qlvb.content.index.boxes import INCOMING_COLUMNS
from qlvb.content.index.boxes import MIXED_COLUMNS
from qlvb.content.index.boxes import OUTGOING_COLUMNS
from qlvb.content.index.boxes import TASK_COLUMNS
from qlvb.content.index.boxes import Box
from qlvb.content.index.boxes import DeadlineBox


DELEGATION_COLUMNS = ("ordinal", "delegation", "delegated_from", "delegated_until", "basis", "state")
#: What waits for a decision in somebody's boxes: this is what can be delegated.
_INCOMING_WORK = (
    "incoming.to_direct",
    "incoming.unread",
    "incoming.in_progress",
    "incoming.to_extend",
    "incoming.to_confirm",
)
_OUTGOING_WORK = ("outgoing.to_review", "outgoing.to_appraise")

INCOMING = Box(
    "incoming.delegated",
    _("box_incoming_delegated", default="VB được ủy quyền (đến)"),
    _("box_incoming_delegated_empty", default="Không có văn bản đến nào chờ anh/chị xử lý thay."),
    columns=INCOMING_COLUMNS,
    members=_INCOMING_WORK,
    relay="delegation.received",
)
INCOMING_AWAY = Box(
    "incoming.delegated_away",
    _("box_incoming_delegated_away", default="VB Ủy quyền duyệt"),
    _("box_incoming_delegated_away_empty", default="Không có văn bản đến nào đang ở người được ủy quyền."),
    columns=INCOMING_COLUMNS,
    members=_INCOMING_WORK,
    relay="delegation.given",
)
OUTGOING = Box(
    "outgoing.delegated",
    _("box_outgoing_delegated", default="VB được ủy quyền"),
    _("box_outgoing_delegated_empty", default="Không có văn bản đi nào chờ anh/chị duyệt thay."),
    columns=OUTGOING_COLUMNS,
    members=_OUTGOING_WORK,
    relay="delegation.received",
)
OUTGOING_AWAY = Box(
    "outgoing.delegated_away",
    _("box_outgoing_delegated_away", default="Ủy quyền duyệt"),
    _("box_outgoing_delegated_away_empty", default="Không có văn bản đi nào đang ở người được ủy quyền."),
    columns=OUTGOING_COLUMNS,
    members=_OUTGOING_WORK,
    relay="delegation.given",
)
#: Tasks that wait for somebody's word; the work itself is not delegated.
_TASKS = ("tasks.to_accept", "tasks.to_approve", "tasks.returned")
TASKS = Box(
    "tasks.delegated",
    _("box_tasks_delegated", default="Nhiệm vụ được ủy quyền"),
    _("box_tasks_delegated_empty", default="Không có nhiệm vụ nào chờ anh/chị tiếp nhận, duyệt thay."),
    columns=TASK_COLUMNS,
    sort=("deadline_day", False),
    members=_TASKS,
    relay="delegation.received_tasks",
)
TASKS_AWAY = Box(
    "tasks.delegated_away",
    _("box_tasks_delegated_away", default="Nhiệm vụ đang ủy quyền"),
    _("box_tasks_delegated_away_empty", default="Không có nhiệm vụ nào đang chờ người được ủy quyền."),
    columns=TASK_COLUMNS,
    sort=("deadline_day", False),
    members=_TASKS,
    relay="delegation.given_tasks",
)
#: Days before its last one from which a delegation counts as ending soon.
ENDING_SOON = 7
#: Rows of delegations in force, for both sides.
ENDING = DeadlineBox(
    "delegations.ending",
    _("box_delegations_ending", default="Ủy quyền sắp hết hạn"),
    _("box_delegations_ending_empty", default="Không có ủy quyền nào hết hạn trong 7 ngày tới."),
    columns=DELEGATION_COLUMNS,
    sort=("arrival_day", False),
    after=0,
    until=ENDING_SOON,
)
DONE = Box(
    "delegations.done",
    _("box_delegations_done", default="Việc đã xử lý theo ủy quyền"),
    _("box_delegations_done_empty", default="Chưa có việc nào được xử lý theo ủy quyền."),
    columns=MIXED_COLUMNS,
    sort=("modified", True),
)
ALL = Box(
    "delegations.all",
    _("box_delegations_all", default="Ủy quyền"),
    _("box_delegations_all_empty", default="Chưa có ủy quyền nào."),
    columns=DELEGATION_COLUMNS,
    types=("Delegation",),
    sort=("issue_day", True),
)
