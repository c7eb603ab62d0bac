"""The section ``schedule`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import EVERYBODY
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section


SECTION = Section(
    "schedule",
    _("shell_schedule", default="Lịch công tác"),
    "calendar-week",
    (
        Place(
            EVERYBODY, _("schedule_title", default="Toàn bộ lịch công tác"), path="{agency}/@@work-schedule"
        ),
        Place(
            frozenset({"clerk", "leader", "agency_admin"}),
            _("schedule_add", default="Thêm mục lịch"),
            path="{agency}/@@schedule-entry",
        ),
    ),
)
