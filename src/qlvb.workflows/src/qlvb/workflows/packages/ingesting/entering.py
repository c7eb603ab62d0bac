"""A planned SIP comes into being: a dossier in the archive (none, where the package holds documents that are in none),
documents in the last state of their life.

No act has led there in this site, as with documents of past years (``importing``): the workflow history says so. What
the maker of the package issued becomes an outgoing document, all else an incoming one; neither gets a line in a
register of the receiving agency. The package itself is kept as it came, so nothing that has no field here is lost.
"""

from hashlib import sha256
import os
from pathlib import Path
from plone.dexterity.utils import createContentInContainer
from plone.i18n.normalizer.interfaces import IURLNormalizer
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.interfaces import IDossierFinder
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.packages.codes import period_of_code
from qlvb.content.packages.room import said_plainly
from qlvb.content.retention.interfaces import IOwnPeriod
from qlvb.content.retention.period import Period
from qlvb.content.text import nfc_tree
from qlvb.workflows.importing.entering import States
from qlvb.workflows.importing.interfaces import STATES
from qlvb.workflows.packages.contents import RENDITION
from qlvb.workflows.packages.division import join_taken_in
from qlvb.workflows.packages.ingesting.known import note_divided
from qlvb.workflows.packages.ingesting.known import note_taken
from qlvb.workflows.packages.interfaces import BuiltPackage
from qlvb.workflows.packages.interfaces import IDossierPackages
from qlvb.workflows.packages.loose.shelf import DocumentPackages
from qlvb.workflows.packages.origin import remember
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.rights.organisation import FUNCTION_ROLES
from qlvb.workflows.rights.secrecy import is_secret
import shutil
import tempfile
import transaction
from zope.component import getUtility


EVENT = "package_ingested"
#: Mode of use (TT 05/2025) of what everybody may read.
PUBLIC = "01"
CHUNK = 1 << 20


def enter(package, plan, archive, source, agency_id, by, historical=False, checks=None):
    """Make the dossier of a Plan without errors; returns it. ``source``: Path of the ZIP, a copy of which is kept;
    ``checks``: dict path -> VirusCheck of what a scanner said, None where there is none.

    :raises Refused: 400 a file is refused; NoRoom: disk full.
    """
    dossier = createContentInContainer(
        plan.catalogue,
        "Dossier",
        checkConstraints=False,
        id=getUtility(IURLNormalizer).normalize(plan.fields["code"], locale="vi"),
        **nfc_tree(plan.fields),
    )
    steps = (*package.earlier, *package.history)
    remember(dossier, package, package.fields, steps, package.additional, package.whole, package.parts)
    states = States()
    for planned in plan.documents:
        IDossierContents(dossier).add(_document(package, planned, archive, agency_id, by, states, checks or {}), by)
    states.enter(dossier, "historical" if historical else "archived", by)
    detail = {"package": package.object_id, "organisation": package.organisation.name}
    IJournal(dossier).append(EVENT, by, detail)
    note_taken(agency_id, package.object_id, IUUID(dossier))
    if package.whole is not None or package.parts:
        note_divided(agency_id, package.whole.code if package.whole is not None else plan.fields["code"])
    join_taken_in(getUtility(IDossierFinder), dossier, package, agency_id)
    keep_received(IDossierPackages(dossier), package, source, by, plan.findings)
    dossier.reindexObject()
    return dossier


def enter_documents(package, plan, archive, source, agency_id, by, checks=None):
    """Make the documents of a Plan of a package of documents, each with the time of keeping that the package says;
    returns them. A copy of the package is kept among those of the agency.

    :raises Refused, NoRoom: as :func:`enter`.
    """
    states, made = States(), []
    for planned in plan.documents:
        document = _document(package, planned, archive, agency_id, by, states, checks or {})
        said = period_of_code(planned.read.fields["maintenance"])
        if said is not None:
            IOwnPeriod(document).determine(Period(*said), f"{package.organisation.name}: {plan.code}")
            document.reindexObject()
        made.append(document)
    uids = tuple(map(IUUID, made))
    keep_received(DocumentPackages(agency_id), package, source, by, plan.findings, uids=uids, code=plan.code)
    return made


def _document(package, planned, archive, agency_id, by, states, checks):
    document = getUtility(IDocumentFactory).stored(planned.portal_type, agency_id, planned.values, by, clock.now())
    read = planned.read
    remember(document, package, read.fields, (*read.earlier, *read.history), read.additional)
    states.enter(document, STATES[planned.portal_type], by)
    if planned.portal_type == "OutgoingDocument" and planned.read.fields["mode"] != PUBLIC:
        _keep_for_others(document, agency_id)
    if planned.values["secrecy"] != "none":
        IGrants(document).grant(by, "Participant", "sharing", "ingest")
    stored = None
    for path, file, role in planned.files:
        with tempfile.TemporaryFile() as copy, archive.open(path) as stream:
            shutil.copyfileobj(stream, copy, CHUNK)
            copy.seek(0)
            if role == RENDITION:
                stored.current.set_pdf(copy.read())
                continue
            stored = IFileStore(document).add(role, file.title or file.name, copy, by)
        stored.current.virus_check = checks.get(path)
    detail = {"package": package.object_id, "organisation": package.organisation.name, "code": planned.read.code}
    IJournal(document).append(EVENT, by, detail)
    document.indexObject()
    return document


def _keep_for_others(document, agency_id):
    """What an agency issues all its people may read; not so what its archive keeps of others under conditions."""
    document.kept_for_others = True
    if is_secret(document):
        return
    for function in ("archivist", "leader"):
        IGrants(document).grant(group_id(agency_id, function), FUNCTION_ROLES[function], "archive", "ingest")


def keep_received(packages, package, source, by, findings, **more):
    """A copy of the ZIP among ``packages`` (of a dossier, or of documents): written beside, there before the commit,
    gone after an abort. ``more`` is for ``receive``.
    """
    place = packages.place
    with said_plainly(place):
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place, prefix=".", suffix=".part", delete=False) as copy:
            try:
                digest = _copy(source, copy)
                path = Path(f"{package.object_id.replace(':', '_')}.zip")
                built = BuiltPackage(path, digest, source.stat().st_size, tuple(findings), package.object_id)
                final = packages.directory(packages.receive(built, by, **more))
                transaction.get().addAfterCommitHook(_take_back, (final,))
                final.mkdir()
                os.replace(copy.name, final / path)
            except BaseException:  # whatever it is, an interrupt too: no half package stays, and it is raised again
                Path(copy.name).unlink(missing_ok=True)
                raise


def _copy(source, target):
    digest = sha256()
    with source.open("rb") as stream:
        while chunk := stream.read(CHUNK):
            digest.update(chunk)
            target.write(chunk)
    target.flush()
    os.fsync(target.fileno())
    return digest.hexdigest()


def _take_back(committed, directory):
    if not committed:
        shutil.rmtree(directory, ignore_errors=True)
