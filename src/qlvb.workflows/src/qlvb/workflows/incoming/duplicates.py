"""Has this document been received before? NĐ 30/2020, Phụ lục VI, Phần I, khoản 1 điểm h: the same identifier of the
document, or the same three of number, symbol and issuing body.
"""

from plone import api
from plone.indexer import indexer
from plone.uuid.interfaces import IUUID
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from zope.component import getUtility


INDEX = "incoming_identity"


def identities(agency_id, source_uid, number, symbol, issuing_body):
    """Keys under which a document is known in an agency; two documents with a common key are duplicates. Pure.

    >>> identities("snv", "", "15", "SKHCN-CNTT", "Sở Khoa học")
    ['snv|reference|15|skhcn-cntt|so khoa hoc']
    """
    keys = []
    if source_uid:
        keys.append(f"{agency_id}|source|{source_uid}")
    if number and symbol and issuing_body:
        parts = (" ".join(fold(str(part)).split()) for part in (str(number).lstrip("0"), symbol, issuing_body))
        keys.append("|".join((agency_id, "reference", *parts)))
    return keys


def identities_of(record):
    """The keys of a record."""
    agency = getUtility(IDirectory).agency_of(record)
    number = record.original_number or record.document_number
    return identities(
        agency.id if agency else "", record.source_uid, number, record.document_symbol, record.issuing_body
    )


@indexer(IIncomingDocument)
def incoming_identity(record):
    """The keyword index that finds duplicates."""
    return identities_of(record)


def duplicates_of(record):
    """Brains of other documents of the agency that are the same one; those sent back to the sender do not count."""
    keys = identities_of(record)
    if not keys:
        return []
    uid = IUUID(record)
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(**{INDEX: keys, "portal_type": "IncomingDocument"})
    return [brain for brain in found if uid != brain.UID and brain.review_state != "returned"]
