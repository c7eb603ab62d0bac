"""The section ``catalogues`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import CLERKS
from qlvb.policy.shell.places import READERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section


_KEEPERS = frozenset({"clerk", "leader", "archivist"})

SECTION = Section(
    "catalogues",
    _("shell_catalogues", default="Danh mục"),
    "journal-text",
    (
        Place(
            _KEEPERS,
            _("shell_registers", default="Sổ văn bản"),
            path="{agency}/registers",
        ),
        Place(
            _KEEPERS, _("shell_check_registers", default="Kiểm tra sổ"), path="{agency}/registers/@@registers?do=check"
        ),
        Place(_KEEPERS, _("shell_print_registers", default="In sổ"), path="{agency}/registers/@@registers?do=print"),
        Place(CLERKS, _("shell_lock_registers", default="Khóa sổ"), path="{agency}/registers/@@registers?do=lock"),
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
