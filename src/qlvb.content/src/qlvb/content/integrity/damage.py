"""Which stored bytes of a record are known to be damaged, for whoever is to open them."""

from plone.uuid.interfaces import IUUID
from qlvb.content.integrity.interfaces import IFixityLedger
from qlvb.content.site import site_at_work


def damaged_versions(record):
    """Pairs (id of the file, number of the version) that a look found to be other than what was stored, while they are
    not restored: set.
    """
    return {(fault.file, fault.version) for fault in IFixityLedger(site_at_work()).faults_of(IUUID(record))}
