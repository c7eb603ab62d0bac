"""The dossiers that a person could hand in now: asked with that person's eyes."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from plone import api
from qlvb.content import _
from qlvb.content.index.whole import every_row
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.outbox.interfaces import JobFailed
from qlvb.workflows.transfer.acts.choosing import due_question
from zope.component import getUtility


def due_uids(transfer, userid):
    """list of UIDs of due dossiers that are not in the transfer yet, seen as ``userid``.

    :raises JobFailed: he has no account any more.
    """
    acl_users = api.portal.get().acl_users
    user = acl_users.getUserById(userid)
    if user is None:
        raise JobFailed(_("job_owner_gone", default="Tài khoản của người yêu cầu không còn."), retry=False)
    agency = getUtility(IDirectory).agency_of(transfer)
    items, before = ITransferItems(transfer), getSecurityManager()
    newSecurityManager(None, user.__of__(acl_users))
    try:
        rows = list(every_row(due_question(transfer, agency.id)))
    finally:
        setSecurityManager(before)
    return [row.uid for row in rows if items.get(row.uid) is None]
