"""The files behind destroyed blobs: older revisions lie in the blob directory until the database is packed.

The directory of each destroyed blob is emptied but for its newest, empty revision. The bytes are overwritten once
before they are unlinked; on solid state disks and copying file systems that reaches the same cells only by chance, so
it is not promised: what holds is that no file, no row and no index names the content any more. Backups age out by their
own schedule.
"""

import os
from pathlib import Path


_CHUNK = 1024 * 1024


def directories(storage, oid):
    """Directories in which a storage keeps the files of the blob with this oid (bytes): list of Path."""
    helper = getattr(storage, "blobhelper", storage)
    files = getattr(helper, "fshelper", None)
    return [Path(files.getPathForOID(oid))] if files is not None else []


def wipe(storage, oids):
    """Wipe what older revisions of the blobs ``oids`` (hex) have left; returns how many files. May be repeated."""
    wiped = 0
    for oid in oids:
        for directory in directories(storage, bytes.fromhex(oid)):
            if directory.is_dir():
                wiped += sum(_wipe(path) for path in sorted(directory.glob("*.blob*")) if path.stat().st_size)
    return wiped


def _wipe(path):
    """Overwrite and unlink one file; 1, or 0 when somebody else was faster."""
    try:
        path.chmod(0o600)
        with path.open("r+b", buffering=0) as stream:
            left = path.stat().st_size
            while left > 0:
                left -= stream.write(bytes(min(left, _CHUNK)))
            os.fsync(stream.fileno())
        path.unlink()
    except FileNotFoundError:
        return 0
    return 1
