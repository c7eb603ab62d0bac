"""What would come of a SIP: values of a dossier and its documents, and what has no place here. Writes nothing."""

from dataclasses import dataclass
from datetime import datetime
from plone import api
from qlvb.content import clock
from qlvb.content.documents.document_types import document_types
from qlvb.content.documents.schema import IIncomingSchema
from qlvb.content.documents.schema import IOutgoingSchema
from qlvb.content.documents.values import normalised
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.intake import Upload
from qlvb.content.files.intake import check_upload
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.packages import codes
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.interfaces import errors
from qlvb.content.packages.reading import ReadDocument
from qlvb.workflows.importing.columns import plain
from qlvb.workflows.packages.contents import RENDITION
from qlvb.workflows.packages.contents import ROLES
from qlvb.workflows.packages.division import awaited
from qlvb.workflows.packages.ingesting.known import is_known
from qlvb.workflows.packages.ingesting.pictures import as_document
from qlvb.workflows.packages.ingesting.pictures import is_picture
from qlvb.workflows.packages.ingesting.pictures import taken_fields
from qlvb.workflows.packages.origin import maker_and_note
import re
import shutil
import tempfile
from zope.component import getUtility
from zope.i18n import translate


CODE_LENGTH = 30
MOST_PAGES = 999
CHUNK = 1 << 20
#: Fields of EAD.xml and EAD_doc that a dossier or document has, or that follow from others.
DOSSIER_FIELDS = (
    "fileCode",
    "title",
    "maintenance",
    "mode",
    "language",
    "startDate",
    "endDate",
    "totalDoc",
    "description",
)
DOCUMENT_FIELDS = (
    "typeName",
    "codeNumber",
    "codeNotation",
    "issuedDate",
    "organName",
    "subject",
    "language",
    "numberOfPage",
    "mode",
    "description",
    "process",
    "docCode",
    "maintenance",
    "confidenceLevel",
)
#: Of EAD.xml of a package of documents: what the entry of the package keeps, or follows from others.
BATCH_FIELDS = ("fileCode", "totalDoc")
EAD = "metadata/descriptive/EAD.xml"
LOOSE = "SIP_tailieu"
#: How the name of what describes a document begins (TT 05/2025 Phụ lục I to V).
DESCRIPTIONS = ("EAD_doc_", "EAD_pic_", "EAD_media_")


@dataclass(frozen=True)
class PlannedDocument:
    """``values``: of a document of ``portal_type``; ``files``: list of (path in the package, PackedFile, role)."""

    read: ReadDocument
    portal_type: str
    values: dict
    files: tuple


@dataclass(frozen=True)
class Plan:
    """What would be made; errors among ``findings`` tell why nothing can be. ``catalogue``: the one that takes the
    dossier with ``fields``, None of a package of documents that are in no dossier; ``code``: of the package, then.
    """

    catalogue: object
    fields: dict
    documents: tuple
    findings: tuple
    code: str = ""


def plan_of(package, archive, agency_id, historical=False):
    """Plan for a valid ReadPackage in an open PackageArchive. ``historical``: the agency is a historical archive."""
    found = []
    if package.kind != "SIP":
        return Plan(None, {}, (), (Finding("not_a_sip", "METS.xml", package.kind),))
    if is_known(agency_id, package.object_id):
        return Plan(None, {}, (), (Finding("package_known", "METS.xml", package.object_id),))
    outside = tuple(elsewhere(package))
    if outside:
        return Plan(None, {}, (), outside)
    if package.profile == LOOSE:
        return _plan_of_documents(package, archive, agency_id, historical)
    if historical and package.fields.get("maintenance") != "01":
        found.append(Finding("not_permanent", EAD, package.fields.get("maintenance", "")))
    fields = dossier_values(package.fields)
    catalogue = _catalogue(agency_id, fields["year"])
    if catalogue is None:
        found.append(Finding("no_catalogue", EAD, str(fields["year"])))
    elif len(fields["code"]) > CODE_LENGTH:
        found.append(Finding("code_too_long", EAD, fields["code"]))
    elif getUtility(IDossierFinder).opened(catalogue, fields["code"]) is not None:
        found.append(Finding("code_known", EAD, fields["code"]))
    if _own_dossier(agency_id, fields["code"]) is not None:
        found.append(Finding("own_dossier", EAD, fields["code"]))
    documents = tuple(_document(one, package.organisation.name, archive, found) for one in package.documents)
    if not errors(found):
        found.extend(awaited(getUtility(IDossierFinder), package, agency_id))
    found.extend(_not_imported(package))
    return Plan(catalogue, fields, documents, tuple(found))


def elsewhere(package):
    """What the package describes and does not hold, or describes as no document (TT 05/2025 Phụ lục III): iterable of
    Finding (pure). A dossier that lacks them would be no whole one.
    """
    for path in package.others:
        if path.endswith(".fetch.txt"):
            yield Finding("file_elsewhere", path)
    for one in package.documents:
        if not one.path.rpartition("/")[2].startswith(DESCRIPTIONS):
            yield Finding("description_not_taken", one.path)


def _plan_of_documents(package, archive, agency_id, historical):
    """Plan of a SIP_tailieu: documents that stay in no dossier."""
    found = []
    if package.organisation.code == getUtility(IDirectory).agency(agency_id).identifier:
        found.append(Finding("own_documents", EAD, package.fields.get("fileCode", "")))
    documents = tuple(_document(one, package.organisation.name, archive, found) for one in package.documents)
    for one in package.documents:
        if historical and one.fields.get("maintenance") != "01":
            found.append(Finding("not_permanent", one.path, one.fields.get("maintenance", "")))
        if codes.period_of_code(one.fields.get("maintenance", "")) is None:
            detail = codes.MAINTENANCE.get(one.fields.get("maintenance"), "")
            found.append(Finding("retention_not_imported", one.path, detail, "warning"))
    found.extend(_left(package.fields, BATCH_FIELDS, EAD))
    found.extend(_left_of_documents(package))
    return Plan(None, {}, documents, tuple(found), package.fields["fileCode"])


def _own_dossier(agency_id, code):
    """The dossier of which the agency itself made the package, in whichever state, or None. What would be made beside
    it would be a second original, bound by no hold and no period of the first.
    """
    year, own = own_code(code, getUtility(IDirectory).agency(agency_id).identifier)
    finder = getUtility(IDossierFinder)
    named = [one for one in finder.catalogues(agency_id) if own and one.year == year]
    return next((found for one in named if (found := finder.opened(one, own)) is not None), None)


def own_code(code, identifier):
    """(year, code in the catalogue of that year) of a dossier code of the agency with ``identifier``; (0, "") of any
    other (pure).

    >>> own_code("H99.12.2026.01.CNTT", "H99.12")
    (2026, '01.CNTT')
    >>> own_code("H99.12.5.2026.01.CNTT", "H99.12")
    (0, '')
    """
    match = re.fullmatch(rf"{re.escape(identifier)}\.(\d{{4}})\.(.+)", code) if identifier else None
    return (int(match[1]), match[2]) if match else (0, "")


def dossier_values(fields):
    """Values of a Dossier from the fields of EAD.xml (pure)."""
    kind, years = codes.period_of_code(fields["maintenance"]) or (None, None)
    languages = fields["language"]
    start, end = (_day(fields[name]) for name in ("startDate", "endDate"))
    return {
        "code": fields["fileCode"],
        "title": fields["title"],
        "year": end.year,
        "retention_kind": kind,
        "retention_years": years,
        "access_conditions": codes.MODE[fields["mode"]],
        "language": codes.language_of_code(languages if isinstance(languages, str) else languages[0]),
        "start_date": start,
        "end_date": end,
        "note": maker_and_note(fields.get("description", ""))[1][:500],
    }


def is_outgoing(fields, maker):
    """bool: the document was issued by the body that made the package and bears a number, as an outgoing one of that
    body does; whatever else lies in its dossier came to it (pure). ``maker``: name of that body.
    """
    return _is_of(fields, maker) and _number(fields) is not None


def _is_of(fields, maker):
    return bool(maker) and plain(fields["organName"]) == plain(maker)


def _number(fields):
    said = fields.get("codeNumber", "")
    return int(said) if said.isascii() and said.isdigit() and int(said) > 0 else None


def document_values(fields, outgoing, arrived):
    """Values of an OutgoingDocument or IncomingDocument from the fields of EAD_doc (pure). ``arrived``: date."""
    types = {kind.code: kind.identifier for kind in document_types().values() if kind.code}
    pages = int(fields["numberOfPage"])
    languages = fields["language"]
    values = {
        "subject": fields["subject"],
        "document_type": types.get(fields["typeName"], "other"),
        "document_symbol": fields.get("codeNotation", ""),
        "issue_date": _day(fields["issuedDate"]) if fields["issuedDate"] else None,
        "issuing_body": fields["organName"],
        "language": codes.language_of_code(languages if isinstance(languages, str) else languages[0]),
        "page_count": pages if 0 < pages <= MOST_PAGES else None,
        "note": fields.get("description", ""),
        "secrecy": "confidential" if fields["mode"] == "03" else "none",
    }
    if outgoing:
        return normalised(IOutgoingSchema, {**values, "document_number": _number(fields)})
    came = {"original_number": fields.get("codeNumber", ""), "arrival_date": arrived, "arrival_channel": "interchange"}
    return normalised(IIncomingSchema, {**values, **came})


def _document(read, maker, archive, found):
    picture = is_picture(read.fields)
    fields = as_document(read.fields, maker) if picture else read.fields
    outgoing = not picture and is_outgoing(fields, maker)
    if not picture and not outgoing and _is_of(fields, maker):
        found.append(Finding("taken_as_incoming", read.path, read.fields.get("codeNumber", ""), "warning"))
    files = []
    for path, file in read.files:
        role = "original" if picture else _role(file, files)
        # check_upload reads back and forth, which a member of a ZIP is slow at.
        with tempfile.TemporaryFile() as copy, archive.open(path) as stream:
            shutil.copyfileobj(stream, copy, CHUNK)
            copy.seek(0)
            for one in check_upload(Upload("annex" if role == RENDITION else role, file.title or file.name, copy))[0]:
                found.append(Finding("file_refused", path, translate(one.message, target_language="vi")))
        files.append((path, file, role))
    portal_type = "OutgoingDocument" if outgoing else "IncomingDocument"
    return PlannedDocument(read, portal_type, document_values(fields, outgoing, clock.today()), tuple(files))


def _role(file, before):
    """The role that the package gives; of a foreign producer's the first PDF is the document, others belong to it."""
    if file.role in ROLES or (file.role == RENDITION and before and before[-1][1].mimetype != file.mimetype):
        return file.role
    return "main" if not before and file.mimetype == "application/pdf" else "annex"


def _not_imported(package):
    """Everything that has no field or place of its own here, named: iterable of Finding (warnings)."""
    yield from _left(package.fields, DOSSIER_FIELDS, EAD)
    if codes.period_of_code(package.fields.get("maintenance", "")) is None:
        detail = codes.MAINTENANCE.get(package.fields.get("maintenance"), "")
        yield Finding("retention_not_imported", EAD, detail, "warning")
    if package.history:
        yield Finding("history_not_imported", "documentation/process.xml", str(len(package.history)), "warning")
    yield from _left_of_documents(package)


def _left_of_documents(package):
    for document in package.documents:
        taken = taken_fields(document.fields) if is_picture(document.fields) else DOCUMENT_FIELDS
        yield from _left(document.fields, taken, document.path)
        if document.history:
            yield Finding("history_not_imported", document.path, str(len(document.history)), "warning")
    for path in package.others:
        yield Finding("file_not_imported", path, "", "warning")


def _left(fields, known, path):
    for name in fields:
        if name not in known:
            yield Finding("field_not_imported", path, name, "warning")


def _catalogue(agency_id, year):
    """The catalogue of the year, else the newest, or None; only approved ones take dossiers."""
    approved = [
        one for one in getUtility(IDossierFinder).catalogues(agency_id) if api.content.get_state(one) == "approved"
    ]
    return next((one for one in approved if one.year == year), approved[0] if approved else None)


def _day(text):
    return datetime.strptime(text, "%d/%m/%Y").date()
