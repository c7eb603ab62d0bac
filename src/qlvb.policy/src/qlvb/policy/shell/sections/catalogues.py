"""The section ``catalogues`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import READERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section


SECTION = Section(
    "catalogues",
    _("shell_catalogues", default="Danh mục"),
    "journal-text",
    (
        Place(
            frozenset({"clerk", "leader", "archivist"}),
            _("shell_registers", default="Sổ văn bản"),
            path="{agency}/registers",
        ),
        Place(
            READERS | {"archivist"},
            _("shell_browse_incoming", default="Văn bản đến theo năm, tháng"),
            path="{agency}/incoming",
        ),
        Place(
            READERS | {"archivist"},
            _("shell_browse_outgoing", default="Văn bản đi theo năm, tháng"),
            path="{agency}/outgoing",
        ),
    ),
)
