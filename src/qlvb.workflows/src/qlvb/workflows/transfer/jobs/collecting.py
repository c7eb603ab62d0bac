"""The dossiers that a person could hand in now: asked with that person's eyes."""

from plone import api
from qlvb.content.index.whole import every_row
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.outbox.asked import check_owner
from qlvb.workflows.transfer.acts.choosing import due_question
from zope.component import getUtility


def due_uids(transfer, userid):
    """list of UIDs of due dossiers that are not in the transfer yet, seen as ``userid``.

    :raises JobFailed: he has no account any more.
    """
    check_owner(userid)
    agency = getUtility(IDirectory).agency_of(transfer)
    with api.env.adopt_user(username=userid):
        rows = list(every_row(due_question(transfer, agency.id)))
    items = ITransferItems(transfer)
    return [row.uid for row in rows if items.get(row.uid) is None]
