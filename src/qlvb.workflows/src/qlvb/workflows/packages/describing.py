"""A dossier and its documents under the field names of TT 05/2025: dicts of str for EAD.xml and EAD_doc."""

from dataclasses import dataclass
from qlvb.content.clock import show_date
from qlvb.content.documents.content import format_reference
from qlvb.content.documents.document_types import document_type
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.dossiers.contents import pages_of
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.packages import codes
from qlvb.content.packages.fields import DOC
from qlvb.content.packages.fields import DOSSIER
from qlvb.content.packages.fields import ENTITIES
from qlvb.content.packages.fields import description_of
from qlvb.content.packages.fields import entity_of
from qlvb.content.packages.fields import fields_of
from qlvb.content.packages.fields import profile_of
from qlvb.content.stores.interfaces import IPlaces
from qlvb.workflows.packages.contents import is_secret
from qlvb.workflows.packages.origin import origin_of
from qlvb.workflows.packages.origin import with_maker
from zope.component import getUtility


BORN, DIGITISED, MIXED = "01", "02", "03"


@dataclass(frozen=True)
class Group:
    """What the documents of a package stand in: ``code`` of the maker, ``archive_code``; ``access``: conditions of use
    in words.
    """

    code: str
    archive_code: str
    access: str = ""


def dossier_code(dossier, agency):
    """Mã hồ sơ: identifier of the agency, year, number and symbol; of a dossier that came in a package, its own."""
    origin = origin_of(dossier)
    if origin is not None and origin.fields.get("fileCode"):
        return origin.fields["fileCode"]
    return f"{agency.identifier}.{dossier.year}.{dossier.code}"


def archive_code(dossier, agency):
    """Mã hồ sơ lưu trữ: code of the archive and code of the dossier."""
    code = dossier_code(dossier, agency)
    return code if code.startswith(f"{agency.identifier}.") else f"{agency.identifier}.{code}"


def group_of(dossier, agency):
    """Group of the documents of a dossier."""
    return Group(dossier_code(dossier, agency), archive_code(dossier, agency), dossier.access_conditions or "")


def document_code(dossier_code_, order):
    """Mã lưu trữ của tài liệu: the dossier's code and the order number in 7 digits."""
    return f"{dossier_code_}.{order:07d}"


def is_digitised(document):
    """bool: what the system keeps is a picture of paper: it came by post, or its paper was received."""
    return IIncomingDocument.providedBy(document) and (
        bool(document.paper_received) or document.arrival_channel == "post"
    )


def confidence(documents):
    """Code of the whole of ``documents``."""
    kinds = {confidence_of(document) for document in documents}
    return kinds.pop() if len(kinds) == 1 else (MIXED if kinds else BORN)


def confidence_of(document):
    """Code of one document."""
    origin = origin_of(document)
    brought = origin.fields.get("confidenceLevel") if origin is not None else ""
    return brought or (DIGITISED if is_digitised(document) else BORN)


def dossier_fields(dossier, agency, documents, kind):
    """Fields of EAD.xml of a SIP or AIP. ``documents``: those in it."""
    level = confidence(documents)
    sheets = sum(getattr(document, "sheet_count", None) or 0 for document in documents if is_digitised(document))
    values = {
        "fileCode": dossier_code(dossier, agency),
        "arcFileCode": archive_code(dossier, agency),
        "title": dossier.title,
        "maintenance": codes.maintenance_of(dossier.retention_kind, dossier.retention_years),
        "mode": codes.mode_of(dossier.access_conditions, any(map(is_secret, documents))),
        "language": codes.language_code(dossier.language),
        "startDate": show_date(dossier.start_date),
        "endDate": show_date(dossier.end_date),
        "totalDoc": str(len(documents)),
        "numberOfPaper": str(sheets),
        "numberOfPage": str(sum(pages_of(document) for document in documents)),
        "confidenceLevel": level,
        "paperFileCode": _paper_code(dossier) if level != BORN else "",
        "riskRecovery": "0",
        "description": _maker(dossier),
    }
    return _chosen(ENTITIES[profile_of(kind, DOSSIER)][0], values, origin_of(dossier), ("arcFileCode", "totalDoc"))


def document_fields(document, order, group, profile, kept):
    """Fields of EAD_doc; of a photograph, film or sound that came in a package those of its EAD_pic or EAD_media.
    ``order``: place in the Group; ``kept``: kind and years of the time for which it is kept. Its
    history is always in the package.
    """
    came = origin_of(document)
    if came is not None and description_of(came.fields) != DOC:
        values = {"docCode": document_code(group.code, order), "maintenance": codes.maintenance_of(*kept)}
        return _chosen(entity_of(profile, description_of(came.fields)), values, came, ())
    found = document_type(document.document_type)
    number = getattr(document, "original_number", "") or document.document_number
    values = {
        "docId": document.UID()[:25],
        "docCode": document_code(group.code, order),
        "arcDocCode": document_code(group.archive_code, order),
        "arcFileCode": group.archive_code,
        "docOrdinal": f"{order:07d}",
        "maintenance": codes.maintenance_of(*kept),
        "typeName": (found.code if found else "") or codes.OTHER_TYPE,
        "codeNumber": format_reference(number, ""),
        "codeNotation": document.document_symbol or "",
        "issuedDate": show_date(document.issue_date),
        "organName": document.issuing_body or "",
        "subject": document.subject,
        "language": codes.language_code(document.language),
        "numberOfPage": str(pages_of(document)),
        "mode": codes.mode_of(group.access, is_secret(document)),
        "confidenceLevel": confidence_of(document),
        "riskRecovery": "0",
        "process": "1",
        "description": document.note or "",
    }
    return _chosen(ENTITIES[profile][1], values, came, ("arcFileCode", "arcDocCode", "docOrdinal", "process"))


def request_fields(options):
    """Fields of EAD.xml of a DIP: those of the user's request."""
    return {field.name: options.get(field.name, "") for field in fields_of(ENTITIES["DIP"][0])}


def _chosen(entity, values, origin, ours):
    """The values of the entity's fields. What came with a record in a package goes before what we would say, but for
    the names in ``ours``.
    """
    brought = origin.fields if origin is not None else {}
    given = {**values, **{name: value for name, value in brought.items() if name not in ours}}
    names = [field.name for field in fields_of(entity)]
    return {name: given[name] for name in names if given.get(name)}


def _paper_code(dossier):
    """Where the paper lies (archive.store/shelf/box.number); before it lies anywhere, the number of the dossier."""
    place = getUtility(IPlaces).of(dossier)
    return place.paper_file_code if place is not None else dossier.code


def _maker(dossier):
    """Who made the dossier, and what is noted about it."""
    holder = getUtility(IDirectory).person(dossier.holder).fullname if dossier.holder else ""
    return with_maker(holder, dossier.note or "")
