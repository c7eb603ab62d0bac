"""A LibreOffice that stays for many files: for the demonstration, which waits for every single conversion.

A file costs 0.15 s instead of 1.1 s of processor time. The worker does without: one process per file cannot carry
anything from one agency's file to the next.
"""

from contextlib import contextmanager
from contextlib import suppress
from importlib.resources import files
import json
import logging
import os
from pathlib import Path
from qlvb.workflows.renditions.interfaces import IConverter
from qlvb.workflows.renditions.libreoffice import find_program
from qlvb.workflows.renditions.libreoffice import make_profile
import select
import shutil
import signal
import subprocess
import tempfile
from uuid import uuid4
from zope.component import getGlobalSiteManager
from zope.interface import implementer


logger = logging.getLogger(__name__)

START_SECONDS = 30
SECONDS = 30
#: The system's own Python: LibreOffice's bridge (Debian: python3-uno) is there, not in our environment.
PYTHON = "/usr/bin/python3"
#: Text documents only, as what reads the rest may not be installed.
SUFFIXES = (".docx", ".doc", ".odt")


class WentCold(Exception):
    """The kept LibreOffice did not start, died, hung, or could not read the file."""


@implementer(IConverter)
class WarmLibreOffice:
    """See IConverter. Whatever goes wrong with the kept LibreOffice, the file is converted by ``once``, which says what
    is to be said; after that no other is kept.
    """

    seconds = SECONDS

    def __init__(self, once):
        self.once = once
        self._helper = None
        self._home = None
        self._gave_up = False

    def available(self):
        return self.once.available()

    def convert(self, data, suffix):
        if suffix in SUFFIXES and not self._gave_up and find_program() is not None:
            try:
                return self._convert(data, suffix)
            except WentCold as reason:
                logger.info("No LibreOffice is kept any longer: %s", reason)
                self._gave_up = True
                self.close()
        return self.once.convert(data, suffix)

    def _convert(self, data, suffix):
        if self._helper is None:
            self._start()
        with tempfile.TemporaryDirectory(prefix="qlvb-convert-") as work:
            source, result = Path(work, f"source{suffix}"), Path(work, "source.pdf")
            source.write_bytes(data)
            if self._ask([source.as_uri(), result.as_uri()], self.seconds) != "done" or not result.is_file():
                raise WentCold("no PDF was made")
            pdf = result.read_bytes()
        if not pdf.startswith(b"%PDF-"):
            raise WentCold("what was made is no PDF")
        return pdf

    def _start(self):
        self._home = Path(tempfile.mkdtemp(prefix="qlvb-libreoffice-"))
        make_profile(self._home / "profile")
        script = files("qlvb.workflows.renditions").joinpath("warm_office.py")
        try:
            self._helper = subprocess.Popen(
                [*self.command(), str(script), find_program(), (self._home / "profile").as_uri(), uuid4().hex],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=self._home,
                env={"PATH": os.defpath, "HOME": str(self._home), "TMPDIR": str(self._home)},
                start_new_session=True,
                text=True,
            )
        except OSError as error:
            raise WentCold(error) from error
        if self._answer(START_SECONDS) != "ready":
            raise WentCold("it did not start")

    def command(self):
        """The Python that has ``uno``: list of str."""
        return [PYTHON]

    def _ask(self, question, seconds):
        try:
            self._helper.stdin.write(json.dumps(question) + "\n")
            self._helper.stdin.flush()
        except OSError as error:
            raise WentCold(error) from error
        return self._answer(seconds)

    def _answer(self, seconds):
        """A line that the helper says: str; "" when it ended. :raises WentCold: it says nothing in time."""
        if not select.select([self._helper.stdout], [], [], seconds)[0]:
            raise WentCold("it does not answer")
        return self._helper.stdout.readline().strip()

    def close(self):
        """End the helper and its LibreOffice, and remove what they leave."""
        if self._helper is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._helper.pid, signal.SIGKILL)
            self._helper.wait()
            with suppress(OSError):
                self._helper.stdin.close()
            self._helper.stdout.close()
            self._helper = None
        if self._home is not None:
            shutil.rmtree(self._home, ignore_errors=True)
            self._home = None


@contextmanager
def kept_warm():
    """While the block runs, conversions of this process go through one LibreOffice that stays."""
    manager = getGlobalSiteManager()
    once = manager.getUtility(IConverter)
    warm = WarmLibreOffice(once)
    manager.registerUtility(warm, IConverter)
    try:
        yield warm
    finally:
        manager.registerUtility(once, IConverter)
        warm.close()
