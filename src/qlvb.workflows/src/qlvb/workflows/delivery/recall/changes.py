"""Wishes to recall, replace or correct, in an annotation of the issued document."""

from persistent.list import PersistentList
from qlvb.content import clock
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.holds.guarded import record_content
from qlvb.content.holds.part import RecordPart
from qlvb.content.kept import kept_under
from qlvb.content.text import nfc
from qlvb.workflows.delivery.interfaces import RECALL_KINDS
from qlvb.workflows.delivery.recall.interfaces import DECISIONS
from qlvb.workflows.delivery.recall.interfaces import IChange
from qlvb.workflows.delivery.recall.interfaces import IChanges
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer


ANNOTATION = record_content("qlvb.recall_changes")


@implementer(IChange)
class Change(RecordPart):
    """See IChange."""

    decision = ""
    decided_by = ""
    decided = None
    comment = ""

    def __init__(self, id, kind, reason, successor_uid, by):
        self.id = id
        self.kind = kind
        self.reason = nfc(reason)
        self.successor_uid = successor_uid
        self.by = by
        self.since = clock.now()


@implementer(IChanges)
@adapter(IOutgoingDocument)
class Changes:
    """See IChanges."""

    def __init__(self, record):
        self.record = record

    def all(self):
        """See IChanges."""
        return list(IAnnotations(self.record).get(ANNOTATION, ()))

    def pending(self):
        """See IChanges."""
        changes = self.all()
        return changes[-1] if changes and not changes[-1].decision else None

    def propose(self, kind, reason, successor_uid, by):
        """See IChanges. :raises ValueError: not a kind, or another wish is pending (the acts refuse that before)."""
        if kind not in RECALL_KINDS or self.pending() is not None:
            raise ValueError(kind)
        change = Change(f"c{len(self.all()) + 1}", kind, reason, successor_uid, by)
        kept_under(self.record, ANNOTATION, PersistentList).append(change)
        return change

    def decide(self, decision, by, comment=""):
        """See IChanges. :raises ValueError: not a decision."""
        if decision not in DECISIONS:
            raise ValueError(decision)
        change = self.pending()
        change.decision = decision
        change.decided_by = by
        change.decided = clock.now()
        change.comment = nfc(comment or "")
        return change

    def effective(self):
        """See IChanges."""
        return [change for change in self.all() if change.decision == "approved"]
