"""The section ``incoming`` of the menu (product/screens 2.2 to 2.4)."""

from qlvb.content import _
from qlvb.policy.shell.places import CLERKS
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import READERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


_NETWORK = _("menu_network", default="Văn bản liên thông (đến/đi)")

SECTION = Section(
    "incoming",
    _("shell_incoming", default="Văn bản đến"),
    "inbox",
    (
        *boxes(CLERKS, "incoming.waiting"),
        Place(CLERKS, _("shell_add_incoming", default="Thêm mới (văn bản giấy)"), path="{agency}/@@add-incoming"),
        Place(
            CLERKS,
            _("shell_network_incoming", default="Văn bản liên thông đến"),
            path="@@worklist?box=incoming.all&source=internal&source=interchange&source=one_stop",
            group=_NETWORK,
        ),
        Place(
            CLERKS,
            _("shell_network_outgoing", default="Văn bản liên thông đi"),
            path="@@worklist?box=outgoing.all&delivery_channel=internal&delivery_channel=interchange",
            group=_NETWORK,
        ),
        Place(CLERKS, _("shell_incoming_register", default="Sổ văn bản đến"), path="{agency}/registers"),
        *boxes(CLERKS, "incoming.to_recall", "incoming.to_distribute", "incoming.overdue_agency", "incoming.refused"),
        Place(CLERKS, _("sources_title", default="Hộp thư và máy quét"), path="{agency}/@@arrival-sources"),
        Place(CLERKS, _("shell_scan_sheet", default="Tờ ngăn cách khi quét"), path="{agency}/@@scan-sheet"),
        *boxes(LEADERS, "incoming.to_direct"),
        *boxes(READERS, "incoming.lead", "incoming.coordinated", without=LEADERS),
        *boxes(READERS, "incoming.unread", "incoming.in_progress", "incoming.due", "incoming.overdue"),
        *boxes(LEADERS, "incoming.forwarded"),
        *boxes(READERS, "incoming.done"),
        *boxes(LEADERS, "incoming.delegated_away"),
        Place(LEADERS, _("shell_incoming_information", default="VĂN BẢN ĐỂ BIẾT"), box="incoming.information"),
        *boxes(READERS, "incoming.information", without=LEADERS),
        *boxes(LEADERS, "incoming.unit", "incoming.lead", "incoming.coordinated"),
        *boxes(READERS, "incoming.returned"),
        *boxes(LEADERS, "incoming.to_extend", "incoming.to_confirm"),
        *boxes(frozenset({"leader"}), "incoming.overdue_agency"),
        *boxes(READERS, "incoming.delegated", "incoming.information_read", "incoming.all"),
    ),
)
