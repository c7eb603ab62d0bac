"""What the sender asked back, and what became of it: above everything else, because nothing else counts then."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.clock import show_moment
from qlvb.policy.document.browser.pane import Pane
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.delivery.recall.successor import visible_successor
from qlvb.workflows.delivery.states import SUCCESSOR_TITLES


KINDS = {
    "recall": _("doc_recall_kind", default="Thu hồi"),
    "replace": _("doc_replace_kind", default="Thay thế"),
    "update": _("doc_update_kind", default="Cập nhật"),
}
ANSWERS = {
    "": _("doc_recall_open", default="chờ trả lời"),
    "agreed": _("doc_recall_agreed", default="đã đồng ý"),
    "refused": _("doc_recall_refused", default="đã từ chối"),
    "superseded": _("doc_recall_superseded", default="thay bằng đề nghị mới hơn"),
}


class RecallPane(Pane):
    """The requests of the sender, the newest first, with the document that takes this one's place."""

    template = ViewPageTemplateFile("templates/recall.pt")

    @cached_property
    def rows(self):
        """list of dict."""
        return [
            {
                "kind": KINDS[request.kind],
                "reason": request.reason,
                "since": show_moment(request.since),
                "answer": ANSWERS[request.answer],
                "open": not request.answer,
                "answered": show_moment(request.answered),
                "who": self.name_of(request.answered_by) if request.answered_by else "",
                "answer_reason": request.answer_reason,
            }
            for request in reversed(IRecallRequests(self.record).all())
        ]

    @cached_property
    def successor(self):
        """dict (``title``: what it is to this one, ``document``), if the reader may view it, or None."""
        kind, document = visible_successor(self.record)
        return {"title": SUCCESSOR_TITLES[kind], "document": document} if document is not None else None

    def available(self):
        return bool(self.rows)
