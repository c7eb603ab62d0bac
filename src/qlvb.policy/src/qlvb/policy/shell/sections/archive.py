"""The section ``archive`` of the menu: transfer, keeping, use, disposal."""

from qlvb.content import _
from qlvb.policy.shell.places import Section


SECTION = Section(
    "archive",
    _("shell_archive", default="Lưu trữ"),
    "archive",
    (),
)
