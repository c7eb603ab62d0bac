"""The section ``incoming`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import CLERKS
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import READERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


SECTION = Section(
    "incoming",
    _("shell_incoming", default="Văn bản đến"),
    "inbox",
    (
        *boxes(
            CLERKS,
            "incoming.waiting",
            "incoming.to_distribute",
            "incoming.to_recall",
            "incoming.overdue_agency",
            "incoming.refused",
        ),
        Place(CLERKS, _("shell_add_incoming", default="Thêm mới (văn bản giấy)"), path="{agency}/@@add-incoming"),
        Place(CLERKS, _("shell_scan_sheet", default="Tờ ngăn cách khi quét"), path="{agency}/@@scan-sheet"),
        *boxes(LEADERS, "incoming.to_direct", "incoming.to_extend", "incoming.to_confirm"),
        *boxes(frozenset({"leader"}), "incoming.overdue_agency"),
        *boxes(
            READERS,
            "incoming.unread",
            "incoming.in_progress",
            "incoming.due",
            "incoming.overdue",
            "incoming.returned",
        ),
        *boxes(LEADERS, "incoming.forwarded"),
        *boxes(READERS, "incoming.done"),
        *boxes(LEADERS, "incoming.delegated_away"),
        *boxes(
            READERS,
            "incoming.delegated",
            "incoming.information",
            "incoming.information_read",
            "incoming.all",
        ),
    ),
)
