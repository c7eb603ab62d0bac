"""Documents that an agency has twice: the same file, or the same number, date and issuing body.

A copy may be destroyed as a duplicate only while another one stays (Luật Lưu trữ 33/2024/QH15 Điều 16; the last one is
no duplicate).
"""

from plone.uuid.interfaces import IUUID
from qlvb.content.disposals.interfaces import LIVE
from qlvb.content.dossiers.contents import dossier_uids
from qlvb.content.index.lookups import shared_identities
from qlvb.content.index.lookups import sharing_identities
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.retention.ending import DOCUMENT_STATES
from qlvb.content.states import state_of
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtility


#: On a record: UID of the disposal that proposes it.
PROPOSED_IN = "qlvb.content.disposals.proposed_in"
#: Identities in the index by which two documents are the same one.
KINDS = ("file", "dated")


def proposed_in(record):
    """The live disposal that proposes the record, or None."""
    uid = IAnnotations(record).get(PROPOSED_IN, "")
    disposal = find_record(uid) if uid else None
    return disposal if disposal is not None and state_of(disposal) in LIVE else None


def twins(document):
    """Copies of the document that stay: list, the oldest first. Drafts and what is on a list itself do not count."""
    agency = getUtility(IDirectory).agency_of(document)
    rows = sharing_identities(IUUID(document), agency.id, KINDS) if agency is not None else []
    return [one for one in (find_record(row.uid) for row in rows) if one is not None and _stays(one)]


def _stays(record):
    if state_of(record) not in DOCUMENT_STATES or proposed_in(record) is not None:
        return False
    dossiers = [one for one in map(find_record, dossier_uids(record)) if one is not None]
    living = [one for one in dossiers if state_of(one) != "destroyed"]
    return not living or any(proposed_in(one) is None for one in living)


def left_without(dossiers, copies):
    """Those of ``dossiers`` that would be left without a copy of the document: list. ``copies``: its twins."""
    kept = {uid for copy in copies for uid in dossier_uids(copy)}
    return [dossier for dossier in dossiers if IUUID(dossier) not in kept]


def groups(agency_id):
    """Documents of the agency that are the same one, those that stay or may go: list of list of records."""
    found = []
    for uids in shared_identities(agency_id, KINDS):
        records = [one for one in (find_record(uid) for uid in uids) if one is not None and _stays(one)]
        if len(records) > 1:
            found.append(records)
    return found
