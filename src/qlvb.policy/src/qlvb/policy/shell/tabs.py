"""Lists that some people know as tabs of one page, in other words than those of the menu (product/screens 2.4)."""

from qlvb.content import _
from qlvb.policy.shell.places import CLERKS
from qlvb.policy.shell.places import Place


#: The clerk's way from the number to the issue, as V-Office has it on tabs.
ISSUING = (
    Place(CLERKS, _("tab_to_number", default="Chờ cấp số"), box="outgoing.to_number"),
    Place(CLERKS, _("tab_numbered", default="Đã cấp số"), box="outgoing.numbered"),
    Place(CLERKS, _("tab_issued", default="Đã ban hành"), box="outgoing.issued"),
    Place(CLERKS, _("tab_sent_back", default="Đã trả lại"), box="outgoing.refused"),
    Place(CLERKS, _("tab_number_refused", default="Từ chối cấp số"), box="outgoing.number_refused"),
    Place(CLERKS, _("tab_all_outgoing", default="Tất cả"), box="outgoing.all"),
    Place(CLERKS, _("tab_to_seal", default="Văn bản đóng dấu"), box="outgoing.to_seal"),
)


def tabs_for(box, functions):
    """The tabs among which somebody with ``functions`` finds ``box`` (id): tuple of Place, () for none."""
    shown = tuple(place for place in ISSUING if place.functions & functions)
    return shown if box in {place.box for place in shown} else ()
