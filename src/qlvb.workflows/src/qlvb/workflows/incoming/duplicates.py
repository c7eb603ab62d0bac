"""Has this document been received before? NĐ 30/2020, Phụ lục VI, Phần I, khoản 1 điểm h: the same identifier of the
document, or the same three of number, symbol and issuing body. Beside that: the same symbol and date of a body, and the
very same file.
"""

from plone.uuid.interfaces import IUUID
from qlvb.content.documents.interfaces import IIncomingDocument
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IIndexRows
from qlvb.content.index.lookups import with_identity
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.text import compact
from qlvb.content.text import fold
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer


#: States in which a document does not stand in the way of one that is the same.
NOT_IN_FORCE = ("returned", "recalled", "replaced")
#: Roles of files that came with the document.
RECEIVED_ROLES = ("main", "signed", "original")
RULE = "NĐ 30/2020 Phụ lục VI Phần I khoản 1 điểm h"


def identities(agency_id, source_uid, number, symbol, issuing_body, issue_date=None, hashes=()):
    """Keys under which a document is known in an agency; two documents with a common key are duplicates. Pure.

    >>> identities("snv", "", "15", "SKHCN-CNTT", "Sở Khoa học")
    ['snv|reference|15|skhcn-cntt|so khoa hoc']
    """
    keys = []
    if source_uid:
        keys.append(f"{agency_id}|source|{source_uid}")
    body = _folded(issuing_body)
    if number and symbol and body:
        keys.append("|".join((agency_id, "reference", _folded(str(number).lstrip("0")), _folded(symbol), body)))
    reference = compact(f"{str(number or '').lstrip('0')}{symbol or ''}")
    if symbol and issue_date and body:
        keys.append("|".join((agency_id, "dated", reference.lstrip("0"), issue_date.isoformat(), body)))
    keys.extend(f"{agency_id}|file|{digest}" for digest in sorted(set(hashes)))
    return keys


def _folded(text):
    return " ".join(fold(str(text or "")).split())


def identities_of(record):
    """The keys of a record."""
    agency = getUtility(IDirectory).agency_of(record)
    return identities(
        agency.id if agency else "",
        record.source_uid,
        record.original_number or record.document_number,
        record.document_symbol,
        record.issuing_body,
        record.issue_date,
        hashes_of(record),
    )


def hashes_of(record):
    """SHA-256 of the files that came with the record, of scans that were signed here also as they came: list of str."""
    received = [stored for stored in IFileStore(record).files() if stored.role in RECEIVED_ROLES]
    signed_here = [stored.versions() for stored in received if stored.current.kind == "sealed"]
    came = [next((one for one in reversed(versions) if one.kind == "upload"), None) for versions in signed_here]
    return [stored.current.sha256 for stored in received] + [version.sha256 for version in came if version]


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
    return known_as(identities_of(record), IUUID(record))


def known_as(keys, but=""):
    """Rows of received documents that have one of the keys and are in force, but the one with the UID ``but``: list."""
    found = with_identity(keys) if keys else []
    received = (row for row in found if row.portal_type == "IncomingDocument")
    return [row for row in received if row.uid != but and row.state not in NOT_IN_FORCE]
