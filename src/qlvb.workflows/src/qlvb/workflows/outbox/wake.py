"""Signals between web processes and workers, as file times in the directory ``QLVB_VAR``: never a write to the
database.

``outbox.wake`` is touched when a transaction that asked for work has been committed; ``outbox.seen`` at every sweep of
a worker.
"""

import App.config
from datetime import datetime
import os
from pathlib import Path
from qlvb.content.clock import VIETNAM
import transaction


#: A worker that has not swept for this long is taken for stopped (seconds).
SILENCE = 30


def directory():
    """Path of the directory for signals; made when missing."""
    named = os.environ.get("QLVB_VAR")
    path = Path(named) if named else Path(App.config.getConfiguration().clienthome)
    path.mkdir(parents=True, exist_ok=True)
    return path


def after_commit():
    """Wake the workers when the current transaction has been committed, and only then."""
    transaction.get().addAfterCommitHook(_touch_if_committed)


def woken_at():
    """Stamp of the last wake-up (int, nanoseconds), 0 if there was none."""
    return _stamp("outbox.wake")


def worker_swept():
    """Note that a worker has just swept the line."""
    (directory() / "outbox.seen").touch()


def worker_seen():
    """When a worker last swept the line: aware datetime, or None. Reads a file time; cheap enough for every page."""
    stamp = _stamp("outbox.seen")
    return datetime.fromtimestamp(stamp / 1e9, VIETNAM) if stamp else None


def worker_running():
    """bool: a worker has swept within the last half minute."""
    seen = worker_seen()
    return seen is not None and (datetime.now(VIETNAM) - seen).total_seconds() < SILENCE


def _stamp(name):
    try:
        return (directory() / name).stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def _touch_if_committed(success):
    if success:
        (directory() / "outbox.wake").touch()
