"""Files that hold keys: outside the database, for their owner only, made once by whichever process comes first."""

from contextlib import contextmanager
import fcntl
import os


@contextmanager
def locked(directory):
    """Nobody else on this machine is inside for the same ``directory`` (Path), which is made when missing."""
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (directory / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def write(path, data):
    """Put ``data`` (bytes) at ``path`` (Path): whole or not at all."""
    part = path.with_name(path.name + ".part")
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as output:
        output.write(data)
        output.flush()
        os.fsync(output.fileno())
    part.replace(path)


def made_once(path, make):
    """bytes of the file ``path`` (Path); ``make()`` gives them where there is none yet."""
    if not path.exists():
        with locked(path.parent):
            if not path.exists():
                write(path, make())
    return path.read_bytes()
