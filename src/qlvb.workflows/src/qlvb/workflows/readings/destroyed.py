"""Reading copies go when what they show is destroyed, however long they could still be read."""

from plone.uuid.interfaces import IUUID
from qlvb.content.disposals.interfaces import IFurtherCopies
from qlvb.content.index.lookups import records_with
from qlvb.content.interfaces import IRecord
from qlvb.content.lookup import find_record
from qlvb.workflows.readings.copies import copies_of
from qlvb.workflows.readings.copies import delete_copies
from zope.component import adapter
from zope.interface import implementer


@implementer(IFurtherCopies)
@adapter(IRecord)
class ReadingCopies:
    """Those of every request to read the record. A dossier's copies go with the dossier, not with each document."""

    def __init__(self, record):
        self.record = record

    def _readings(self):
        rows = records_with({"portal_type": "Reading", "parent": IUUID(self.record)}, "created")
        return [reading for reading in (find_record(row.uid) for row in rows) if reading is not None]

    def blobs(self):
        """See IFurtherCopies."""
        copies = (copy for reading in self._readings() for copy in copies_of(reading))
        return [copy.blob._blob for copy in copies if copy.blob is not None]

    def forget(self):
        """See IFurtherCopies."""
        for reading in self._readings():
            delete_copies(reading)
