"""The section ``notes`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import READERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


SECTION = Section(
    "notes",
    _("shell_notes", default="Xử lý công việc"),
    "card-checklist",
    (
        Place(READERS, _("shell_add_note", default="Lập phiếu trình"), path="{agency}/@@add-note"),
        *boxes(LEADERS, "outgoing.onestop_to_sign", "notes.to_decide"),
        *boxes(READERS, "notes.in_progress"),
        *boxes(LEADERS, "notes.approved"),
        *boxes(READERS, "notes.to_comment", "notes.returned", "notes.mine", "notes.information", "notes.all"),
        *boxes(
            READERS,
            "outgoing.to_comment",
            "outgoing.consulting",
            "outgoing.consulted",
            "outgoing.consultations",
            "opinions.to_answer",
            "opinions.delegated",
            "opinions.assigned",
            "opinions.done",
        ),
    ),
)
