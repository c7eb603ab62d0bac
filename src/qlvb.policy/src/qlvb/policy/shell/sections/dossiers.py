"""The section ``dossiers`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import EVERYBODY
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import READERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


KEEPERS = LEADERS | {"archivist", "agency_admin"}
SECTION = Section(
    "dossiers",
    _("shell_dossiers", default="Hồ sơ công việc"),
    "folder2",
    (
        Place(
            EVERYBODY, _("shell_dossier_catalogues", default="Danh mục hồ sơ"), path="{agency}/dossiers?tab=catalogues"
        ),
        *boxes(READERS | {"archivist"}, "dossiers.mine", "dossiers.shared", "dossiers.handed_over"),
        *boxes(READERS | {"archivist"}, "dossiers.minutes", "dossiers.incomplete", "dossiers.unfiled"),
        Place(KEEPERS, _("shell_filing_state", default="Tình hình lập hồ sơ"), path="{agency}/@@filing-state"),
        Place(EVERYBODY, _("shell_retention_schedule", default="Bảng thời hạn"), path="{agency}/@@retention-schedule"),
        Place(
            frozenset({"archivist", "agency_admin"}),
            _("shell_dossier_templates", default="Mẫu hồ sơ"),
            path="{agency}/@@dossier-templates",
        ),
        Place(EVERYBODY, _("personal_title", default="Tài liệu cá nhân"), path="@@personal-documents"),
    ),
)
