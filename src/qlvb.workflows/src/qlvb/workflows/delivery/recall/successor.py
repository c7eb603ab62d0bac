"""What took the place of a document, on the sender's side and on the recipient's."""

from AccessControl import getSecurityManager
from qlvb.content import _
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.lookup import find_record
from qlvb.workflows.acts.transitions import state_of
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.delivery.recall.interfaces import IChanges


#: State -> what stands across the pages of a document that is no longer in force.
GONE = {
    "recalled": _("gone_recalled", default="ĐÃ THU HỒI"),
    "replaced": _("gone_replaced", default="ĐÃ ĐƯỢC THAY THẾ"),
}
#: Roles of the files that are the document itself, and no longer count with it.
GONE_ROLES = ("signed", "main", "annex", "original")


def gone_mark(document):
    """The words (message id) of GONE for an incoming or outgoing document that was recalled or replaced, else None.

    A copy that was joined to the same document received before is no such one, though its state has the same name.
    """
    incoming = IIncomingDocument.providedBy(document)
    if not incoming and not IOutgoingDocument.providedBy(document):
        return None
    state = state_of(document)
    if incoming and state == "replaced":
        asked = IRecallRequests(document).all()
        if not any(request.kind == "replace" and request.answer == "agreed" for request in asked):
            return None
    return GONE.get(state)


def newest_successor(document):
    """``(kind, document)`` of the newest recall, replacement or correction whose document is known here; else
    ``("", None)``. Whoever shows it checks the right to view it.
    """
    if IOutgoingDocument.providedBy(document):
        changes = IChanges(document).effective()
        return (changes[-1].kind, find_record(changes[-1].successor_uid)) if changes else ("", None)
    if IIncomingDocument.providedBy(document):
        requests = IRecallRequests(document)
        asked = [request for request in requests.all() if request.successor_uid]
        return (asked[-1].kind, requests.successor()) if asked else ("", None)
    return "", None


def visible_successor(document):
    """:func:`newest_successor`, where the current user may view it; else ``("", None)``."""
    kind, found = newest_successor(document)
    if found is None or not getSecurityManager().checkPermission("View", found):
        return "", None
    return kind, found
