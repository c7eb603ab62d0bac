"""The job ``read_text``: the side text of the newest version of one file."""

from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.renewing import renew
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.texts.events import TextRead
from qlvb.workflows.texts.interfaces import ITextReader
from qlvb.workflows.texts.interfaces import TextNotRead
from qlvb.workflows.texts.sources import source_of
from zope.component import getUtility
from zope.event import notify
from zope.interface import implementer


@implementer(IJobHandler)
class ReadText:
    """See IJobHandler. A file taken off the list or read meanwhile is nothing to do.

    That a file cannot be read is a property of the file, not of the record's history: the version says it, the job is
    done, and the journal says nothing.
    """

    max_attempts = 3
    timeout = 120

    def run(self, record, job):
        version = _waiting_version(record, job)
        source = source_of(version) if version is not None else None
        if source is None:
            return
        kind, blob = source
        try:
            with blob.open("r") as stream:
                version.set_text(getUtility(ITextReader).read(stream, kind))
            notify(TextRead(record, IFileStore(record).get(job.params["file"]), version))
        except TextNotRead as failure:
            if failure.retry and job.attempts < self.max_attempts:
                raise JobFailed(failure.message, retry=True) from failure
            _note_failure(version, failure.message)
        renew(record, content=True)

    def failed(self, record, job):
        """The work itself broke, or never came to an end."""
        version = _waiting_version(record, job)
        if version is not None:
            _note_failure(version, job.error)


def _waiting_version(record, job):
    stored = IFileStore(record).get(job.params["file"])
    return stored.current if stored is not None and stored.current.text_state == "queued" else None


def _note_failure(version, message):
    version.text_state = "failed"
    version.text_error = message
