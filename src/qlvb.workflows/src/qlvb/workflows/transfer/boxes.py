"""Where a transfer sits: with the archivists, or with its depositor."""

from qlvb.content.index.interfaces import IBoxTokens
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import RETURNED
from qlvb.content.transfers.interfaces import ITransfer
from qlvb.content.transfers.interfaces import ITransferItems
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


_OF_ARCHIVISTS = {
    "proposed": "transfers.waiting",
    "checking": "transfers.checking",
    "accepting": "transfers.checking",
    "packing": "transfers.checking",
    "submitted": "transfers.checking",
    "returned": "transfers.returned",
    "accepted": "transfers.accepted",
}


@implementer(IBoxTokens)
@adapter(ITransfer)
class TransferTokens:
    """The box of its state for the archivists; what was sent back is the depositor's work, also while the rest is being
    checked.
    """

    def __init__(self, transfer):
        self.transfer = transfer

    def tokens(self):
        """See IBoxTokens."""
        transfer, state = self.transfer, state_of(self.transfer)
        agency = getUtility(IDirectory).agency_of(transfer)
        found = [f"transfers.mine|{transfer.depositor}"]
        if state in _OF_ARCHIVISTS and agency is not None:
            found.append(f"{_OF_ARCHIVISTS[state]}|{group_id(agency.id, 'archivist')}")
        if state == "returned" or (state == "checking" and ITransferItems(transfer).counts()[RETURNED]):
            found.append(f"transfers.returned|{transfer.depositor}")
        if state == "accepted":
            found.append(f"transfers.accepted|{transfer.depositor}")
        return found
