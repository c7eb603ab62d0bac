"""What is asked about an issued document after it has gone out, and what was decided."""

from zope.interface import Attribute
from zope.interface import Interface


DECISIONS = ("approved", "rejected", "withdrawn")


class IChange(Interface):
    """One wish to recall, replace or correct an issued document. Decided ones never change."""

    id = Attribute("str")
    kind = Attribute("one of qlvb.workflows.delivery.interfaces.RECALL_KINDS")
    reason = Attribute("str")
    successor_uid = Attribute("UID of the issued document that recalls, replaces or corrects this one")
    by = Attribute("userid of the clerk who asks")
    since = Attribute("datetime, aware")
    decision = Attribute("one of DECISIONS, or '' while the signer has not decided")
    decided_by = Attribute("userid or ''")
    decided = Attribute("datetime or None")
    comment = Attribute("str: what was said with the decision")


class IChanges(Interface):
    """Adapter of IOutgoingDocument. Created by the first wish, never by reading. Reindexing is the caller's task."""

    def all():
        """Oldest first: list of IChange."""

    def pending():
        """The one that waits for the signer, or None."""

    def propose(kind, reason, successor_uid, by):
        """Put a wish before the signer; returns IChange."""

    def decide(decision, by, comment=""):
        """Close the pending one; returns it."""

    def effective():
        """The approved ones, oldest first: list of IChange."""
