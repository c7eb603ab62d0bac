"""What was asked about an issued document after it had gone out: by whom, why, and what the signer decided."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.content.lookup import visible_record
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.delivery.interfaces import IRecalls
from qlvb.workflows.delivery.recall.interfaces import IChanges
from qlvb.workflows.delivery.states import KIND_TITLES
from qlvb.workflows.delivery.states import SUCCESSOR_TITLES


DECISIONS = {
    "": ("warn", _("doc_change_pending", default="chờ người ký duyệt")),
    "approved": ("good", _("doc_change_approved", default="đã duyệt")),
    "rejected": ("bad", _("doc_change_rejected", default="không duyệt")),
    "withdrawn": ("neutral", _("doc_change_withdrawn", default="văn thư đã rút")),
}


class ChangesPane(Pane):
    """Every wish to recall, replace or correct the document, the newest first, and how its recipients answered."""

    template = ViewPageTemplateFile("templates/changes.pt")

    @cached_property
    def rows(self):
        """list of dict."""
        return [self._row(change) for change in reversed(IChanges(self.record).all())]

    def _row(self, change):
        tone, decision = DECISIONS[change.decision]
        return {
            "kind": KIND_TITLES[change.kind],
            "tone": tone,
            "decision": decision,
            "by": self.name_of(change.by),
            "since": show_moment(change.since),
            "reason": change.reason,
            "successor_title": SUCCESSOR_TITLES[change.kind],
            "successor": visible_record(change.successor_uid),
            "decider": self.name_of(change.decided_by),
            "decided": show_moment(change.decided),
            "comment": change.comment,
        }

    @cached_property
    def answers(self):
        """dict (``agreed``, ``refused``, ``open``: str) of the recipients of the last approved wish, or None."""
        asked = IRecalls(self.record).asked()
        if not asked:
            return None
        states = [delivery.recall["state"] for delivery in asked]
        agreed, refused = states.count("agreed"), states.count("refused")
        return {"agreed": str(agreed), "refused": str(refused), "open": str(len(states) - agreed - refused)}

    @property
    def answers_url(self):
        """Where each recipient's answer stands."""
        return f"{self.url}?tab=deliveries"

    def available(self):
        return bool(self.rows)
