"""Who holds a job, and whether he lives: a worker keeps a lock on a file of its own, which the system frees when it
dies.
"""

import fcntl
import os
import platform
from qlvb.workflows.outbox import wake
from uuid import uuid4


class WorkerMark:
    """The mark of a running worker: its ``id`` and the locked file ``worker-<id>.lock``."""

    def __init__(self):
        self.id = f"{platform.node()}-{os.getpid()}-{uuid4().hex[:8]}"
        self._path = _lock_path(self.id)
        self._file = open(self._path, "w")  # noqa: SIM115  held open for the worker's life
        fcntl.flock(self._file, fcntl.LOCK_EX)

    @staticmethod
    def clear_the_dead():
        """Remove the marks that killed workers of this machine have left."""
        for path in wake.directory().glob(f"worker-{platform.node()}-*.lock"):
            if worker_is_dead(path.name.removeprefix("worker-").removesuffix(".lock")):
                path.unlink(missing_ok=True)

    def release(self):
        """The worker ends in good order."""
        self._file.close()
        self._path.unlink(missing_ok=True)


def worker_is_dead(worker):
    """bool: the worker ran on this machine and is gone. False when that cannot be known; then its lease decides."""
    if not worker.startswith(f"{platform.node()}-"):
        return False
    path = _lock_path(worker)
    try:
        with open(path) as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return True
    except BlockingIOError:
        return False
    return True


def _lock_path(worker):
    return wake.directory() / f"worker-{worker}.lock"
