"""Which records have a fault: a file that is not what was stored, a signature that does not hold, a journal that was
altered.
"""

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
from qlvb.workflows.integrity.proofs import KEY
from qlvb.workflows.integrity.proofs import kept_proof
import transaction
from zope.annotation.interfaces import IAnnotations
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


def _looked_at():
    """(IFixityLedger, altered) of the site at work; looked up once in a transaction, as thousands of records may ask.
    ``altered``: UIDs of records whose journals do not fit, as of the KeptProof that stands beside.
    """
    current, here = transaction.get(), aq_base(getSite())
    try:
        site, ledger, proof, altered = current.data(_LEDGER)
    except KeyError:
        site = ledger = proof = None
    if site is None or site is not here:
        ledger, proof = IFixityLedger(site_at_work()), None
    if (now := IAnnotations(site_at_work()).get(KEY)) is not proof or site is not here:
        proof, kept = now, kept_proof(site_at_work())
        altered = frozenset(kept.altered if kept else ())
        current.set_data(_LEDGER, (here, ledger, proof, altered))
    return ledger, altered


@implementer(IBoxTokens)
@adapter(IRecord)
class DamagedTokens:
    """The list *Lỗi toàn vẹn / chữ ký* of the archivists."""

    def __init__(self, record):
        self.record = record

    def tokens(self):
        """See IBoxTokens."""
        ledger, altered = _looked_at()
        uid = IUUID(self.record)
        if uid not in altered:
            if IFileStore(self.record, None) is None:
                return []
            if not ledger.faults_of(uid) and not has_bad_signature(self.record):
                return []
        agency = getUtility(IDirectory).agency_of(self.record)
        return [f"stores.damaged|{group_id(agency.id, 'archivist')}"] if agency else []
