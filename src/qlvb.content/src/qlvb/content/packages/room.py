"""The place on the disk in which a package grows: its unfinished file, what killed builders left, a full disk."""

from contextlib import contextmanager
import errno
import fcntl
import os
from pathlib import Path
from qlvb.content.packages.interfaces import NoRoom
import tempfile


PART = ".part"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def sweep(directory):
    """Remove what builders that were killed left behind; what somebody is still writing is locked and stays."""
    for path in directory.glob(f".*{PART}"):
        with open(path, "rb") as left:
            try:
                fcntl.flock(left, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                continue
            path.unlink(missing_ok=True)


@contextmanager
def unfinished(directory, size):
    """The open, locked file that becomes the package; gone when the block raises. Its room is asked for first."""
    handle = tempfile.NamedTemporaryFile(dir=directory, prefix=".", suffix=PART, delete=False)  # noqa: SIM115  below
    try:
        with handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            if os.statvfs(directory).f_bavail * os.statvfs(directory).f_frsize < size:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            yield handle
    except BaseException:  # whatever it is, an interrupt too: no half package stays, and it is raised again
        Path(handle.name).unlink(missing_ok=True)
        raise


@contextmanager
def said_plainly(directory):
    """A full disk inside the block is a NoRoom of ``directory``."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise NoRoom(directory) from error
        raise


def sync(directory):
    """Have the disk keep the names in ``directory``."""
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
