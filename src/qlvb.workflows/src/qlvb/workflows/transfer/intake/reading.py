"""Facts of a dossier for the intake check. Opens every file of every document: for jobs only."""

from dataclasses import replace
from plone.uuid.interfaces import IUUID
from qlvb.content.documents.document_types import document_type
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.integrity.fixity import looks
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.states import state_of
from qlvb.workflows.incoming.verification import verdicts_of
from qlvb.workflows.signing.interfaces import IPdfSigning
from qlvb.workflows.transfer.held import is_held
from qlvb.workflows.transfer.intake.facts import DocumentFacts
from qlvb.workflows.transfer.intake.facts import DossierFacts
from qlvb.workflows.transfer.intake.facts import FileFacts
from qlvb.workflows.transfer.intake.facts import SignatureFacts
from qlvb.workflows.transfer.intake.pdfa.looking import look
from qlvb.workflows.viruses.checking import checked
from textwrap import shorten
from zope.component import getUtility


PDF = "application/pdf"
#: Characters of a subject that name a draft.
MOST_SAID = 80
#: Formats that archives take as they are, beside PDF/A: pictures, tables, texts, sound (TT 05/2025 Điều 8, code lists).
TAKEN = ("image/jpeg", "image/png", "image/tiff", "text/plain", "text/csv", "application/rtf", "audio/", "video/")
#: Events of documents that were issued elsewhere: imported from the years of paper, taken in with a package.
ELSEWHERE = ("imported", "package_ingested")


def facts_of(dossier):
    """DossierFacts of a dossier, whatever the rights."""
    agency = getUtility(IDirectory).agency_of(dossier)
    return DossierFacts(
        uid=IUUID(dossier),
        code=dossier.code or "",
        title=dossier.title or "",
        state=state_of(dossier),
        held=is_held(dossier),
        retention=dossier.retention_kind or "",
        years=dossier.retention_years,
        mode=dossier.access_conditions or "",
        language=dossier.language or "",
        start=dossier.start_date,
        end=dossier.end_date,
        identifier=agency.identifier if agency is not None else "",
        documents=tuple(document_facts(item, document) for item, document in IDossierContents(dossier).documents()),
    )


def document_facts(item, document):
    """DocumentFacts of a line of the contents list and its document (None: gone)."""
    if document is None:
        return DocumentFacts(uid=item.uid, order=item.order, exists=False)
    kind = document_type(document.document_type)
    outgoing = IOutgoingDocument.providedBy(document)
    imported = any(True for _entry in IJournal(document).entries(events=ELSEWHERE))
    files, signatures = _files(document)
    return DocumentFacts(
        uid=item.uid,
        order=item.order,
        label=document.reference or called(document.subject) or f"{item.order}",
        outgoing=outgoing and not _is_note(document),
        imported=imported,
        numbered=not outgoing or _is_note(document) or bool(document.document_number),
        issued=document.issue_date,
        type_name=kind.title if kind is not None else "",
        issuer=document.issuing_body or "",
        subject=document.subject or "",
        language=getattr(document, "language", "") or "",
        pages=getattr(document, "page_count", None),
        files=files,
        signatures=signatures,
    )


def called(subject):
    """``“V/v nâng cấp phần mềm”``: how a draft, which has no number, is called; "" without a subject."""
    words = " ".join((subject or "").split())
    return f"“{shorten(words, MOST_SAID, placeholder=' …')}”" if words else ""


def _is_note(document):
    return document.portal_type == "SubmissionNote"


def _files(document):
    """(tuple of FileFacts, tuple of SignatureFacts): the official file stands for the draft that it was made of."""
    store = IFileStore(document)
    damage = {}
    for found in looks(document):
        if found.fault:
            damage.setdefault((found.file, found.version), found.fault)
    official = store.signed()
    official = official if official is not None and official.current.kind != "void" else None
    files, signatures = [], []
    for stored in store.files():
        version = stored.current
        broken = next(
            (damage[stored.id, one.number] for one in stored.versions() if (stored.id, one.number) in damage), ""
        )
        role = "source" if official is not None and stored.role == "main" else stored.role
        files.append(_with_viruses(_file(version, role, broken), document, stored, version))
        if not broken and version.mimetype == PDF and stored.role in ("main", "signed", "annex"):
            signatures.extend(_signatures(document, stored, version))
    return tuple(files), tuple(signatures)


def _with_viruses(facts, document, stored, version):
    """The FileFacts, with what the site's scanner says; nothing is added where there is no scanner."""
    check = None if facts.damage else checked(document, stored.id, version)
    return facts if check is None else replace(facts, virus=check.virus, unchecked=check.reason)


def _file(version, role, damage):
    if damage:
        return FileFacts(version.filename, role, pages=None, damage=damage)
    if version.mimetype == PDF:
        form, data = "pdf", version.data()
    elif version.pdf_state == "ready":
        form, data = "rendered", version.pdf()
    else:
        form = "other" if version.mimetype.startswith(TAKEN) else "unknown"
        return FileFacts(version.filename, role, form, pages=version.page_count)
    seen = look(data)
    lacks = tuple((one.rule, one.clause, one.detail) for one in seen.faults)
    return FileFacts(version.filename, role, form, seen.readable, seen.archival, seen.pages, lacks=lacks)


def _signatures(document, stored, version):
    """Those of received files were checked on arrival, when certificates were as they were."""
    kept = verdicts_of(document, stored.id, version.number) if IIncomingDocument.providedBy(document) else None
    if kept is not None:
        found = [(one["signer"], one["verdict"], one["purpose"]) for one in kept["verdicts"]]
    else:
        verdicts = getUtility(IPdfSigning).verify(version.data())
        found = [(one.signer, one.verdict, one.purpose) for one in verdicts]
    for signer, verdict, purpose in found:
        yield SignatureFacts(version.filename, signer, verdict, purpose)
