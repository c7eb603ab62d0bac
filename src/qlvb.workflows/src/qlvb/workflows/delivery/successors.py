"""The document that came in another's place, as the recipient of both has it."""

from plone.app.uuid.utils import uuidToObject
from qlvb.content.documents.interfaces import IOutgoingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.delivery.interfaces import IDeliveries
from zope.component import getUtility


def received_copy(incoming, outgoing_uid):
    """What the agency of ``incoming`` received of ``outgoing_uid``: IIncomingDocument, or None."""
    outgoing = uuidToObject(outgoing_uid, unrestricted=True) if outgoing_uid else None
    if not IOutgoingDocument.providedBy(outgoing):
        return None
    agency_id = getUtility(IDirectory).agency_of(incoming).id
    for delivery in IDeliveries(outgoing).all():
        if delivery.incoming and delivery.recipient["agency"] == agency_id:
            return uuidToObject(delivery.incoming, unrestricted=True)
    return None
