"""What the catalogue knows of a record.

Days are indexed as ordinal numbers and never left out: the catalogue drops from a sorted list whatever its sort index
does not hold, and then the list would be shorter than its count.
"""

from datetime import date
from plone.indexer import indexer
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.index.interfaces import IRowFacts
from qlvb.content.interfaces import IDocument
from qlvb.content.interfaces import IRecord
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from zope.component import getAdapters
from zope.component import getUtility


URGENCY_RANK = {"express": 0, "very_urgent": 1, "urgent": 2, "normal": 3}
NO_DAY = 0
NO_DEADLINE = date(9999, 12, 31).toordinal()


def collected_tokens(record):
    """Every token that the rooms give the record: sorted list of str."""
    return sorted({token for _name, adapter in getAdapters((record,), IBoxTokens) for token in adapter.tokens()})


def collected_facts(record):
    """What the rooms say for its row: one dict."""
    facts = {}
    for _name, adapter in sorted(getAdapters((record,), IRowFacts)):
        facts.update(adapter.facts())
    return facts


def earliest_deadline(record):
    """The date by which somebody must have done something with the document, or None."""
    said = collected_facts(record).get("deadline")
    if said:
        return date.fromisoformat(said)
    return getattr(record, "due_date", None)


@indexer(IRecord)
def boxes(record):
    return collected_tokens(record)


@indexer(IRecord)
def agency_id(record):
    agency = getUtility(IDirectory).agency_of(record)
    return agency.id if agency else None


@indexer(IOutgoingDocument)
def outgoing_direction(document):
    return "outgoing"


@indexer(IIncomingDocument)
def incoming_direction(document):
    return "incoming"


@indexer(IDocument)
def reference(document):
    return document.reference


@indexer(IDocument)
def folded_reference(document):
    return fold(document.reference)


@indexer(IDocument)
def document_type(document):
    return document.document_type or ""


@indexer(IDocument)
def urgency(document):
    return document.urgency


@indexer(IDocument)
def secrecy(document):
    return document.secrecy


@indexer(IDocument)
def register(document):
    return document.register or None


@indexer(IDocument)
def issue_day(document):
    return document.issue_date.toordinal() if document.issue_date else NO_DAY


@indexer(IDocument)
def arrival_day(document):
    day = getattr(document, "arrival_date", None)
    return day.toordinal() if day else NO_DAY


@indexer(IDocument)
def deadline_day(document):
    return _deadline_day(document)


def _deadline_day(document):
    day = earliest_deadline(document)
    return day.toordinal() if day else NO_DEADLINE


@indexer(IIncomingDocument)
def incoming_number_sort(document):
    return document.arrival_number or 0


@indexer(IOutgoingDocument)
def outgoing_number_sort(document):
    return document.document_number or 0


def _day(document):
    return getattr(document, "arrival_date", None) or document.issue_date


@indexer(IDocument)
def year(document):
    day = _day(document)
    return day.year if day else document.created().year()


@indexer(IDocument)
def priority(document):
    """Most urgent first, then the nearest deadline, then what waits longest."""
    return (URGENCY_RANK.get(document.urgency, 3), _deadline_day(document), int(document.created()))


@indexer(IDocument)
def record_text(document):
    """The words by which people look for a document, without accents: subject, reference, bodies, people."""
    directory = getUtility(IDirectory)
    people = [getattr(document, name, None) for name in ("drafter", "signatory")]
    words = [
        document.subject,
        document.reference,
        document.issuing_body,
        document.signatory_name,
        document.field_of_work,
        *(directory.person(userid).fullname for userid in people if userid),
        *(row.get("name", "") for row in getattr(document, "recipients", None) or ()),
    ]
    return fold(" ".join(word for word in words if word))


@indexer(IDocument)
def row_facts(document):
    """What a list shows beside the indexed fields: dict of JSON values."""
    facts = {
        "subject": document.subject,
        "issuing_body": document.issuing_body,
        "arrival_number": getattr(document, "arrival_number", None),
        "signatory": getattr(document, "signatory", None) or document.signatory_name,
        "drafter": getattr(document, "drafter", None),
        "due_date": day.isoformat() if (day := earliest_deadline(document)) else None,
        "issue_date": document.issue_date.isoformat() if document.issue_date else None,
        "arrival_date": day.isoformat() if (day := getattr(document, "arrival_date", None)) else None,
    }
    return facts | collected_facts(document)


@indexer(IDocument)
def nothing(document):
    """Work that Plone's catalogue would do for our documents and nobody asks for."""
    raise AttributeError("not indexed for documents")
