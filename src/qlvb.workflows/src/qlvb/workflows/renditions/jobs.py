"""The job ``convert``: the PDF/A of one version of a file."""

from hashlib import sha256
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.kinds import kind_of
from qlvb.content.index.renewing import renew
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.renditions.events import RenditionMade
from qlvb.workflows.renditions.interfaces import KIND
from qlvb.workflows.renditions.interfaces import ConversionFailed
from qlvb.workflows.renditions.interfaces import IConverter
from zope.component import getUtility
from zope.event import notify
from zope.interface import implementer


def is_office(version):
    """bool: the version is an editable file of which a PDF can be made."""
    kind = kind_of(version.mimetype)
    return kind is not None and kind.office


def ask_for_rendition(event):
    """Subscriber of IFileAdded: an office file is queued for conversion with the change that stored it."""
    if is_office(event.version):
        enqueue(event.record, event.file, event.version)


def enqueue(record, file, version, owner="system"):
    """Ask for the PDF of one version; returns the IJob (the live one if there is one)."""
    version.pdf_state = "queued"
    version.pdf_error = ""
    params = {"file": file.id, "version": version.number}
    return IJobs(record).enqueue(KIND, f"{file.id}.{version.number}", params, owner=owner)


@implementer(IJobHandler)
class Convert:
    """See IJobHandler. A file taken off the list meanwhile, or converted already, is nothing to do. Every conversion is
    in the journal of its record, and so in the history that goes with it to the archive.
    """

    max_attempts = 5
    timeout = 90

    def run(self, record, job):
        stored, version = _wanted(record, job)
        if version is None or version.pdf_state == "ready":
            return
        suffix = kind_of(version.mimetype).extensions[0]
        try:
            made = getUtility(IConverter).convert(version.data(), suffix)
        except ConversionFailed as failure:
            raise JobFailed(failure.message, retry=failure.retry) from failure
        version.set_pdf(made)
        detail = {"file": stored.id, "version": version.number, "filename": version.filename}
        IJournal(record).append("file_converted", "system", {**detail, "sha256": sha256(made).hexdigest()})
        notify(RenditionMade(record, stored, version))
        renew(record)  # its pages are counted now; its text may have been read before

    def failed(self, record, job):
        _stored, version = _wanted(record, job)
        if version is not None and version.pdf_state != "ready":
            version.pdf_state = "failed"
            version.pdf_error = job.error


def _wanted(record, job):
    """(IStoredFile, IFileVersion), or (None, None) when the file was taken off the list."""
    stored = IFileStore(record).get(job.params["file"])
    return (stored, stored.version(job.params["version"])) if stored is not None else (None, None)
