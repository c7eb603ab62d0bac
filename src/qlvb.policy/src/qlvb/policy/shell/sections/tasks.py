"""The section ``tasks`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import READERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


_TASKS = _("menu_tasks", default="Nhiệm vụ")

SECTION = Section(
    "tasks",
    _("shell_tasks", default="Chỉ đạo điều hành"),
    "list-check",
    (
        *boxes(LEADERS, "tasks.documents"),
        *boxes(LEADERS | {"clerk"}, "tasks.assigned"),
        *boxes(
            LEADERS,
            "tasks.instructions",
            "tasks.chased",
            "tasks.to_approve",
            "tasks.returned",
            "tasks.assigned_due",
            "tasks.assigned_overdue",
            "tasks.reported",
            "tasks.province",
            "tasks.delegated_away",
        ),
        *boxes(
            READERS,
            "tasks.received",
            "tasks.coordinated",
            "tasks.extensions",
            "tasks.to_accept",
            "tasks.in_progress",
            "tasks.due",
            "tasks.overdue",
            group=_TASKS,
        ),
        *boxes(READERS, "tasks.chased", without=LEADERS, group=_TASKS),
        *boxes(READERS, "tasks.delegated", "tasks.done", "tasks.all", group=_TASKS),
        Place(READERS, _("shell_add_task", default="Giao nhiệm vụ"), path="{agency}/@@add-task"),
        Place(READERS, _("shell_job_templates", default="Mẫu công việc"), path="{agency}/@@job-templates"),
        Place(READERS, _("shell_task_dashboard", default="Bảng điều hành nhiệm vụ"), path="@@task-dashboard"),
    ),
)
