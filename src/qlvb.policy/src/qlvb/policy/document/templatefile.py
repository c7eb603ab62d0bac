"""File mẫu: the starting docx of a draft, in the layout of Decree 30, with what the form knows filled in."""

from qlvb.content.documents.document_types import document_type
from qlvb.content.layout.data import Block
from qlvb.content.layout.templates import BODY
from qlvb.content.layout.templates import template_for
from qlvb.content.lookup import visible_record
from qlvb.content.organisation.capacity import allowed_capacities
from qlvb.content.organisation.capacity import signature_block
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.symbols import compose_symbol
from qlvb.content.text import fold
from qlvb.policy.document.replying import basis_line
import re
from zope.component import getUtility


#: Kinds that are addressed to somebody under the heading; all others name their recipients at the foot only.
ADDRESSED = ("official_letter", "submission", "report")
LONGEST_NAME = 80
ARTICLE = re.compile(r"(Điều \d+[a-z]?\.)\s*(.*)", re.DOTALL)


def template_file(document, typed=()):
    """``(file name, bytes)`` of the docx for an outgoing document; ``typed``: paragraphs (str) of its body that its
    author wrote.
    """
    directory = getUtility(IDirectory)
    agency = directory.agency_of(document)
    parent = directory.agency(agency.parent) if agency.parent else None
    unit = directory.department(agency.id, document.drafting_unit) if document.drafting_unit else None
    kind = document_type(document.document_type)
    names = tuple(row["name"] for row in document.recipients)
    addressed = document.document_type in ADDRESSED
    data = template_for(
        document.document_type,
        agency=agency.title,
        parent=parent.title if parent else "",
        symbol=compose_symbol(kind.abbreviation, agency.symbol, unit.symbol if unit else ""),
        place=agency.place,
        subject=document.subject,
        addressees=names if addressed else (),
        recipients=("Như trên",) if addressed and names else names,
        retained_by=("VT", unit.symbol) if unit else ("VT",),
        signature_block=tuple(lines_of_signature(document, agency)),
        signer=directory.person(document.signatory).fullname if document.signatory else "",
        urgency=document.urgency,
        secrecy=document.secrecy,
        address=agency.address,
        body=body_of(document, agency, typed),
    )
    return file_name(document.subject), data


def body_of(document, agency, typed=()):
    """The body: an answer begins with what it answers; () for other documents of which nothing is ``typed``, which keep
    the form's own body.
    """
    answered = visible_record(document.in_reply_to) if document.document_type == "official_letter" else None
    typed = tuple(map(block_of, typed))
    if answered is None:
        return typed
    return (f"{basis_line(answered)}, {agency.title} có ý kiến như sau:", *(typed or (BODY,)))


def block_of(line):
    """A typed paragraph as a block of the layout: an article has its number in bold.

    >>> block_of("Điều 2. Hiệu lực thi hành").title
    'Điều 2.'
    """
    match = ARTICLE.match(line)
    return Block("article", match[2], match[1]) if match else line


def lines_of_signature(document, agency):
    """Lines above the signature in the capacity chosen, else the usual one; [] when the signatory may not sign."""
    directory = getUtility(IDirectory)
    for post in directory.person(document.signatory).posts if document.signatory else ():
        allowed = allowed_capacities(agency, post) if post.agency == agency.id else ()
        if allowed:
            capacity = document.signing_capacity if document.signing_capacity in allowed else allowed[0]
            return signature_block(agency, post, capacity, directory.department(agency.id, post.department))
    return []


def file_name(subject, extension=".docx"):
    """A name that every system can store, from the subject.

    >>> file_name("V/v triển khai Kế hoạch số 5")
    'trien-khai-ke-hoach-so-5.docx'
    """
    words = re.sub(r"[^a-z0-9]+", "-", fold(subject).removeprefix("v/v ")).strip("-")
    return f"{words[:LONGEST_NAME].rstrip('-') or 'van-ban'}{extension}"
