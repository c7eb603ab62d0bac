"""A stamp of a state secret was read in a file: its record's journal tells it."""

from qlvb.content.journal.interfaces import IJournal
from qlvb.workflows.texts.interfaces import ITextRead
from zope.component import adapter


EVENT = "secrecy_stamp_found"


@adapter(ITextRead)
def tell_stamp(event):
    """Once for each version that has one."""
    stamp = event.version.secrecy_stamp
    if not stamp:
        return
    version = {"file": event.file.id, "version": event.version.number}
    journal = IJournal(event.record)
    told = [entry.detail for entry in journal.entries(events=(EVENT,))]
    if not any(version.items() <= dict(detail).items() for detail in told):
        journal.append(EVENT, "system", {**version, "filename": event.version.filename, "stamp": stamp})
