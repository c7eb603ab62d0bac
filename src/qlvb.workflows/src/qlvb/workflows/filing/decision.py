"""Quyết định ban hành Danh mục hồ sơ: an outgoing draft with the catalogue as annex (NĐ 30/2020 Điều 28, Phụ lục V).

The draft goes the way of every outgoing document; when it has its number, the catalogue names it.
"""

from plone.uuid.interfaces import IUUID
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.catalogue import counts
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.layout.compose import compose
from qlvb.content.layout.data import Annex
from qlvb.content.layout.data import Block
from qlvb.content.layout.data import Layout
from qlvb.content.layout.known import known_fields
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.filing.catalogue_files import as_table
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


#: On the draft: UID of the catalogue that it issues. On the catalogue: UID of the newest draft.
KEY = "qlvb.workflows.filing.catalogue_decision"
GROUNDS = (
    "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;",
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
)


def closing_line(catalogue):
    """The line that counts, as the decree closes the list."""
    total, permanent, fixed = counts(catalogue)
    return (
        f"Bản Danh mục hồ sơ này có {total} hồ sơ, bao gồm: {permanent} hồ sơ bảo quản vĩnh viễn; "
        f"{fixed} hồ sơ bảo quản có thời hạn."
    )


def decision_layout(catalogue, agency, signatory, department):
    """The :class:`Layout` of the decision with its annex."""
    known = known_fields("decision", agency.id, department, signatory)
    year = catalogue.year
    return Layout(
        subject=f"Ban hành Danh mục hồ sơ năm {year} của {agency.title}",
        grounds=GROUNDS,
        body=(
            Block(
                "article",
                f"Ban hành kèm theo Quyết định này Danh mục hồ sơ năm {year} của {agency.title}.",
                "Điều 1.",
            ),
            Block(
                "article",
                "Các đơn vị, cá nhân căn cứ Danh mục hồ sơ để lập hồ sơ công việc trong năm và nộp lưu theo quy định.",
                "Điều 2.",
            ),
            Block(
                "article",
                "Quyết định này có hiệu lực kể từ ngày ký. Trưởng các đơn vị và cá nhân có liên quan chịu trách nhiệm "
                "thi hành Quyết định này./.",
                "Điều 3.",
            ),
        ),
        recipients=("Như Điều 3",),
        annexes=(Annex(f"Danh mục hồ sơ năm {year}", (as_table(catalogue), closing_line(catalogue))),),
        **known,
    )


def draft_decision(catalogue, signatory, by):
    """Make the outgoing draft with its docx and return it."""
    directory = getUtility(IDirectory)
    agency = directory.agency_of(catalogue)
    post = directory.main_post(by, agency.id)
    department = post.department if post is not None else ""
    layout = decision_layout(catalogue, agency, signatory, department)
    values = {
        "subject": f"Ban hành Danh mục hồ sơ năm {catalogue.year} của {agency.title}",
        "document_type": "decision",
        "drafter": by,
        "signatory": signatory,
        "drafting_unit": department,
        "recipients": [_everybody_of(agency)],
    }
    draft = getUtility(IDocumentFactory).create("OutgoingDocument", agency.id, values, by)
    IFileStore(draft).add("main", f"quyet-dinh-danh-muc-ho-so-{catalogue.year}.docx", compose(layout), by)
    IAnnotations(draft)[KEY] = IUUID(catalogue)
    IAnnotations(catalogue)[KEY] = IUUID(draft)
    return draft


def _everybody_of(agency):
    """The row of recipients: those who make dossiers. A draft that has none cannot be sent on."""
    return {
        "name": f"Các đơn vị, cá nhân thuộc {agency.title}",
        "identifier": "",
        "agency": "",
        "channel": "outside",
        "purpose": "for_execution",
        "address": "",
    }


def decision_of(catalogue):
    """The newest draft or decision that issues the catalogue, or None; whatever the rights."""
    return find_record(IAnnotations(catalogue).get(KEY))


def document_numbered(document, event):
    """After an act on an outgoing document: one that has its number gives it to the catalogue that it issues."""
    uid = IAnnotations(document).get(KEY)
    if not uid or not document.reference:
        return
    catalogue = find_record(uid)
    if catalogue is None or IAnnotations(catalogue).get(KEY) != IUUID(document):
        return
    if catalogue.decision != document.reference:
        catalogue.decision = document.reference
        detail = {"decision": document.reference, "document": IUUID(document)}
        IJournal(catalogue).append("catalogue.issued", event.actor.userid, detail)
        catalogue.reindexObject()
