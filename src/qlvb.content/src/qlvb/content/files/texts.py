"""The text of a record's files, as the search has it."""

from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.interfaces import IRecordContent
from qlvb.content.interfaces import IRecord
from zope.component import adapter
from zope.interface import implementer


def counted_versions(record):
    """The versions whose words are the record's: list of IFileVersion.

    The newest version of the signed PDF (of the draft while nothing is signed, of what was received when there is
    neither), then those of the annexes. Removed files, older versions and the editable source of a signed document
    do not count: who searches wants what is in force.
    """
    store = IFileStore(record)
    readable = store.readable()
    first = [readable[1]] if readable else [stored.current for stored in store.files("original")]
    return first + [stored.current for stored in store.files("annex")]


@implementer(IRecordContent)
@adapter(IRecord)
class RecordContent:
    """See IRecordContent. Files are parted by an empty line."""

    def __init__(self, record):
        self.record = record

    def text(self):
        versions = counted_versions(self.record)
        return "\n\n".join(version.text() for version in versions if version.text_state == "ready")
