"""Closing records and opening them again, and finding every copy by its bytes."""

from plone.uuid.interfaces import IUUID
from qlvb.content.exposures.cases import Item
from qlvb.content.exposures.interfaces import LIFTED
from qlvb.content.exposures.interfaces import OPEN
from qlvb.content.exposures.interfaces import ICases
from qlvb.content.exposures.interfaces import IKin
from qlvb.content.exposures.lid import FLAG
from qlvb.content.exposures.lid import closed_by
from qlvb.content.exposures.lid import has_lid
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.index.interfaces import IIndexRows
from qlvb.content.index.lookups import with_identity
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.lookup import find_record
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import adapter
from zope.component import getAdapters
from zope.component import getUtility
from zope.interface import implementer


#: Rows of the index that are asked for at once.
_MANY = 500


def identity_of(sha256):
    """The identity in the index by which bytes are found wherever they lie.

    >>> identity_of("ab12")
    'bytes|ab12'
    """
    return f"bytes|{sha256}"


@implementer(IIndexRows)
@adapter(IRecord)
class ByteRows:
    """Every version of every file of a record, those taken off the list too."""

    def __init__(self, record):
        self.record = record

    def rows(self):
        """See IIndexRows."""
        files = IFileStore(self.record).kept()
        found = {version.sha256 for stored in files for version in stored.versions()}
        return {"identities": [{"identity": identity_of(one)} for one in sorted(found)]} if found else {}


def hashes_of(record, file_ids=()):
    """SHA-256 of all versions of the files of a record with these ids, of all files without: set of str."""
    files = [stored for stored in shown_files(record) if not file_ids or stored.id in file_ids]
    return {version.sha256 for stored in files for version in stored.versions()}


def shown_files(record):
    """Files of the record, and of others that it shows: list of IStoredFile, those taken off the list too."""
    others = [stored for _name, kin in getAdapters((record,), IKin) for stored in kin.files()]
    return [*IFileStore(record).kept(), *others]


def kin_of(record, hashes):
    """What belongs to files of ``record`` of which one version has one of ``hashes``: all their versions (set)."""
    found = set()
    for stored in IFileStore(record).kept():
        said = {version.sha256 for version in stored.versions()}
        found |= said if said & hashes else set()
    return found


def copies_of(hashes):
    """(records, hashes): every record of the site with one of these bytes, and the bytes of all versions of the files
    concerned, in which further copies are looked for until nothing is added. Whatever the rights.
    """
    records, known, asked = {}, set(hashes), set()
    while new := sorted(known - asked):
        asked |= set(new)
        for start in range(0, len(new), _MANY):
            for row in with_identity([identity_of(one) for one in new[start : start + _MANY]]):
                record = records.get(row.uid) or find_record(row.uid)
                if record is None or not has_lid(record):
                    continue
                if kin := kin_of(record, known):
                    records[row.uid] = record
                    known |= kin
    return list(records.values()), known


def close_record(case, record, found, by):
    """Close one record under the case; True when it was open."""
    uid = IUUID(record)
    if closed_by(record):
        return False
    agency = getUtility(IDirectory).agency_of(record)
    item = case.items[uid] = Item(uid, agency.id if agency is not None else "", record.portal_type, found)
    item.by = by
    setattr(record.aq_base, FLAG, case.id)
    IJournal(record).append("secret.closed", by, {"case": case.id, "found": found})
    _renew(record)
    return True


def close_all(case, record, hashes, by):
    """Close the record, its bytes, every copy of them and what shows the same; the records closed now: list."""
    copies, known = copies_of(hashes)
    getUtility(ICases).close_bytes(case, known)
    found = {**{IUUID(one): (one, "copy") for one in copies}, IUUID(record): (record, "report")}
    for one in (record, *copies):
        for _name, kin in getAdapters((one,), IKin):
            for other in kin.records():
                found.setdefault(IUUID(other), (other, "copy"))
    return [one for one, how in found.values() if close_record(case, one, how, by)]


def open_records(case, by, reason):
    """Let what the case closes be as it was; returns the records: list."""
    getUtility(ICases).open_bytes(case)
    opened = []
    for item in case.items.values():
        if item.state != OPEN:
            continue
        item.move(LIFTED, by)
        record = find_record(item.uid)
        if record is not None and closed_by(record) == case.id:
            delattr(record.aq_base, FLAG)
            IJournal(record).append("secret.lifted", by, {"case": case.id, "reason": reason})
            _renew(record)
            opened.append(record)
    return opened


def _renew(record):
    """What catalogue and index say of who may see it."""
    record.reindexObject()
    record.reindexObjectSecurity()
