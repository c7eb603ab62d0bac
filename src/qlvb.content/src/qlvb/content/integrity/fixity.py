"""Looking at stored bytes: are they what was stored? (NĐ 30/2020 Phụ lục VI; Luật Lưu trữ 33/2024/QH15 Điều 33.2.)"""

from dataclasses import dataclass
from hashlib import file_digest
from plone.uuid.interfaces import IUUID
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from ZODB.POSException import POSKeyError


#: What can be wrong with a file: its bytes are gone, cannot be read, are others; the hash kept with it is another than
#: the journal's.
MISSING, UNREADABLE, ALTERED, HASH_ALTERED = FAULTS = ("missing", "unreadable", "altered", "hash_altered")


@dataclass(frozen=True)
class Look:
    """What one look at a version of a file found. ``expected`` and ``found`` are SHA-256 (hex, "" unknown); ``fault``
    is "" or one of FAULTS.
    """

    uid: str
    file: str
    version: int
    filename: str
    size: int
    expected: str
    found: str
    fault: str


def looks(record):
    """Every version of every file of a record, those taken off the list too: iterable of :class:`Look`."""
    store = IFileStore(record, None)
    files = store.kept() if store is not None else ()
    told = _told(record) if files else {}
    for file in files:
        for version in file.versions():
            expected = told.get((file.id, version.number), version.sha256)
            found, fault = _digest(version.blob)
            if not fault and found != expected:
                fault = ALTERED
            elif not fault and version.sha256 != expected:
                fault = HASH_ALTERED
            uid = IUUID(record)
            yield Look(uid, file.id, version.number, version.filename, version.size, expected, found, fault)


def _told(record):
    """What the journal says of each version when it was stored: (file id, version) -> SHA-256."""
    entries = IJournal(record).entries(events=("file_added", "file_replaced"))
    details = (entry.detail for entry in entries)
    return {(detail.get("file"), detail.get("version")): detail["sha256"] for detail in details if "sha256" in detail}


def _digest(blob):
    """(SHA-256 hex or "", fault or "") of a NamedBlobFile."""
    try:
        with blob.open("r") as stream:
            return file_digest(stream, "sha256").hexdigest(), ""
    except (POSKeyError, FileNotFoundError):
        return "", MISSING
    except OSError:
        return "", UNREADABLE
