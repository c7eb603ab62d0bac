"""Taking a stack apart in a process of its own."""

from contextlib import contextmanager
from contextlib import suppress
import os
from pathlib import Path
from qlvb.workflows.scanning.splitting import SECONDS
import signal
import subprocess
import sys
import tempfile


class StackUnreadable(Exception):
    """The file is no PDF that can be read, or reading it takes too long."""


@contextmanager
def documents_of(stack):
    """``with documents_of(path) as documents:`` paths of the documents of a stack (PDF); the stack itself when it has
    no separator sheet.

    :raises StackUnreadable: see there.
    """
    with tempfile.TemporaryDirectory() as directory:
        process = subprocess.Popen(
            [sys.executable, "-S", "-m", "qlvb.workflows.scanning.splitting", str(stack), directory],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,
        )
        try:
            status = process.wait(timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            raise StackUnreadable(str(stack)) from error
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        if status:
            raise StackUnreadable(str(stack))
        yield sorted(Path(directory).glob("*.pdf"), key=lambda path: int(path.stem)) or [Path(stack)]
