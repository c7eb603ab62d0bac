"""Reading in a process of its own: a file that hangs, crashes or swells the library that reads it takes nothing along.

The process (``qlvb.workflows.texts.reading``) loads the reading libraries only, limits its own memory, gets the file as
its standard input and answers with the text. It costs a fifth of a second.
"""

from contextlib import suppress
import logging
import os
from qlvb.content import _
from qlvb.workflows.texts.interfaces import ITextReader
from qlvb.workflows.texts.interfaces import TextNotRead
from qlvb.workflows.texts.reading import TOO_BIG
from qlvb.workflows.texts.reading import UNREADABLE
import signal
import subprocess
import sys
from zope.interface import implementer


logger = logging.getLogger(__name__)

TIMEOUT = 60  # seconds

HUNG = _("text_reader_hung", default="Đọc nội dung tệp quá thời gian cho phép.")
DIED = _("text_reader_died", default="Chương trình đọc nội dung tệp dừng đột ngột.")
BROKEN = _("text_unreadable", default="Không đọc được nội dung tệp; tệp có thể bị hỏng.")
TOO_LARGE = _("text_too_large", default="Nội dung tệp khi mở ra quá lớn để đọc.")


@implementer(ITextReader)
class ReadingProcess:
    """See ITextReader."""

    timeout = TIMEOUT

    def read(self, stream, kind):
        stream.seek(0)
        process = subprocess.Popen(
            self.command(kind),
            stdin=stream,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd="/",
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            start_new_session=True,
        )
        try:
            text, said = process.communicate(timeout=self.timeout)
        except subprocess.TimeoutExpired as error:
            raise TextNotRead(HUNG, retry=True) from error
        finally:
            _end(process)
        if process.returncode:
            logger.info(
                "No text of a %s: status %s, %s", kind, process.returncode, said[-2000:].decode(errors="replace")
            )
            raise _failure(process.returncode)
        return text.decode("utf-8")

    def command(self, kind):
        """The command line: list of str. ``-S``: everything that site would add is in PYTHONPATH already."""
        return [sys.executable, "-S", "-m", "qlvb.workflows.texts.reading", kind]


def _failure(status):
    if status == UNREADABLE:
        return TextNotRead(BROKEN, retry=False)
    if status == TOO_BIG:
        return TextNotRead(TOO_LARGE, retry=False)
    return TextNotRead(DIED, retry=True)


def _end(process):
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    process.stderr.close()
