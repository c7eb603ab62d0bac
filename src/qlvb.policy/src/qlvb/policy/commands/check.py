"""Verify a site: journals, numbers of registers, files, the references of dossiers, and the index by samples.

Changes nothing; status 1 on a fault.
"""

import hashlib
from plone import api
from plone.app.uuid.utils import uuidToObject
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.refusals import IndexUnavailable
from qlvb.content.index.verifying import verify
from qlvb.content.interfaces import IDocument
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.registers.interfaces import INumberBook
from qlvb.content.registers.interfaces import IRegister
from qlvb.policy.commands.index import sentence
from qlvb.policy.commands.zope import opened_site


TYPES = ("OutgoingDocument", "IncomingDocument", "Dossier", "DossierCatalogue", "Register", "Task")
BATCH = 500  # records held in memory at once
SAMPLE = 200  # records that are compared with the index; `bin/qlvb index verify` compares all


def arguments(parser):
    parser.add_argument("--quiet", action="store_true", help="print faults only")


def run(options):
    with opened_site(options.site) as site:
        checked, faults = 0, []
        for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type=TYPES):
            record = brain._unrestrictedGetObject()
            checked += 1
            faults += [f"{brain.getPath()}: {fault}" for fault in faults_of(record)]
            if checked % BATCH == 0:
                site._p_jar.cacheMinimize()
        faults += index_faults()
    print(*faults, sep="\n", end="\n" if faults else "")
    if not options.quiet:
        print(f"{checked} records checked, {len(faults)} faults.")
    return 1 if faults else 0


def index_faults():
    """What the index lacks or has wrong, in words: list of str."""
    try:
        return [f"index: {difference}" for difference in verify(sample=SAMPLE).differences]
    except IndexUnavailable as unavailable:
        return [f"index: {sentence(unavailable)}"]


def faults_of(record):
    """Every fault of one record in words: iterable of str."""
    if IRecord.providedBy(record):
        broken = IJournal(record).verify()
        if broken is not None:
            yield f"journal entry {broken} does not fit the chain"
    if IRegister.providedBy(record):
        for number in INumberBook(record).gaps():
            yield f"number {number} is missing without a reason"
    if IDocument.providedBy(record):
        for file in IFileStore(record).files():
            for version in file.versions():
                if hashlib.sha256(version.data()).hexdigest() != version.sha256:
                    yield f"file {file.id} version {version.number} is not what was stored"
    if IDossier.providedBy(record):
        for item in IDossierContents(record).items():
            if uuidToObject(item.uid, unrestricted=True) is None:
                yield f"document {item.uid} is not there"
