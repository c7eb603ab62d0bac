"""The time a job may take."""

from contextlib import contextmanager
import signal
import threading


class JobTimeout(Exception):
    """The job took longer than its handler's ``timeout``."""


@contextmanager
def time_limit(seconds):
    """Raise :class:`JobTimeout` inside the block when it takes longer than ``seconds``.

    Only a process' main thread can be interrupted; elsewhere (tests, a web thread) the lease alone limits the job.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def interrupt(number, frame):
        raise JobTimeout

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
