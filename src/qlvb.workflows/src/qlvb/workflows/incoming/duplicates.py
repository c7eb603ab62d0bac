"""Has this document been received before? NĐ 30/2020, Phụ lục VI, Phần I, khoản 1 điểm h: the same identifier of the
document, or the same three of number, symbol and issuing body.
"""

from plone.uuid.interfaces import IUUID
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.index.interfaces import IIndexRows
from qlvb.content.index.lookups import with_identity
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import fold
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


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


#: States in which a document does not stand in the way of one that is the same.
NOT_IN_FORCE = ("returned", "recalled", "replaced")


@implementer(IIndexRows)
@adapter(IIncomingDocument)
class IdentityRows:
    """What the index finds duplicates by."""

    def __init__(self, record):
        self.record = record

    def rows(self):
        """See IIndexRows."""
        return {"identities": [{"identity": key} for key in identities_of(self.record)]}


def duplicates_of(record):
    """Rows of the index (``uid``, ``path``, ``subject``) of other documents of the agency that are the same one; those
    sent back to the sender do not count.
    """
    keys = identities_of(record)
    if not keys:
        return []
    uid = IUUID(record)
    return [row for row in with_identity(keys) if uid != row.uid and row.state not in NOT_IN_FORCE]
