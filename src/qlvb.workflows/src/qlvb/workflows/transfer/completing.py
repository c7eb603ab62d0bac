"""Dossiers that the archive sent back for completion: what their keepers have to mend, and where."""

from plone.uuid.interfaces import IUUID
from qlvb.content import clock
from qlvb.content.index.renewing import renew
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.transfers.interfaces import RETURNED
from qlvb.content.transfers.interfaces import IClaims
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.transfer.access import shut_if_gone
from qlvb.workflows.transfer.jobs.names import RENEW
from zope.component import getUtility


#: Of those who mend it, and of the archivists who wait for it.
MINE, OURS = "dossiers.incomplete", "transfers.to_complete"
#: As many rows as a request renews itself.
AT_ONCE = 25


def returned(dossier):
    """(transfer, TransferItem) when the transfer that has the dossier sent it back, else (None, None)."""
    claimed = IClaims(dossier).transfer
    transfer = find_record(claimed) if claimed else None
    item = ITransferItems(transfer).get(IUUID(dossier)) if transfer is not None else None
    return (transfer, item) if item is not None and item.state == RETURNED else (None, None)


def tokens(dossier):
    """The boxes of what is to be completed, for holder and depositor, and for the archivists: list of str."""
    transfer, item = returned(dossier)
    if item is None:
        return []
    people = dict.fromkeys(filter(None, (dossier.holder, transfer.depositor)))
    agency = getUtility(IDirectory).agency_of(dossier)
    archivists = [f"{OURS}|{group_id(agency.id, 'archivist')}"] if agency is not None else []
    return [*(f"{MINE}|{who}" for who in people), *archivists]


def said_anew(transfer, uids, by):
    """Renew the rows of dossiers of a transfer that were sent back, handed in again or let go: a few at once, more by
    the worker. ``by``: userid of who did it.
    """
    uids = list(uids)
    if len(uids) > AT_ONCE:
        key = f"{RENEW}.{clock.now().isoformat()}"
        IJobs(transfer).enqueue(RENEW, key, {"by": by, "uids": uids}, owner=by)
        return
    for uid in uids:
        renew_row(transfer, uid)


def renew_row(transfer, uid):
    """Renew the row of the dossier with this UID, if it is there; what the archive had to read of it is shut when it
    does not have it any longer.
    """
    shut_if_gone(transfer, uid)
    dossier = find_record(uid)
    if dossier is not None:
        renew(dossier)
