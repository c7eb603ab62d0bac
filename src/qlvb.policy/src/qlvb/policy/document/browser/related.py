"""Văn bản liên quan: what the document answers, its answers, what its drafter linked, and the sender's own record."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.clock import show_date
from qlvb.content.index.lookups import answers_to
from qlvb.policy.document.browser.pane import Pane
from qlvb.policy.document.browser.records import may_view
from qlvb.policy.document.browser.records import record_by_uid


REASONS = {
    "answers": _("doc_related_answers", default="Trả lời văn bản"),
    "answered_by": _("doc_related_answered_by", default="Văn bản trả lời"),
    "linked": _("doc_related_linked", default="Liên quan"),
    "source": _("doc_related_source", default="Bản gửi đi"),
}


class RelatedPane(Pane):
    """Other documents, each with the reason why it stands here."""

    template = ViewPageTemplateFile("templates/related.pt")

    def available(self):
        return bool(self.rows or self.hidden)

    @cached_property
    def found(self):
        """list of (reason, object), each object once."""
        record = self.record
        uids = [("answers", record.in_reply_to), ("source", getattr(record, "source_uid", ""))]
        uids += [("answered_by", uid) for uid in self.answers()]
        uids += [("linked", uid) for uid in record.related_documents or ()]
        seen, found = {record.UID()}, []
        for reason, uid in uids:
            target = record_by_uid(uid) if uid and uid not in seen else None
            if target is not None:
                seen.add(uid)
                found.append((reason, target))
        return found

    def answers(self):
        """UIDs of documents that say they answer this one."""
        return answers_to(self.record.UID())

    @cached_property
    def rows(self):
        """list of dict for those that the reader may view."""
        return [
            {
                "reason": REASONS[reason],
                "reference": target.reference,
                "title": target.Title(),
                "url": target.absolute_url(),
                "body": getattr(target, "issuing_body", ""),
                "date": show_date(getattr(target, "issue_date", None)),
            }
            for reason, target in self.found
            if may_view(target)
        ]

    @property
    def hidden(self):
        """int: linked documents that the reader may not view; the sender's own record is no loss and not counted."""
        return sum(1 for reason, target in self.found if reason != "source" and not may_view(target))
