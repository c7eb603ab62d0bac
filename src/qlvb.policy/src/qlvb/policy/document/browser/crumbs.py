"""The way to a document as iOffice shows it: direction, list, subject."""

from plone import api
from qlvb.content import _
from qlvb.content.index.interfaces import IBox
from qlvb.content.interfaces import IDocument
from qlvb.policy.shell.menu import group_of
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delegation.interfaces import IDelegations
from qlvb.workflows.onestop.interfaces import IOneStopDocument
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.component import queryUtility


SECTIONS = {
    "outgoing": _("shell_outgoing", default="Văn bản đi"),
    "incoming": _("shell_incoming", default="Văn bản đến"),
    "tasks": _("shell_tasks", default="Chỉ đạo điều hành"),
}
#: Where a document of a state is looked for: state -> box.
BOXES = {
    "outgoing": {
        "draft": "outgoing.drafts",
        "consulting": "outgoing.consulting",
        "returned": "outgoing.returned",
        "in_review": "outgoing.to_review",
        "appraisal": "outgoing.to_review",
        "to_sign": "outgoing.to_review",
        "to_issue": "outgoing.at_clerk",
        "numbered": "outgoing.at_clerk",
        "issued": "outgoing.issued",
        "recalled": "outgoing.replaced",
        "replaced": "outgoing.replaced",
    },
    "incoming": {
        "waiting": "incoming.waiting",
        "registered": "incoming.to_distribute",
        "to_direct": "incoming.to_direct",
        "in_progress": "incoming.in_progress",
        "finished": "incoming.done",
    },
}
#: The same of papers of the one-stop system, and for clerks.
ONE_STOP_BOXES = {"to_sign": "outgoing.onestop_to_sign", "to_issue": "outgoing.onestop_to_issue"}
#: States in which somebody may decide in another's place.
DECIDED_ON = ("in_review", "appraisal", "to_sign")
#: States in which who has drafted a document finds it among those that are under way.
UNDER_WAY = ("in_review", "appraisal", "to_sign", "to_issue", "numbered")
CLERK_BOXES = {"to_issue": "outgoing.to_number", "numbered": "outgoing.to_seal"}


class Crumbs:
    """Mix-in of views that say their ``shell_section``."""

    def crumbs(self):
        """list of dict(title, url): direction, then the list that holds a document of this state."""
        base = f"{api.portal.get().absolute_url()}/@@worklist?box="
        found = [{"title": SECTIONS[self.shell_section], "url": f"{base}{self.shell_section}.all"}]
        if not IDocument.providedBy(self.context):
            return found
        functions = getMultiAdapter((self.context, self.request), name="qlvb-shell").functions
        box = queryUtility(IBox, name=self._box(state_of(self.context), functions))
        if box is not None:
            if group := group_of(box.id, functions):
                found.append({"title": group, "url": base + box.id})
            found.append({"title": box.title, "url": base + box.id})
        return found

    def _box(self, state, functions):
        """Id of the box, "" for none: papers of the one-stop system, clerks and the drafter have their own lists."""
        if IOneStopDocument.providedBy(self.context) and state in ONE_STOP_BOXES:
            return ONE_STOP_BOXES[state]
        if self.shell_section == "outgoing" and "clerk" in functions and state in CLERK_BOXES:
            return CLERK_BOXES[state]
        if state in DECIDED_ON and getUtility(IDelegations).covering(api.user.get_current().getId(), self.context):
            return "outgoing.delegated"
        if state in UNDER_WAY and getattr(self.context, "drafter", "") == api.user.get_current().getId():
            return "outgoing.under_way"
        return BOXES[self.shell_section].get(state, "")
