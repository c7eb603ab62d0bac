"""The copies that lie on a reading until five days after its end: made by a job, never in a request."""

from persistent import Persistent
from persistent.list import PersistentList
from plone.namedfile.file import NamedBlobFile
from qlvb.content import _
from qlvb.content.exposures.lid import closed_by
from qlvb.content.files.interfaces import IBytesGuard
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.interfaces import ILeaving
from qlvb.content.files.leaving import unscanned
from qlvb.content.files.versions import PDF
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.readings.interfaces import COPY
from qlvb.workflows.delivery.recall.successor import gone_mark
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.readings.records import documents_of
from qlvb.workflows.readings.records import is_closed_to_readers
from qlvb.workflows.readings.watermark import COPY_MARK
from qlvb.workflows.readings.watermark import Unreadable
from qlvb.workflows.readings.watermark import marked
from qlvb.workflows.rights.secrecy import is_secret
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility
from zope.i18n import translate
from zope.interface import implementer


KIND = "reading_copies"
KEY = "qlvb.workflows.readings.copies"
#: What stands in place of the title of a copy whose document is closed as secret material.
CLOSED = _("reading_copy_closed", default="(Tài liệu đang bị phong tỏa)")


class ReadingCopy(Persistent):
    """One file as the reader gets it; ``blob`` None: it could not be copied, ``lacking`` says why (message id).
    ``source``: SHA-256 of what it is a copy of.
    """

    source = ""

    def __init__(self, title, filename, data=None, pages=0, lacking="", source=""):
        self.title = title
        self.filename = filename
        self.pages = pages
        self.lacking = lacking
        self.source = source
        self.blob = NamedBlobFile(data, contentType=PDF, filename=filename) if data is not None else None


def copies_of(reading):
    """list of ReadingCopy, in the order of the dossier; [] while none were made, or none are kept any more."""
    return list(IAnnotations(reading).get(KEY) or ())


def ask_for_copies(reading, by):
    """Ask the worker for the copies."""
    IJobs(reading).enqueue(KIND, KEY, owner=by)


def delete_copies(reading, by="system"):
    """Delete what was made; returns how many there were."""
    kept = copies_of(reading)
    if kept:
        del IAnnotations(reading)[KEY]
        IJournal(reading).append("copies_deleted", by, {"count": len(kept)})
        reading.reindexObject()
    return len(kept)


@implementer(IJobHandler)
class MakeCopies:
    """See IJobHandler. Made anew each time, so that it may be repeated."""

    max_attempts = 8
    timeout = 600

    def run(self, reading, job):
        record = find_record(reading.record)
        if record is None:
            raise JobFailed(_("reading_copies_gone", default="Hồ sơ, tài liệu không còn."), retry=False)
        if is_closed_to_readers(record):
            raise JobFailed(_("reading_copies_secret", default="Hồ sơ, tài liệu đã có độ mật."), retry=False)
        if waiting := _unscanned(record):
            raise JobFailed(waiting[0].message)
        body = getUtility(IDirectory).agency_of(record).title
        mark = COPY_MARK if reading.kind == COPY else ""
        made = [
            copy
            for document in documents_of(record)
            if not is_secret(document) and not closed_by(document)
            for copy in _copies_of(document, body, mark)
        ]
        IAnnotations(reading)[KEY] = PersistentList(made)
        count = sum(1 for copy in made if copy.blob is not None)
        IJournal(reading).append("copies_made", job.owner, {"count": count, "lacking": len(made) - count})
        reading.reindexObject()

    def failed(self, reading, job):
        """The reading's page shows the job's message; nothing else has to be put right."""


def _unscanned(record):
    """What the virus scanner is still to look at before anything of ``record`` is copied: list of Violation."""
    documents = [document for document in documents_of(record) if not is_secret(document)]
    return unscanned(version for document in documents for version in _versions(document))


def _copies_of(document, body, mark):
    title = " · ".join(filter(None, (document.reference, document.subject or document.title or "")))[:300]
    gone = gone_mark(document)
    across = translate(gone, target_language="vi") if gone else ""
    for version in _versions(document):
        name = f"{version.filename.rpartition('.')[0] or version.filename}.pdf"
        if obstacle := ILeaving(version).obstacle:
            yield ReadingCopy(title, version.filename, lacking=obstacle.message)
            continue
        data = version.pdf()
        if data is None:
            why = _("reading_no_pdf", default="Tệp này chưa có bản PDF.")
            yield ReadingCopy(title, version.filename, lacking=why)
            continue
        try:
            copy, pages = marked(data, body, mark, across)
        except Unreadable:
            why = _("reading_pdf_broken", default="Tệp PDF hỏng hoặc có mật khẩu, không làm bản đọc được.")
            yield ReadingCopy(title, version.filename, lacking=why)
            continue
        yield ReadingCopy(title, name, copy, pages, source=version.sha256)


def sources_of(reading, copy):
    """What a copy was made of: list of (document, IStoredFile, IFileVersion)."""
    record = find_record(reading.record) if copy.source else None
    documents = documents_of(record) if record is not None else []
    return [
        (document, stored, stored.current)
        for document in documents
        for stored in _files(document)
        if stored.current.sha256 == copy.source
    ]


def closed_copy(copy):
    """The Violation when a copy was made of bytes that are closed now, whatever their record has today; else None."""
    return getUtility(IBytesGuard).obstacle(copy.source) if copy.source else None


def said_of(copy):
    """What a page or service says of a copy: dict title, filename, pages, lacking (message or ""), there (bool)."""
    closed = closed_copy(copy)
    if closed is not None:
        return {"title": CLOSED, "filename": "", "pages": 0, "lacking": closed.message, "there": False}
    title = copy.title or copy.filename
    there = copy.blob is not None
    return {"title": title, "filename": copy.filename, "pages": copy.pages, "lacking": copy.lacking, "there": there}


def _versions(document):
    return [stored.current for stored in _files(document)]


def _files(document):
    """What of a document is read: the official PDF or the draft, of one that was received the files as they came; then
    the annexes.
    """
    store = IFileStore(document)
    shown = store.readable()
    return ([shown[0]] if shown else store.files("original")) + store.files("annex")
