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
            "outgoing.to_rework",
            "outgoing.with_other_leader",
            "outgoing.at_clerk",
            "outgoing.issued",
            "outgoing.delegated",
            group=_("menu_reviewing", default="Duyệt văn bản đi"),
        ),
        *boxes(frozenset({"leader", "unit_leader"}), "outgoing.signed_by_me"),
        *boxes(
            LEADERS,
            "outgoing.to_appraise",
            "outgoing.change_to_approve",
            "outgoing.delegated_away",
            "signing.needed",
            "signing.running",
            "signing.failed",
        ),
        *boxes(
            CLERKS,
            "outgoing.to_number",
            "outgoing.onestop_to_issue",
            "outgoing.clerk_work",
            "outgoing.to_send",
            "outgoing.send_further",
            "outgoing.not_arrived",
        ),
        Place(CLERKS, box="outgoing.refused", today="outgoing.refused_today"),
        *boxes(CLERKS, "outgoing.replaced", "outgoing.approved"),
        Place(CLERKS, _("shell_all_outgoing", default="Toàn bộ văn bản"), box="outgoing.all"),
        *boxes(CLERKS, "outgoing.issued_today"),
        Place(
            CLERKS, _("box_outgoing_all", default="Tra cứu văn bản đi"), path="@@qlvb-search?direction=outgoing"
        ),
        Place(CLERKS, _("shell_past_years", default="Tra cứu dữ liệu các năm"), path="{agency}/outgoing"),
        *boxes(
            CLERKS,
            "outgoing.to_seal",
            "outgoing.number_refused",
            "outgoing.to_post",
            "outgoing.onestop_undelivered",
            "outgoing.recall_awaited",
        ),
        *boxes(READERS, "outgoing.drafts", "outgoing.returned", "outgoing.under_way", "outgoing.mine"),
        *boxes(READERS, "outgoing.issued", "outgoing.delegated", without=LEADERS),
        *boxes(READERS, "outgoing.replaced", without=CLERKS),
        *boxes(READERS, "outgoing.published"),
        *boxes(READERS, "outgoing.all", without=CLERKS),
    ),
)
