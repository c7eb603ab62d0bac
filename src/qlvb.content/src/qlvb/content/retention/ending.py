"""When the work on a document ended that lies in no dossier: its years are counted from there."""

from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.states import state_of


#: Nobody works with documents in these states any more.
DOCUMENT_STATES = ("finished", "returned", "issued", "recalled", "replaced", "given_back", "cancelled")


def end_of_work(document):
    """The day (date) on which the work on a document ended, None while it goes on: an own letter is done with when it
    is issued, a received one when an act brought it to its end; what was brought in from the past, when it came.
    """
    state = state_of(document)
    if state not in DOCUMENT_STATES:
        return None
    if IOutgoingDocument.providedBy(document) and document.issue_date:
        return document.issue_date
    entries = IJournal(document).entries(newest_first=True)
    ended = (one.when.date() for one in entries if one.detail.get("to") == state != one.detail.get("from"))
    return next(ended, None) or getattr(document, "arrival_date", None) or document.issue_date
