"""The section ``notes`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import READERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


_NOTES = _("menu_notes", default="Phiếu trình")
_OPINIONS = _("menu_opinions", default="Lấy ý kiến")

SECTION = Section(
    "notes",
    _("shell_notes", default="Xử lý công việc"),
    "card-checklist",
    (
        *boxes(LEADERS, "outgoing.onestop_to_sign"),
        *boxes(LEADERS, "notes.to_decide", group=_NOTES),
        *boxes(READERS, "notes.mine", "notes.information", "notes.in_progress", group=_NOTES),
        *boxes(LEADERS, "notes.approved", group=_NOTES),
        *boxes(READERS, "notes.to_comment", "notes.delegated", "notes.returned", "notes.all", group=_NOTES),
        Place(
            READERS, _("shell_add_note", default="Lập phiếu trình"), path="{agency}/@@add-note", group=_NOTES
        ),
        Place(
            READERS, _("shell_to_comment", default="Chờ xin ý kiến"), box="outgoing.to_comment", group=_OPINIONS
        ),
        *boxes(READERS, "outgoing.consulted", group=_OPINIONS),
        Place(READERS, _("tab_all_outgoing", default="Tất cả"), box="outgoing.consultations", group=_OPINIONS),
        *boxes(
            READERS,
            "outgoing.consulting",
            "opinions.to_answer",
            "opinions.delegated",
            "opinions.assigned",
            "opinions.done",
            group=_OPINIONS,
        ),
    ),
)
