"""The section ``outgoing`` of the menu."""

from qlvb.content import _
from qlvb.policy.shell.places import CLERKS
from qlvb.policy.shell.places import LEADERS
from qlvb.policy.shell.places import READERS
from qlvb.policy.shell.places import Place
from qlvb.policy.shell.places import Section
from qlvb.policy.shell.places import boxes


SECTION = Section(
    "outgoing",
    _("shell_outgoing", default="Văn bản đi"),
    "send",
    (
        Place(READERS, _("shell_add_outgoing", default="Thêm VB đi"), path="{agency}/@@add-outgoing"),
        *boxes(
            LEADERS,
            "outgoing.to_review",
            "outgoing.to_appraise",
            "outgoing.to_rework",
            "outgoing.with_other_leader",
            "outgoing.at_clerk",
            "outgoing.change_to_approve",
            "outgoing.delegated_away",
            "signing.needed",
            "signing.running",
            "signing.failed",
        ),
        *boxes(
            CLERKS,
            "outgoing.to_number",
            "outgoing.to_seal",
            "outgoing.to_send",
            "outgoing.to_post",
            "outgoing.not_arrived",
            "outgoing.refused",
            "outgoing.recall_awaited",
        ),
        *boxes(
            READERS,
            "outgoing.delegated",
            "outgoing.drafts",
            "outgoing.returned",
            "outgoing.consulting",
            "outgoing.to_comment",
            "opinions.to_answer",
            "opinions.delegated",
            "opinions.assigned",
            "opinions.done",
            "outgoing.mine",
        ),
        *boxes(
            frozenset({"leader", "unit_leader"}),
            "outgoing.signed_by_me",
        ),
        *boxes(
            READERS,
            "outgoing.issued",
            "outgoing.replaced",
            "outgoing.published",
            "outgoing.all",
        ),
    ),
)
