"""NHẬT KÝ GỬI NHẬN: where the document went, what came back, and sending again."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content.clock import show_moment
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.browser.vocabulary import title_of
from qlvb.workflows.acts.interfaces import IActs
from qlvb.workflows.delivery.interfaces import STATUS_CODES
from qlvb.workflows.delivery.interfaces import IDeliveries
from qlvb.workflows.delivery.states import KIND_TITLES
from qlvb.workflows.delivery.states import RECALL_TITLES
from qlvb.workflows.delivery.states import title_of_state


STATE_TONES = {
    "refused": "bad",
    "failed": "bad",
    "recalled": "neutral",
    "recall_refused": "bad",
    "finished": "good",
    "accepted": "good",
    "assigned": "good",
    "in_progress": "info",
    "arrived": "info",
    "sent": "info",
}
AGAIN = ("refused", "failed")


class DeliveriesPane(Pane):
    """One row per recipient, its states below it."""

    template = ViewPageTemplateFile("templates/deliveries.pt")

    @cached_property
    def deliveries(self):
        return IDeliveries(self.record).all()

    def available(self):
        return True

    @cached_property
    def can_resend(self):
        """bool: the act "resend" may be done by this person now."""
        act = IActs(self.record).get("resend")
        return act is not None and act.relevant() and not act.check()

    def rows(self):
        """list of dict: the columns of the table."""
        return [self.row(number, delivery) for number, delivery in enumerate(self.deliveries, 1)]

    def row(self, number, delivery):
        recipient = delivery.recipient
        steps = [
            {
                "when": show_moment(when),
                "state": title_of_state(state, kind),
                "tone": STATE_TONES.get(state, "neutral"),
                "code": STATUS_CODES.get(state, ""),
                "detail": detail,
                "by": "" if by == "system" else self.name_of(by),
            }
            for (when, state, detail, by), kind in zip(delivery.history, delivery.answered_kinds(), strict=True)
        ]
        return {
            "number": number,
            "id": delivery.id,
            "name": recipient.get("name", ""),
            "identifier": recipient.get("identifier", ""),
            "purpose": title_of("qlvb.recipient_purposes", recipient.get("purpose"), self.record),
            "channel": title_of("qlvb.recipient_channels", recipient.get("channel"), self.record),
            "state": delivery.title,
            "tone": STATE_TONES.get(delivery.state, "neutral"),
            "sent": next((step["when"] for step in steps), ""),
            "moved": steps[-1]["when"] if steps else "",
            "reason": steps[-1]["detail"] if steps and delivery.state in AGAIN else "",
            "steps": steps,
            "recall": self.recall(delivery.recall) if delivery.recall is not None else None,
            "again": delivery.state in AGAIN and self.can_resend,
        }

    def recall(self, recall):
        """dict: what was asked of the recipient after the issue, and what he said."""
        return {
            "kind": KIND_TITLES[recall["kind"]],
            "state": RECALL_TITLES[recall["state"]],
            "tone": {"agreed": "good", "refused": "bad"}.get(recall["state"], "warn"),
            "when": show_moment(recall["since"]),
            "detail": recall["detail"],
        }

    @property
    def resend_url(self):
        return f"{self.url}/@@act/resend"
