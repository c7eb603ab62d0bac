"""The documents of dossiers that lie with the archive to be checked: who checks them has to read them, and nobody
reads them any longer once they went back to their depositor (NĐ 30/2020 Điều 30.3.b).
"""

from BTrees.OOBTree import OOBTree
from plone.uuid.interfaces import IUUID
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.kept import kept_under
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.organisation.interfaces import group_id
from qlvb.content.transfers.interfaces import CURRENT
from qlvb.content.transfers.interfaces import LEFT_OUT
from qlvb.content.transfers.interfaces import RETURNED
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.rights.interfaces import IGrants
from qlvb.workflows.rights.reindex import reindex_security
from qlvb.workflows.rights.secrecy import is_secret
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


CAUSE = "transfer"
#: UID of a dossier -> UIDs of the documents that its check opened to the archivists: a document that has left the
#: dossier meanwhile is shut, too.
KEY = "qlvb.workflows.transfer.opened"


def open_documents(transfer, dossier):
    """Let the archivists read the documents of a dossier that is with them. Secrecy only narrows: secret documents
    keep to those who were given them.
    """
    if transfer.kind != CURRENT:
        return
    archivists = group_id(getUtility(IDirectory).agency_of(dossier).id, "archivist")
    dossier_uid, opened = IUUID(dossier), []
    for _item, document in IDossierContents(dossier).documents():
        if document is None or is_secret(document):
            continue
        opened.append(IUUID(document))
        if IGrants(document).grant(archivists, "Participant", CAUSE, dossier_uid):
            reindex_security(document)
    kept = kept_under(transfer, KEY, OOBTree)
    before = kept.get(dossier_uid, ())
    for uid in set(before) - set(opened):
        _shut(uid, dossier_uid)
    if tuple(opened) != before:
        kept[dossier_uid] = tuple(opened)


def shut_documents(transfer, dossier_uid):
    """What :func:`open_documents` gave for the dossier of this UID ends; other causes to read stay."""
    kept = IAnnotations(transfer).get(KEY, {})
    for uid in kept.get(dossier_uid, ()):
        _shut(uid, dossier_uid)
    if dossier_uid in kept:
        del kept[dossier_uid]


def shut_if_gone(transfer, dossier_uid):
    """Shut the documents of a dossier that the archive does not have any longer."""
    item = ITransferItems(transfer).get(dossier_uid)
    if item is None or item.state in (RETURNED, LEFT_OUT):
        shut_documents(transfer, dossier_uid)


def _shut(uid, dossier_uid):
    document = find_record(uid)
    if document is not None and IGrants(document).revoke(CAUSE, dossier_uid):
        reindex_security(document)
