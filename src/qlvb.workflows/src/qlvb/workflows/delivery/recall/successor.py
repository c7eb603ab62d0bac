"""What took the place of a document, on the sender's side and on the recipient's."""

from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.lookup import find_record
from qlvb.workflows.delivery.interfaces import IRecallRequests
from qlvb.workflows.delivery.recall.interfaces import IChanges


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
