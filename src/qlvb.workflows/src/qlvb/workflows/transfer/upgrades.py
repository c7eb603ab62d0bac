"""Transfers on sites that are older than what is asked of them now."""

from plone import api
from qlvb.content.dossiers.interfaces import IDossier
from qlvb.content.lookup import find_record
from qlvb.content.states import state_of
from qlvb.content.transfers.interfaces import FAILED
from qlvb.content.transfers.interfaces import PASSED
from qlvb.content.transfers.interfaces import PROPOSED
from qlvb.content.transfers.interfaces import ITransferItems
from qlvb.workflows.transfer.access import open_documents


def to_1009(tool):
    """Open the documents of dossiers that are being checked to the archivists who check them; what is checked from now
    on is opened by the check.
    """
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Transfer"):
        transfer = brain._unrestrictedGetObject()
        if state_of(transfer) not in ("checking", "accepting"):
            continue
        for item in ITransferItems(transfer).all(PROPOSED, PASSED, FAILED):
            dossier = find_record(item.uid)
            if IDossier.providedBy(dossier):
                open_documents(transfer, dossier)
