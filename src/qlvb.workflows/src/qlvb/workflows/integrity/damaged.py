"""Which records have a fault: a file that is not what was stored, or a signature that does not hold."""

from Acquisition import aq_base
from plone.uuid.interfaces import IUUID
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.integrity.interfaces import IFixityLedger
from qlvb.content.interfaces import IRecord
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.site import site_at_work
from qlvb.workflows.incoming.verification import verdicts_of
import transaction
from zope.component import adapter
from zope.component import getUtility
from zope.component.hooks import getSite
from zope.interface import implementer


_LEDGER = object()


def has_bad_signature(record):
    """bool: a signature on a current file of a received document was checked and does not hold."""
    if not IIncomingDocument.providedBy(record):
        return False
    for file in IFileStore(record).files():
        found = verdicts_of(record, file.id, file.current.number)
        if found and any(verdict.get("verdict") == "invalid" for verdict in found["verdicts"]):
            return True
    return False


def _ledger():
    """The IFixityLedger of the site at work; looked up once in a transaction, as thousands of records may ask."""
    current, here = transaction.get(), aq_base(getSite())
    try:
        site, ledger = current.data(_LEDGER)
    except KeyError:
        site = ledger = None
    if site is None or site is not here:
        ledger = IFixityLedger(site_at_work())
        current.set_data(_LEDGER, (here, ledger))
    return ledger


@implementer(IBoxTokens)
@adapter(IRecord)
class DamagedTokens:
    """The list *Lỗi toàn vẹn / chữ ký* of the archivists."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """See IBoxTokens."""
        if IFileStore(self.record, None) is None:
            return []
        if not _ledger().faults_of(IUUID(self.record)) and not has_bad_signature(self.record):
            return []
        agency = getUtility(IDirectory).agency_of(self.record)
        return [f"stores.damaged|{group_id(agency.id, 'archivist')}"] if agency else []
