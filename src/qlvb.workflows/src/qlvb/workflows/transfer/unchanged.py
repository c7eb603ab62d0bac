"""Did the depositor mend what the archive sent back? The state of the faulted parts is kept when a dossier goes back,
and compared when it is handed in again: nobody should have to check the same twice without a word of why (NĐ 30/2020
Điều 30.3, 31).
"""

from hashlib import sha256
from plone.uuid.interfaces import IUUID
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.integrity.fixity import looks
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.transfer.held import is_held
from zope.component import getUtility


DOSSIER_FIELDS = (
    "code",
    "title",
    "retention_kind",
    "retention_years",
    "access_conditions",
    "language",
    "start_date",
    "end_date",
)
DOCUMENT_FIELDS = (
    "document_type",
    "document_number",
    "document_symbol",
    "issue_date",
    "issuing_body",
    "subject",
    "language",
    "page_count",
)
#: Part of a baseline that stands for the dossier with all its documents: it went back without faults of its own.
WHOLE = "*"


def baseline(dossier, faults):
    """What the faults are about, as it is now: tuple of (UID of a document, "" for the dossier, or WHOLE; digest)."""
    parts = dict.fromkeys(fault.document for fault in faults) or {WHOLE: None}
    damaged = {fault.document for fault in faults if fault.rule == "file_damaged"}
    return tuple((part, _digest(dossier, part, part in damaged)) for part in parts)


def is_unchanged(dossier, kept, faults):
    """bool: some part of the ``kept`` baseline (with the ``faults`` it was taken for) is as it was."""
    damaged = {fault.document for fault in faults if fault.rule == "file_damaged"}
    return any(digest == _digest(dossier, part, part in damaged) for part, digest in kept)


def unchanged(items):
    """Those of the TransferItems that went back and are handed in as they were: list of (TransferItem, dossier)."""
    found = []
    for item in items:
        dossier = find_record(item.uid) if item.baseline else None
        if dossier is not None and is_unchanged(dossier, item.baseline, item.faults):
            found.append((item, dossier))
    return found


def _digest(dossier, part, damaged):
    if part == "":
        said = _of_dossier(dossier)
    elif part == WHOLE:
        documents = IDossierContents(dossier).documents()
        said = (_of_dossier(dossier), [_of_document(document, False) for _item, document in documents])
    else:
        listed = any(item.uid == part for item in IDossierContents(dossier).items())
        said = (listed, _of_document(find_record(part), damaged))
    return sha256(repr(said).encode()).hexdigest()


def _of_dossier(dossier):
    agency = getUtility(IDirectory).agency_of(dossier)
    fields = [(name, getattr(dossier, name, None)) for name in DOSSIER_FIELDS]
    uids = [item.uid for item in IDossierContents(dossier).items()]
    return fields, is_held(dossier), agency.identifier if agency is not None else "", uids


def _of_document(document, damaged):
    """Its fields and files; with what is wrong with the bytes when that was the fault, as it is mended without another
    version.
    """
    if document is None:
        return None
    files = []
    for stored in IFileStore(document).files():
        version = stored.current
        check = version.virus_check
        looked = (check.state, check.virus) if check is not None else None
        said = (version.number, version.sha256, version.kind, version.pdf_state, looked)
        files.append((stored.id, stored.role, *said))
    fields = [(name, getattr(document, name, None)) for name in DOCUMENT_FIELDS]
    faults = [(look.file, look.version, look.fault) for look in looks(document)] if damaged else []
    return IUUID(document), fields, files, faults
