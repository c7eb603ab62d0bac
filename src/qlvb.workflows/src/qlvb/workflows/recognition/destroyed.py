"""What was recognised in a scan and still waits beside the database goes when the scan is destroyed."""

from qlvb.content.disposals.interfaces import IFurtherCopies
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.interfaces import IRecord
from qlvb.workflows.recognition.process import forget
import transaction
from zope.component import adapter
from zope.interface import implementer


@implementer(IFurtherCopies)
@adapter(IRecord)
class RecognisedCopies:
    """Text and copies in the cache of the recognition, which lie there under the hash of the file."""

    def __init__(self, record):
        self.record = record

    def blobs(self):
        """See IFurtherCopies."""
        return []

    def forget(self):
        """See IFurtherCopies."""
        hashes = {version.sha256 for file in IFileStore(self.record).kept() for version in file.versions()}
        transaction.get().addAfterCommitHook(_forget, (hashes,))


def _forget(committed, hashes):
    for digest in hashes if committed else ():
        forget(digest)
