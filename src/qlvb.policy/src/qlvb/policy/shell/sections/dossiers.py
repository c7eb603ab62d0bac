"""The section ``dossiers`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import EVERYBODY
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section


SECTION = Section(
    "dossiers",
    _("shell_dossiers", default="Hồ sơ công việc"),
    "folder2",
    (Place(EVERYBODY, _("shell_dossier_catalogues", default="Danh mục hồ sơ"), path="{agency}/dossiers"),),
)
