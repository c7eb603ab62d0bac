"""The end of a record: its content goes for ever, a stub of its metadata and its journal stay."""

from persistent.mapping import PersistentMapping
from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.disposals.interfaces import IFurtherCopies
from qlvb.content.disposals.interfaces import IStub
from qlvb.content.disposals.twins import PROPOSED_IN
from qlvb.content.dossiers.contents import pages_of
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.store import KEY as FILES
from qlvb.content.holds.guarded import record_content
from qlvb.content.index.renewing import renew
from qlvb.content.interfaces import IDocument
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from ZODB.interfaces import IBlob
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getAdapters
from zope.interface import implementer


STUB = record_content("qlvb.content.disposals.stub")


@implementer(IStub)
@adapter(IRecord)
class Stub:
    """See IStub."""

    def __init__(self, record):
        self.record = record

    def read(self):
        return dict(IAnnotations(self.record).get(STUB, {}))


def contents_of(record):
    """What is destroyed with a record: list of dict uid, reference, title, file, version, filename, size, sha256."""
    reference = getattr(record, "reference", "") or getattr(record, "code", "") or ""
    return [
        {
            "uid": IUUID(record),
            "reference": reference,
            "title": record.Title(),
            "file": file.id,
            "version": version.number,
            "filename": version.filename,
            "size": version.size,
            "sha256": version.sha256,
        }
        for file in IFileStore(record).kept()
        for version in file.versions()
    ]


def blobs_of(record):
    """Every blob of the record: its versions, their renditions, searchable copies and side texts; list, each once."""
    return blobs_in(IFileStore(record).kept())


def blobs_in(files):
    """The same of some files (iterable of IStoredFile): list, each once."""
    found = {}
    for file in files:
        for version in file.versions():
            named = (version.blob, version._pdf, version._searchable)
            for blob in (*(one._blob for one in named if one is not None), version._text):
                if IBlob.providedBy(blob):
                    found[id(blob)] = blob
    return list(found.values())


def _keep_pages(record):
    """How many pages the document had is metadata, which stays; it was counted in the file, which goes."""
    if IDocument.providedBy(record) and not record.page_count:
        record.page_count = pages_of(record) or None


def erase(record, facts, by):
    """Destroy the content of one record in the current transaction; returns (contents, oids).

    ``facts``: what the stub says besides (disposal, decision, decided_by, reason). ``oids`` (tuple of hex) name the
    blobs whose files have to be wiped once this is committed: see :mod:`qlvb.content.disposals.wiping`.
    """
    contents = contents_of(record)
    _keep_pages(record)
    further = [copies for _name, copies in getAdapters((record,), IFurtherCopies)]
    oids = []
    for blob in (*blobs_of(record), *(blob for copies in further for blob in copies.blobs())):
        with blob.open("w"):
            pass  # an empty revision takes the place of the content
        if blob._p_oid is not None:
            oids.append(blob._p_oid.hex())
    for copies in further:
        copies.forget()
    annotations = IAnnotations(record)
    annotations[STUB] = PersistentMapping({**facts, "destroyed": clock.now().isoformat(), "files": contents})
    annotations.pop(FILES, None)
    annotations.pop(PROPOSED_IN, None)
    # A hold that is placed at this moment writes the record too, so one of the two is tried again and sees the other.
    record._p_changed = True
    told = [{"filename": one["filename"], "version": one["version"], "sha256": one["sha256"]} for one in contents]
    IJournal(record).append("destroyed", by, {**facts, "files": told})
    renew(record, content=True)
    return contents, tuple(oids)
