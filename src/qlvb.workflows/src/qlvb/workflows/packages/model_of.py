"""A dossier as a Package of TT 05/2025: fields, files, histories, preservation events."""

from qlvb.content import clock
from qlvb.content.additional.record import all_of
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.packages import premis
from qlvb.content.packages.codes import safe_name
from qlvb.content.packages.fields import DOSSIER
from qlvb.content.packages.fields import profile_of
from qlvb.content.packages.model import Event
from qlvb.content.packages.model import Organisation
from qlvb.content.packages.model import Package
from qlvb.content.packages.model import PackedDocument
from qlvb.content.packages.model import Software
from qlvb.content.packages.xml import new_uuid
from qlvb.workflows.packages.contents import filed_in
from qlvb.workflows.packages.contents import packed_files
from qlvb.workflows.packages.describing import archive_code
from qlvb.workflows.packages.describing import document_code
from qlvb.workflows.packages.describing import document_fields
from qlvb.workflows.packages.describing import dossier_fields
from qlvb.workflows.packages.describing import group_of
from qlvb.workflows.packages.describing import is_digitised
from qlvb.workflows.packages.describing import request_fields
from qlvb.workflows.packages.division import whole_and_parts
from qlvb.workflows.packages.history import steps_of
from qlvb.workflows.packages.origin import origin_of
from zope.component import getUtility


NAME = "QLVB"
#: That of pyproject.toml, which an installation in place does not carry.
VERSION = "1.0.0.dev0"
SOFTWARE = Software(NAME, VERSION)


def package_of(dossier, kind, options, source=""):
    """Package of ``kind`` (SIP, AIP, DIP). ``options``: see IPackaging; ``source``: OBJID of the SIP that an AIP is
    made from, "" where it is made from the dossier itself.
    """
    agency = getUtility(IDirectory).agency_of(dossier)
    filed = [one for one in filed_in(dossier) if one.document is not None]
    uuid, now = new_uuid(), clock.now()
    origin = origin_of(dossier)
    group, kept = group_of(dossier, agency), (dossier.retention_kind, dossier.retention_years)
    profile = profile_of(kind, DOSSIER)
    documents = tuple(packed_document(one.document, one.order, group, profile, kept) for one in filed)
    if kind == "DIP":
        fields = {name: value for name, value in request_fields(options).items() if value}
    else:
        fields = dossier_fields(dossier, agency, [one.document for one in filed], kind)
    whole, parts = whole_and_parts(dossier, agency)
    return Package(
        kind=kind,
        uuid=uuid,
        created=now,
        label=f"{dossier.code} {dossier.title}",
        organisation=Organisation(agency.title, agency.identifier),
        software=SOFTWARE,
        fields=fields,
        documents=documents,
        history=steps_of(dossier),
        earlier=origin.earlier if origin is not None else (),
        events=tuple(_events(uuid, now, filed, dossier, agency, source)) if kind == "AIP" else (),
        agreement=options.get("agreement", ""),
        order=options.get("order", ""),
        additional=all_of(dossier),
        whole=whole,
        parts=parts,
    )


def packed_document(document, order, group, profile, kept):
    """PackedDocument. ``order``: place in the Group; ``kept``: (kind, years) of the time for which it is kept."""
    code = document_code(group.code, order)
    origin = origin_of(document)
    return PackedDocument(
        code=safe_name(code),
        fields=document_fields(document, order, group, profile, kept),
        files=packed_files(document, code),
        history=steps_of(document),
        earlier=origin.earlier if origin is not None else (),
        additional=all_of(document),
    )


def digitising(document, outcome):
    """Event of a document that came on paper (TT 05/2025); ``outcome``: its code."""
    when = document.created().asdatetime().astimezone(clock.VIETNAM)
    return Event(premis.DIGITISED, when, document.subject, outcomes=(outcome,))


def _events(uuid, now, filed, dossier, agency, source):
    """What was done to keep it (TT 05/2025): digitising of what came on paper, making of the AIP."""
    for one in filed:
        if is_digitised(one.document):
            yield digitising(one.document, document_code(archive_code(dossier, agency), one.order))
    sources = (source or archive_code(dossier, agency),)
    yield Event(premis.CREATED, now, dossier.title, sources=sources, outcomes=(f"urn:uuid:{uuid}",))
