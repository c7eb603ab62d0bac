"""Work that goes on behind a report: copies that came into being at that moment; the bytes of what was taken out."""

from qlvb.content.disposals.wiping import wipe
from qlvb.content.exposures.freezing import close_all
from qlvb.content.exposures.interfaces import OPEN
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.index.scrubbing import scrub
from qlvb.workflows.exposures.parties import name_holders
from qlvb.workflows.outbox.interfaces import IJobHandler
from zope.component import getUtility
from zope.interface import implementer


FIND_COPIES = "secret_copies"
WIPE = "secret_wipe"


@implementer(IJobHandler)
class FindCopies:
    """See IJobHandler: a delivery that was committed beside the report had not been seen by it."""

    max_attempts = 8
    timeout = 300
    runs_when_closed = True

    def run(self, record, job):
        case = getUtility(ICases).get(job.params["case"])
        if case is not None and case.state == OPEN and close_all(case, record, set(case.hashes), "system"):
            name_holders(case)

    def failed(self, record, job):
        """The bytes are closed wherever they lie, found or not; administrators see the failed job."""


@implementer(IJobHandler)
class Wipe:
    """See IJobHandler: what older revisions of destroyed blobs left on the disk, and what the index remembers."""

    max_attempts = 8
    timeout = 300
    runs_when_closed = True

    def run(self, record, job):
        wipe(record._p_jar.db().storage, job.params["oids"])
        scrub()

    def failed(self, record, job):
        """Administrators see the failed job and set it going again; the records point to empty files already."""
