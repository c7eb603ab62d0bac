"""The rules of the intake check: pure functions from facts to faults.

Every fault names its rule, the document concerned and what in it. Fields and lengths: TT 05/2025/TT-BNV Phụ lục III
(those not marked as optional there); periods and dates: NĐ 30/2020 Điều 29, 31; signatures and formats: NĐ 30/2020
Điều 5, TT 05/2025; viruses: TT 05/2025, which asks that they be looked for on receipt.
"""

from dataclasses import replace
from qlvb.content.transfers.deadlines import to_be_transferred
from qlvb.content.transfers.items import Fault
from qlvb.workflows.filing.checklist import KEPT_ROLES


#: Required fields of a dossier and their lengths: (attribute, id of its label, characters).
DOSSIER_FIELDS = (
    ("code", "code", 100),
    ("identifier", "identifier", 35),
    ("title", "title", 1000),
    ("language", "language", 100),
    ("start", "start", None),
    ("end", "end", None),
)
#: Fields that may be empty, as the package then says "used under conditions", but not longer than this.
DOSSIER_LENGTHS = (("mode", "mode", 100),)
#: Required fields of a document.
DOCUMENT_FIELDS = (
    ("type_name", "type", 100),
    ("issued", "issued", None),
    ("issuer", "issuer", 200),
    ("subject", "subject", 500),
    ("language", "document_language", 100),
)


def faults_of(dossier, today):
    """Everything that keeps the dossier from being taken over: tuple of Fault, [] = clean. ``today``: date."""
    found = [*_of_dossier(dossier, today)]
    for document in dossier.documents:
        found.extend(_naming(document, fault) for fault in _of_document(document, dossier, today))
    return tuple(found)


def _naming(document, fault):
    """The fault, which says in whose fields or files it was found: many documents have a file of the same name."""
    if not document.label or fault.subject == document.label:
        return fault
    return replace(fault, values=(*fault.values, ("of", document.label)))


def _of_dossier(dossier, today):
    if dossier.state not in ("closed", "archived"):
        yield Fault("dossier_not_closed")
    if dossier.held:
        yield Fault("dossier_held")
    if not dossier.retention:
        yield Fault("retention_missing")
    elif not to_be_transferred(dossier.retention, dossier.years):
        yield Fault("retention_short", values=(("years", str(dossier.years)),))
    yield from _fields(dossier, DOSSIER_FIELDS, "")
    yield from _fields(dossier, [field for field in DOSSIER_LENGTHS if getattr(dossier, field[0])], "")
    if dossier.start and dossier.end and dossier.end < dossier.start:
        yield Fault("dates_reversed")
    if dossier.end and dossier.end > today:
        yield Fault("date_future", subject="end")
    if not dossier.documents:
        yield Fault("dossier_empty")


def _of_document(document, dossier, today):
    if not document.exists:
        yield Fault("document_gone", document.uid, str(document.order))
        return
    if not document.numbered:
        yield Fault("document_unnumbered", document.uid, document.label)
    yield from _fields(document, DOCUMENT_FIELDS, document.uid)
    if document.issued and document.issued > today:
        yield Fault("date_future", document.uid, "issued")
    elif document.issued and dossier.end and document.issued > dossier.end:
        yield Fault("document_after_end", document.uid, document.label)
    if not any(file.role in KEPT_ROLES for file in document.files):
        yield Fault("file_missing", document.uid, document.label)
    for file in document.files:
        yield from _of_file(file, document)
    yield from _pages(document)
    yield from _signatures(document)


def _fields(facts, fields, uid):
    for name, label, most in fields:
        value = getattr(facts, name)
        if not value:
            yield Fault("field_missing", uid, label)
        elif most and len(str(value)) > most:
            yield Fault("field_long", uid, label, (("most", str(most)),))


def _of_file(file, document):
    """The first thing that is wrong: a lost or infected file is not blamed for its format, too. What lies beside the
    document (its editable source, opinions) need only be what was stored, and without viruses.
    """
    if file.damage:
        yield Fault("file_damaged", document.uid, file.name, (("damage", file.damage),))
        return
    if file.virus:
        yield Fault("file_infected", document.uid, file.name, (("virus", file.virus),))
        return
    if file.unchecked:
        yield Fault("file_unchecked", document.uid, file.name, (("why", file.unchecked),))
    if file.role not in KEPT_ROLES or file.form == "other":
        return
    elif file.form == "unknown":
        yield Fault("format_unknown", document.uid, file.name)
    elif not file.readable:
        yield Fault("pdf_broken", document.uid, file.name)
    elif not file.archival:
        yield Fault("not_pdfa", document.uid, file.name, (("lacks", file.lacks),) if file.lacks else ())


def _pages(document):
    """The number entered is that of the document, with its annexes or without them."""
    counted = [(file.role, file.pages) for file in document.files if file.role in KEPT_ROLES and file.pages]
    own = sum(pages for role, pages in counted if role != "annex")
    whole = sum(pages for _role, pages in counted)
    if document.pages and own and document.pages not in (own, whole):
        values = (("entered", str(document.pages)), ("counted", str(own)))
        yield Fault("pages_differ", document.uid, document.label, values)
    elif not document.pages and not counted and any(_is_sound(file) for file in document.files):
        yield Fault("pages_missing", document.uid, document.label)


def _is_sound(file):
    """bool: its pages could be counted, or told; of others the fault is another."""
    return file.role in KEPT_ROLES and file.readable and not file.damage and file.form != "unknown"


def _signatures(document):
    """An issued document bears the signatures of person and body; whatever is signed is signed rightly. What came from
    the years of paper bears none.
    """
    if document.outgoing and document.numbered and not document.imported:
        present = {signature.purpose for signature in document.signatures}
        for purpose in ("person", "organisation"):
            if purpose not in present:
                yield Fault(f"signature_missing_{purpose}", document.uid, document.label)
    for signature in document.signatures:
        if signature.verdict != "valid":
            yield Fault(
                f"signature_{signature.verdict}",
                document.uid,
                signature.file,
                (("signer", signature.signer),),
            )
