"""The job ``recognise_text``: the words of a scan."""

from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.kinds import kind_of
from qlvb.content.index.renewing import renew
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.recognition.interfaces import KIND
from qlvb.workflows.recognition.interfaces import ILetterReader
from qlvb.workflows.recognition.process import forget
from qlvb.workflows.recognition.reading import SECONDS
from qlvb.workflows.texts.events import TextRead
from qlvb.workflows.texts.interfaces import TextNotRead
import transaction
from zope.component import getUtility
from zope.component import queryUtility
from zope.event import notify
from zope.interface import implementer


KINDS = ("pdf", "png", "jpeg", "gif", "tiff")


def recognise_scan(event):
    """Subscriber of ITextRead: what was read and holds no letters may hold pictures of them. Handwriting is none of
    them: what a reader of print makes of it would only be found by mistake.
    """
    reader = queryUtility(ILetterReader)
    if event.file.role == "direction":
        return
    if event.version.text_state != "no_text" or reader is None or not reader.available():
        return
    if _kind(event.version) in KINDS:
        params = {"file": event.file.id, "version": event.version.number}
        IJobs(event.record).enqueue(KIND, f"{event.file.id}.{event.version.number}", params)


@implementer(IJobHandler)
class RecogniseText:
    """See IJobHandler. Text and searchable copy are kept beside the version; its bytes stay as they came."""

    max_attempts = 2
    timeout = SECONDS + 60

    def run(self, record, job):
        version = _waiting_version(record, job)
        if version is None:
            return
        try:
            with version.blob.open("r") as stream:
                found = getUtility(ILetterReader).read(stream, _kind(version), version.sha256)
        except TextNotRead as failure:
            raise JobFailed(failure.message, retry=failure.retry) from failure
        version.set_text(found.text, recognised=True)
        if version.text_state == "ready":
            with found.copy.open("rb") as copy:
                version.set_searchable(copy)
            notify(TextRead(record, IFileStore(record).get(job.params["file"]), version))
        renew(record, content=True)
        transaction.get().addAfterCommitHook(_forget_kept, args=(version.sha256,))

    def failed(self, record, job):
        """The version stays without text, as it was; the files list says so."""
        version = _waiting_version(record, job)
        if version is not None:
            forget(version.sha256)


def _forget_kept(committed, sha256):
    if committed:
        forget(sha256)


def _version(record, job):
    stored = IFileStore(record).get(job.params["file"])
    return stored.version(job.params["version"]) if stored is not None else None


def _waiting_version(record, job):
    version = _version(record, job)
    return version if version is not None and version.text_state == "no_text" else None


def _kind(version):
    kind = kind_of(version.mimetype)
    return kind.id if kind is not None else None
