"""What is to be said of the signatures on received files: checked once on arrival, in a job, and kept."""

from BTrees.OOBTree import OOBTree
from dataclasses import asdict
from qlvb.content.clock import now
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.files.interfaces import IFileAdded
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.holds.guarded import record_content
from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.interface import implementer


ANNOTATION = record_content("qlvb.incoming.verdicts")
PDF = "application/pdf"


@adapter(IFileAdded)
def ask_for_verification(event):
    """Every PDF that comes into an incoming document is checked."""
    if IIncomingDocument.providedBy(event.record) and event.version.mimetype == PDF:
        key = f"{event.file.id}.{event.version.number}"
        IJobs(event.record).enqueue("verify_signatures", key, {"file": event.file.id, "version": event.version.number})


@implementer(IJobHandler)
class VerifySignatures:
    """Checks one version of one file and keeps the verdicts."""

    max_attempts = 3
    timeout = 120

    def run(self, record, job):
        """See IJobHandler."""
        file_id, number = job.params["file"], job.params["version"]
        stored = IFileStore(record).get(file_id)
        if stored is None:
            return
        verdicts = [verdict_json(verdict) for verdict in getUtility(IPdfSigning).verify(stored.version(number).data())]
        annotations = IAnnotations(record)
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = OOBTree()
        annotations[ANNOTATION][f"{file_id}.{number}"] = {"checked": now(), "verdicts": verdicts}
        found = sorted({verdict["verdict"] for verdict in verdicts})
        IJournal(record).append(
            "signatures_checked",
            "system",
            {"file": file_id, "filename": stored.current.filename, "signatures": len(verdicts), "verdicts": found},
        )
        record.reindexObject()

    def failed(self, record, job):
        """Nothing follows: without verdicts the screen says that they are missing."""


def verdicts_of(record, file_id, version):
    """What was found: dict ``checked`` (datetime), ``verdicts`` (list of dict); None before the check."""
    return (IAnnotations(record).get(ANNOTATION) or {}).get(f"{file_id}.{version}")


def verdict_json(verdict):
    """A SignatureVerdict as JSON values."""
    data = asdict(verdict)
    data["changed_fields"] = list(data["changed_fields"])
    return {key: _json(value) for key, value in data.items()}


def slimmed(kept):
    """What is kept of one version (see :func:`verdicts_of`) without the ties of texts read by pyHanko to the file."""
    return {"checked": kept["checked"], "verdicts": [_plain(verdict) for verdict in kept["verdicts"]]}


def _plain(value):
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, str) and not isinstance(value, Message) else value


def _json(value):
    if isinstance(value, dict):
        return {key: _json(item) for key, item in value.items()}
    return value.isoformat() if hasattr(value, "isoformat") else value
