"""The section ``tasks`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import READERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


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
        Place(READERS, _("shell_add_task", default="Giao nhiệm vụ"), path="{agency}/@@add-task"),
        *boxes(
            READERS,
            "tasks.received",
            "tasks.to_accept",
            "tasks.in_progress",
            "tasks.due",
            "tasks.overdue",
            "tasks.coordinated",
            "tasks.extensions",
        ),
        *boxes(READERS, "tasks.chased", without=LEADERS),
        *boxes(READERS, "tasks.delegated", "tasks.done", "tasks.all"),
        Place(READERS, _("shell_job_templates", default="Mẫu công việc"), path="{agency}/@@job-templates"),
        Place(READERS, _("shell_task_dashboard", default="Bảng điều hành nhiệm vụ"), path="@@task-dashboard"),
    ),
)
