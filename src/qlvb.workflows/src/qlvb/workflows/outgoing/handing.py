"""Chuyển chuyên viên: another specialist of the agency goes on with the draft (screens 2.3)."""

from qlvb.content import _
from qlvb.workflows.outgoing.base import OutgoingAct
from qlvb.workflows.outgoing.inputs import IHandOverInput
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


class HandOver(OutgoingAct):
    """The draft with its files and history becomes the other one's; who gave it away still reads it."""

    id = "hand_over_draft"
    title = _("act_outgoing_hand_over", default="Chuyển chuyên viên")
    description = _(
        "act_outgoing_hand_over_help", default="Chuyển dự thảo cho chuyên viên khác của cơ quan soạn thảo tiếp."
    )
    schema = IHandOverInput
    permission = "qlvb: Draft"
    states = ("draft", "returned")
    order = 20

    def execute(self, data):
        kind = "rework" if self.state == "returned" else "draft"
        self.route.begin()
        self.record.drafter = data["receiver"]
        found = self.move("handed_over", kind, data["receiver"], data["request"], data["request"])
        notify(ObjectModifiedEvent(self.record))
        return found
