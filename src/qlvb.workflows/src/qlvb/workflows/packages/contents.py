"""The documents of a dossier, and which of their files go into a package."""

from dataclasses import dataclass
from hashlib import sha256
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.leaving import obstacles
from qlvb.content.files.leaving import unscanned
from qlvb.content.files.versions import PDF
from qlvb.content.locks import closed_violations
from qlvb.content.lookup import may_view
from qlvb.content.packages.codes import safe_name
from qlvb.content.packages.model import PackedFile
from qlvb.workflows.packages.signatures import signatures_of
from ZODB.POSException import POSKeyError


#: Roles in the order of the package. A draft goes only where there is nothing official; opinions are no records.
ROLES = ("signed", "main", "annex", "original", "result", "direction")
#: Role in a package of the PDF/A of the file before it, and roles of files that have one there.
RENDITION = "rendition"
RENDERED = ("main", "annex")


@dataclass(frozen=True)
class Filed:
    """A document in its place in the dossier; ``document`` is None when it is gone."""

    order: int
    uid: str
    document: object


def filed_in(dossier):
    """By order: list of Filed."""
    return [Filed(item.order, item.uid, document) for item, document in IDossierContents(dossier).documents()]


def chronological(dossier):
    """The documents that are there, by their date and then by their place: list of Filed (NĐ 30/2020, VI-4g)."""
    there = [filed for filed in filed_in(dossier) if filed.document is not None]
    return sorted(there, key=lambda filed: (_day(filed.document), filed.order))


def hidden_orders(dossier, in_custody=False):
    """Order numbers of documents in the dossier that the current user may not view: list of int. ``in_custody``: he
    keeps the dossier for the archive, where all but secret documents are his to keep, whatever their state.
    """
    return [
        one.order
        for one in filed_in(dossier)
        if one.document is not None and not may_view(one.document) and (is_secret(one.document) or not in_custody)
    ]


def is_secret(document):
    """bool."""
    return document.secrecy not in (None, "", "none")


def _day(document):
    day = document.issue_date or getattr(document, "arrival_date", None)
    return day.isoformat() if day else "9999"


def versions_of(document):
    """(role, title, IFileVersion) of the files that belong to the record, in the order of ROLES: list."""
    store = IFileStore(document)
    official = store.signed()
    has_official = official is not None and official.current.kind != "void"
    found = []
    for role in ROLES:
        if role == "main" and has_official:
            continue
        found.extend((role, stored.title, stored.current) for stored in store.files(role))
    return found


def documents_in(dossier):
    """Those of a dossier that are there: list."""
    return [filed.document for filed in filed_in(dossier) if filed.document is not None]


def unfit(documents, left_out=()):
    """What keeps the files of ``documents`` from leaving in a package: list of Violation; a virus in files whose names
    are in ``left_out`` does not.
    """
    packed = [version for document in documents for _role, _title, version in versions_of(document)]
    open_ones = [version for version in packed if version.filename not in left_out]
    return [*_closed(documents), *obstacles(open_ones), *unscanned(packed)]


def still_scanned(documents):
    """Those files of ``documents`` that the virus scanner is still to look at, and documents that are closed: list of
    Violation.
    """
    scanned = unscanned(version for document in documents for _role, _title, version in versions_of(document))
    return [*_closed(documents), *scanned]


def _closed(documents):
    """Documents that are closed as secret material are in no package, not even by name: list of Violation."""
    return [violation for document in documents for violation in closed_violations(document)]


def packed_files(document, code):
    """The same as tuple of PackedFile, named by the code of the document (TT 05/2025: code, ".", order). What can be
    edited is followed by its PDF/A: that is what the intake check looked at, and what can be read for ever.
    """
    versions, found = versions_of(document), []
    for place, (role, _title, version) in enumerate(versions, start=1):
        name = f"{safe_name(code)}{f'_{place:02d}' if len(versions) > 1 else ''}"
        found.append(_packed(role, version, name))
        if role in RENDERED and version.mimetype != PDF and version.pdf_state == "ready":
            found.append(_rendition(version, name))
    return tuple(found)


def _packed(role, version, name):
    extension = version.filename.rpartition(".")[2].lower() if "." in version.filename else "bin"
    return PackedFile(
        name=f"{name}.{safe_name(extension)}",
        title=version.filename,
        role=role,
        mimetype=version.mimetype,
        size=version.size,
        sha256=version.sha256,
        open=lambda: _opened(version.blob, version.filename),
        created=version.created,
        signatures=signatures_of(version),
    )


def _rendition(version, name):
    blob, title = version.pdf_blob(), f"{version.filename.rpartition('.')[0]}.pdf"
    return PackedFile(
        name=f"{name}.pdf",
        title=title,
        role=RENDITION,
        mimetype=PDF,
        size=blob.getSize(),
        sha256=version.pdf_sha256 or sha256(version.pdf()).hexdigest(),
        open=lambda: _opened(blob, title),
        created=version.created,
    )


def _opened(blob, title):
    """A stream over the bytes. :raises OSError: the blob is lost."""
    try:
        return blob.open("r")
    except POSKeyError as error:
        raise FileNotFoundError(title) from error
