"""Looking at stored bytes: are they what was stored? (NĐ 30/2020 Phụ lục VI; Luật Lưu trữ 33/2024/QH15 Điều 33.2.)"""

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
import os
from plone.uuid.interfaces import IUUID
from qlvb.content.disposals.interfaces import IStub
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.journal.interfaces import IJournal
from ZODB.POSException import POSKeyError


#: What can be wrong with a file: its bytes are gone, cannot be read, are others; the hash kept with it is another than
#: the journal's.
MISSING, UNREADABLE, ALTERED, HASH_ALTERED = FAULTS = ("missing", "unreadable", "altered", "hash_altered")


#: Bytes read at a time: what is smaller costs more in calls, what is larger leaves the processor's cache.
CHUNK = 1 << 20


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
    """Every version of every file of a record, those taken off the list too: list of :class:`Look`."""
    with Reading() as reading:
        reading.add(record)
    return reading.found


class Reading:
    """Looks at the files of many records. Records are read by one thread, as the ZODB asks; the bytes of their files by
    as many as there are cores, at the same time (hashlib lets go of the interpreter's lock).

    A context manager; ``found`` holds every Look, in the order of the records, once the block has ended.
    """

    def __init__(self, workers=None):
        self.workers = workers or os.cpu_count() or 1
        self.found = []
        self._open = deque()

    def __enter__(self):
        self._pool = ThreadPoolExecutor(self.workers)
        return self

    def __exit__(self, *_error):
        while self._open:
            self._finish()
        self._pool.shutdown()

    def add(self, record):
        """Begin to look at the files of one more record."""
        store = IFileStore(record, None)
        files = store.kept() if store is not None else ()
        told = _told(record) if store is not None else {}
        for file in files:
            for version in file.versions():
                known = told.pop((file.id, version.number), None)
                self._begin(IUUID(record), file, version, known["sha256"] if known else version.sha256)
        if told and not IStub(record).read():
            self._miss(IUUID(record), told)

    def _miss(self, uid, told):
        """Versions that the journal tells of and that are nowhere, though no disposal has destroyed the record."""
        while self._open:
            self._finish()
        for (file, number), detail in told.items():
            self.found.append(
                Look(uid, file, number, detail["filename"], detail["size"], detail["sha256"], "", MISSING)
            )

    def _begin(self, uid, file, version, expected):
        # Few at a time: every one that waits is an open file.
        while len(self._open) >= self.workers * 2:
            self._finish()
        kept = (uid, file.id, version.number, version.filename, version.size, expected)
        stream, digest, fault = None, None, ""
        try:
            stream = version.blob.open("r")
            digest = self._pool.submit(_digest, stream)
        except (POSKeyError, FileNotFoundError):
            fault = MISSING
        except OSError:
            fault = UNREADABLE
        self._open.append((kept, version.sha256, stream, digest, fault))

    def _finish(self):
        (uid, file, number, filename, size, expected), kept_hash, stream, digest, fault = self._open.popleft()
        found = ""
        if stream is not None:
            found = digest.result()
            stream.close()
            if not found:
                fault = UNREADABLE
            elif found != expected:
                fault = ALTERED
            elif kept_hash != expected:
                fault = HASH_ALTERED
        self.found.append(Look(uid, file, number, filename, size, expected, found, fault))


def _told(record):
    """What the journal says of each version when it was stored: (file id, version) -> dict."""
    entries = IJournal(record).entries(events=("file_added", "file_replaced"))
    details = (entry.detail for entry in entries)
    return {(detail.get("file"), detail.get("version")): detail for detail in details if "sha256" in detail}


def _digest(stream):
    """SHA-256 of an open file, hex; "" when it cannot be read."""
    digest, buffer = sha256(), memoryview(bytearray(CHUNK))
    try:
        while size := stream.readinto(buffer):
            digest.update(buffer[:size])
    except OSError:
        return ""
    return digest.hexdigest()
