"""Locks as files of this machine: for SQLite and for the tests' storage in memory."""

from collections import defaultdict
from contextlib import contextmanager
from contextlib import suppress
import fcntl
from hashlib import sha256
import os
from pathlib import Path
import threading
import time


#: Pause between two tries at a file that another process holds, in seconds.
PAUSE = 0.01


class LockTimeout(Exception):
    """The lock was not to be had in time."""


class FileLocks:
    """``flock`` on a file per name in ``directory``.

    Threads of one process queue in memory first, so that only one of them asks for the file; the operating system frees
    the file when a process dies.
    """

    def __init__(self, directory):
        self.directory = Path(directory)
        self._threads = defaultdict(threading.Lock)
        self._guard = threading.Lock()

    def acquire(self, name, timeout):
        """Take ``name`` and return the callable that gives it back.

        :raises LockTimeout: not within ``timeout`` seconds.
        """
        until = time.monotonic() + timeout
        with self._guard:
            queue = self._threads[name]
        if not queue.acquire(timeout=max(timeout, 0)):
            raise LockTimeout(name)
        try:
            descriptor = self._lock_file(name, until)
        except BaseException:  # an interrupt too: nobody may wait for a lock that was not taken; it is raised again
            queue.release()
            raise

        def release():
            os.close(descriptor)
            queue.release()

        return release

    def _lock_file(self, name, until):
        self.directory.mkdir(parents=True, exist_ok=True)
        path = self.directory / f"{sha256(name.encode()).hexdigest()[:32]}.lock"
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with self._closing_on_error(descriptor):
            while True:
                with suppress(BlockingIOError):
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    return descriptor
                if time.monotonic() >= until:
                    raise LockTimeout(name)
                time.sleep(PAUSE)

    @staticmethod
    @contextmanager
    def _closing_on_error(descriptor):
        try:
            yield
        except BaseException:  # an interrupt too: the file is not left open, and it is raised again
            os.close(descriptor)
            raise
