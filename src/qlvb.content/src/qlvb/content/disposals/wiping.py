"""The files behind destroyed blobs: older revisions lie in the blob directory until the database is packed.

Of each destroyed blob only the newest, empty revision stays. The bytes are overwritten once before they are unlinked;
on solid state disks and copying file systems that reaches the same cells only by chance, so it is not promised: what
holds is that no file, no row and no index names the content any more. Backups age out by their own schedule.
"""

import os
from pathlib import Path


_CHUNK = 1024 * 1024
#: A transaction that no storage has: stands for every one in the name of a file.
_ANY = b"\xff" * 8


def revisions(storage, oid):
    """Files that a storage keeps of the blob with this oid (bytes), one for each revision: list of Path.

    RelStorage with blobs in the database (``shared-blob-dir false``) keeps a cache in which a directory holds files of
    many blobs: the layout says which are this one's.
    """
    helper = getattr(storage, "blobhelper", storage)
    files = getattr(helper, "fshelper", None)
    if files is None:
        return []
    name = files.layout.getBlobFilePath(oid, _ANY).replace(_ANY.hex(), "*")
    return sorted(Path(files.base_dir).glob(name))


def wipe(storage, oids):
    """Wipe what older revisions of the blobs ``oids`` (hex) have left; returns how many files. May be repeated."""
    return sum(_wipe(path) for oid in oids for path in revisions(storage, bytes.fromhex(oid)))


def _wipe(path):
    """Overwrite and unlink one file; 1, or 0 when it is empty or somebody else was faster."""
    try:
        if not path.stat().st_size:
            return 0
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
