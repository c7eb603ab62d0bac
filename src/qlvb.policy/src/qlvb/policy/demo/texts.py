"""Files of the demonstration: drafts laid out by the decree, and what a scanner makes of a letter on paper."""

from qlvb.content.documents.document_types import document_type
from qlvb.content.layout.compose import compose
from qlvb.content.layout.data import Layout
from qlvb.content.layout.heads import under_head
from qlvb.content.organisation.capacity import signature_block
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.registers.symbols import compose_symbol
from qlvb.content.text import fold
import re
from zope.component import getUtility


def draft(document, story):
    """(file name, bytes) of the docx that the drafter of ``story`` would write."""
    directory = getUtility(IDirectory)
    agency = directory.agency(story.agency)
    unit = directory.department(story.agency, document.drafting_unit or "")
    post = next(post for post in directory.person(story.signatory).posts if post.agency == story.agency)
    kind = document_type(story.document_type)
    names = [row["name"] for row in document.recipients]
    letter = story.document_type in ("official_letter", "submission", "report")
    data = compose(
        under_head(
            agency,
            symbol=compose_symbol(kind.abbreviation, agency.symbol, unit.symbol if unit else ""),
            document_type=story.document_type,
            subject=story.subject,
            addressees=tuple(names) if letter else (),
            recipients=() if letter else tuple(names),
            body=story.body,
            signature_block=tuple(signature_block(agency, post)),
            signer=directory.person(story.signatory).fullname,
            retained_by=("VT", unit.symbol if unit else ""),
            urgency=story.urgency,
            address=agency.address,
        )
    )
    return file_name(story.subject, "docx"), data


def scan(paper):
    """(file name, bytes) of a letter from outside the province's system."""
    data = compose(
        Layout(
            agency=paper.issuing_body,
            symbol=paper.symbol,
            place="Sơn Hải",
            document_type=paper.document_type,
            subject=paper.subject,
            number=int(paper.number),
            day=paper.day,
            addressees=("Quý cơ quan",),
            body=("Kính đề nghị Quý cơ quan xem xét, phối hợp thực hiện.",),
            signature_block=("Người đại diện",),
            signer="",
        )
    )
    return file_name(paper.subject, "docx"), data


def file_name(subject, extension):
    """A file name as people write them: words without accents."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(subject).removeprefix("v/v ")).strip("-")
    return f"{words[:60].rstrip('-')}.{extension}"
