"""The section ``overview`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section


SECTION = Section(
    "overview",
    _("shell_overview", default="Thông tin tổng hợp"),
    "bar-chart",
    (
        Place(
            frozenset({"leader", "unit_leader"}),
            _("shell_overview_work", default="Tình hình xử lý theo đơn vị, theo người; đúng hạn / quá hạn"),
            path="{agency}/@@overview",
        ),
    ),
)
