"""The boxes of tasks: of those who carry them out, and of those who gave them (product/screens 2.2, 2.3)."""

from functools import partial
from qlvb.content import _
from qlvb.content.index.boxes import MIXED_COLUMNS
from qlvb.content.index.boxes import TASK_COLUMNS
from qlvb.content.index.boxes import Box
from qlvb.content.index.boxes import DeadlineBox
from qlvb.content.index.incoming_boxes import DUE_SOON


OPEN_WORK = ("tasks.to_accept", "tasks.in_progress")
_NEWEST = ("issue_day", True)
_NEAREST = ("deadline_day", False)
_tasks = partial(Box, columns=TASK_COLUMNS)
_mine = partial(DeadlineBox, columns=TASK_COLUMNS, members=OPEN_WORK, sort=_NEAREST)
_given = partial(DeadlineBox, columns=TASK_COLUMNS, members=("tasks.assigned",), sort=_NEAREST)

TO_ACCEPT = _tasks(
    "tasks.to_accept",
    _("box_tasks_to_accept", default="Chờ tiếp nhận"),
    _("box_tasks_to_accept_empty", default="Không có nhiệm vụ mới nào chờ anh/chị tiếp nhận."),
)
IN_PROGRESS = _tasks(
    "tasks.in_progress",
    _("box_tasks_in_progress", default="Đang thực hiện"),
    _("box_tasks_in_progress_empty", default="Anh/chị không có nhiệm vụ nào đang thực hiện."),
)
RECEIVED = _tasks(
    "tasks.received",
    _("box_tasks_received", default="Nhận được"),
    _("box_tasks_received_empty", default="Anh/chị chưa được giao nhiệm vụ nào đang thực hiện."),
    members=("tasks.to_accept", "tasks.in_progress"),
)
DUE = _mine(
    "tasks.due",
    _("box_tasks_due", default="Sắp đến hạn"),
    _("box_tasks_due_empty", default="Không có nhiệm vụ nào của anh/chị sắp đến hạn."),
    after=0,
    until=DUE_SOON,
)
OVERDUE = _mine(
    "tasks.overdue",
    _("box_tasks_overdue", default="Quá hạn"),
    _("box_tasks_overdue_empty", default="Anh/chị không có nhiệm vụ nào quá hạn."),
    until=-1,
)
COORDINATED = _tasks(
    "tasks.coordinated",
    _("box_tasks_coordinated", default="Phối hợp"),
    _("box_tasks_coordinated_empty", default="Anh/chị không phối hợp nhiệm vụ nào đang thực hiện."),
)
EXTENSIONS = _tasks(
    "tasks.extensions",
    _("box_tasks_extensions", default="Đề xuất gia hạn"),
    _("box_tasks_extensions_empty", default="Không có đề xuất gia hạn nào đang chờ."),
)
CHASED = _tasks(
    "tasks.chased",
    _("box_tasks_chased", default="Đôn đốc"),
    _("box_tasks_chased_empty", default="Không có đôn đốc nào chờ anh/chị trả lời."),
)
TO_APPROVE = _tasks(
    "tasks.to_approve",
    _("box_tasks_to_approve", default="Chờ phê duyệt"),
    _("box_tasks_to_approve_empty", default="Không có nhiệm vụ nào chờ anh/chị phê duyệt."),
)
RETURNED = _tasks(
    "tasks.returned",
    _("box_tasks_returned", default="Nhiệm vụ bị trả lại"),
    _("box_tasks_returned_empty", default="Không có nhiệm vụ nào bị trả lại."),
)
REPORTED = _tasks(
    "tasks.reported",
    _("box_tasks_reported", default="Có hồi báo mới"),
    _("box_tasks_reported_empty", default="Không có hồi báo nào anh/chị chưa xem."),
)
INSTRUCTIONS = _tasks(
    "tasks.instructions",
    _("box_tasks_instructions", default="HỒI BÁO CỦA CƠ QUAN"),
    _("box_tasks_instructions_empty", default="Không có chỉ đạo nào đang chờ các đơn vị hồi báo."),
    sort=_NEAREST,
)
ASSIGNED = _tasks(
    "tasks.assigned",
    _("box_tasks_assigned", default="Theo dõi nhiệm vụ"),
    _("box_tasks_assigned_empty", default="Không có nhiệm vụ đã giao nào đang thực hiện."),
    sort=_NEAREST,
)
ASSIGNED_DUE = _given(
    "tasks.assigned_due",
    _("box_tasks_assigned_due", default="Nhiệm vụ đã giao sắp đến hạn"),
    _("box_tasks_assigned_due_empty", default="Không có nhiệm vụ đã giao nào sắp đến hạn."),
    after=0,
    until=DUE_SOON,
)
ASSIGNED_OVERDUE = _given(
    "tasks.assigned_overdue",
    _("box_tasks_assigned_overdue", default="Nhiệm vụ đã giao chậm tiến độ"),
    _("box_tasks_assigned_overdue_empty", default="Không có nhiệm vụ đã giao nào chậm tiến độ."),
    until=-1,
)
DONE = _tasks(
    "tasks.done",
    _("box_tasks_done", default="Đã hoàn thành"),
    _("box_tasks_done_empty", default="Anh/chị chưa hoàn thành nhiệm vụ nào."),
    sort=("arrival_day", True),
)
DOCUMENTS = Box(
    "tasks.documents",
    _("box_tasks_documents", default="VĂN BẢN CHỈ ĐẠO"),
    _("box_tasks_documents_empty", default="Chưa có nhiệm vụ nào được giao từ văn bản."),
    columns=MIXED_COLUMNS,
    sort=("modified", True),
)
PROVINCE = Box(
    "tasks.province",
    _("box_tasks_province", default="Nhiệm vụ tỉnh giao"),
    _(
        "box_tasks_province_empty",
        default="Không có nhiệm vụ nào do tỉnh giao đang thực hiện. Nhiệm vụ tự đến khi liên thông đang bật.",
    ),
    columns=("ordinal", "reference", *TASK_COLUMNS[1:5], *TASK_COLUMNS[6:]),
    sort=_NEAREST,
)
ALL = _tasks(
    "tasks.all",
    _("box_tasks_all", default="Tra cứu nhiệm vụ"),
    _("box_tasks_all_empty", default="Chưa có nhiệm vụ nào mà anh/chị được xem."),
    types=("Task",),
    sort=_NEWEST,
)
