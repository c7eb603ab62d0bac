"""Asking for the text of a file: when a version is stored, when its rendition is there, and after an upgrade."""

from datetime import datetime
from datetime import timedelta
from qlvb.content.clock import VIETNAM
from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.texts.events import TextRead
from qlvb.workflows.texts.interfaces import KIND
from qlvb.workflows.texts.sources import is_picture
from qlvb.workflows.texts.sources import source_of
from zope.event import notify


#: Versions of the official PDF that fill places of the one before (number, date, signatures): its words are theirs.
SAME_WORDS = ("signed", "numbered", "sealed", "void")
READ = ("ready", "no_text")
#: A new version waits this long: conversions, for which people wait, come first, and versions that follow one another
#: (prepared, signed) are read as one.
WAIT = timedelta(seconds=3)


def text_for_new_version(event):
    """Subscriber of IFileAdded."""
    previous = event.file.version(event.version.number - 1)
    if previous is not None and previous.text_state == "queued":
        previous.text_state = "none"
    twin = _with_the_same_words(event.record, event.version, previous)
    if twin is not None:
        event.version.share_text(twin)
    else:
        ask(event.record, event.file)


def text_of_rendition(event):
    """Subscriber of IRenditionMade: files that are read by way of their PDF can be read now."""
    if event.version is event.file.current and event.version.text_state == "none":
        ask(event.record, event.file)


def ask(record, file, again=False, wait=WAIT):
    """See to it that the newest version of ``file`` gets its text after ``wait``; bool: a job is on its way.

    The wait is one by the clock on the wall: what is told under a held clock (the demonstration) does not stop to read.
    Nothing is asked for what has been read, or has failed unless ``again``.
    """
    version = file.current
    if version.text_state in READ or (version.text_state == "failed" and not again):
        return False
    if is_picture(version):
        version.set_text("")
        notify(TextRead(record, file, version))
        return False
    if source_of(version) is None:
        return False
    version.text_state = "queued"
    version.text_error = ""
    _enqueue(record, file, version, datetime.now(VIETNAM) + wait)
    return True


def _enqueue(record, file, version, due):
    jobs = IJobs(record)
    for job in jobs.all():
        if job.kind == KIND and job.state == "queued" and job.params["file"] == file.id:
            # It reads what is newest when it runs. A worker that takes it at this very moment has not seen our
            # version: the write makes the two conflict, and one of them looks again.
            job._p_changed = True
            return
    jobs.enqueue(KIND, f"{file.id}.{version.number}", {"file": file.id}, due=due)


def _with_the_same_words(record, version, previous):
    """A version that has been read and says the same as ``version``, or None."""
    if previous is not None and version.kind in SAME_WORDS and previous.text_state in READ:
        return previous
    versions = (known for stored in IFileStore(record).files() for known in stored.versions())
    return next(
        (
            known
            for known in versions
            if known.sha256 == version.sha256 and known.text_state in READ and known is not version
        ),
        None,
    )
