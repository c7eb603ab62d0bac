"""What an answer takes from the document that it answers: subject, recipient, first sentence."""

from qlvb.content.documents.document_types import document_type
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


def reply_subject(answered):
    """The subject of an answer as offices write it."""
    words = ["V/v trả lời", f"Văn bản số {answered.reference}" if answered.reference else "Văn bản"]
    if answered.issue_date:
        words.append(f"ngày {answered.issue_date:%d/%m/%Y}")
    if answered.issuing_body:
        words.append(f"của {answered.issuing_body}")
    return " ".join(words)[:500]


def reply_recipients(answered):
    """Rows of recipients of an answer: whoever sent what is answered, reached inside the site where it can be."""
    if not answered.issuing_body:
        return []
    identifier = answered.issuing_body_identifier or ""
    agency = getUtility(IDirectory).agency_by_identifier(identifier) if identifier else None
    row = {
        "name": answered.issuing_body,
        "identifier": identifier,
        "agency": "",
        "channel": "outside",
        "purpose": "for_execution",
        "address": "",
    }
    if agency is not None:
        row.update(agency=agency.id, channel="internal", address=agency.address)
    return [row]


def basis_line(answered):
    """The first words of an answer: what was received, of which day, from whom, about what; "" for None."""
    if answered is None:
        return ""
    kind = document_type(answered.document_type or "")
    words = ["Phúc đáp", kind.title.split(" (")[0] if kind is not None else "Văn bản"]
    if answered.reference:
        words.append(f"số {answered.reference}")
    if answered.issue_date:
        words.append(f"ngày {answered.issue_date:%d/%m/%Y}")
    if answered.issuing_body:
        words.append(f"của {answered.issuing_body}")
    if answered.subject:
        words.append(f"về việc {answered.subject.removeprefix('V/v ')}")
    return " ".join(words)
