"""Recognising in a process of its own, once for every content."""

from contextlib import contextmanager
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
import logging
import os
from pathlib import Path
from qlvb.workflows.recognition.interfaces import ILetterReader
from qlvb.workflows.recognition.reading import LANGUAGE
from qlvb.workflows.recognition.reading import SECONDS
from qlvb.workflows.recognition.reading import UNREADABLE
from qlvb.workflows.texts.interfaces import TextNotRead
from qlvb.workflows.texts.process import BROKEN
from qlvb.workflows.texts.process import DIED
from qlvb.workflows.texts.process import HUNG
import shutil
import signal
import subprocess
import sys
import tempfile
from zope.interface import implementer


logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Recognised:
    """``text`` is what was read (str), ``copy`` the file of the PDF with a layer of text (Path)."""

    text: str
    copy: Path


@implementer(ILetterReader)
class TesseractReader:
    """See ILetterReader.

    What was recognised lies in ``$QLVB_VAR/cache/recognised`` under the hash of the file: the job that keeps it writes
    the record, may conflict with people's work and is done again, and minutes of recognising must not be.
    """

    def available(self):
        return shutil.which("tesseract") is not None and LANGUAGE in _languages()

    def read(self, stream, kind, sha256):
        known = cache_directory() / sha256
        if not (known / "copy.pdf").exists():
            with _fresh(known) as directory:
                self._recognise(stream, kind, directory)
        return Recognised((known / "text").read_text(encoding="utf-8"), known / "copy.pdf")

    def _recognise(self, stream, kind, directory):
        stream.seek(0)
        command = [sys.executable, "-S", "-m", "qlvb.workflows.recognition.reading", kind, str(directory)]
        process = subprocess.Popen(
            command,
            stdin=stream,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd="/",
            env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PATH": os.environ.get("PATH", "")},
            start_new_session=True,
        )
        try:
            said = process.communicate(timeout=SECONDS)[1]
        except subprocess.TimeoutExpired as error:
            raise TextNotRead(HUNG, retry=False) from error
        finally:
            _end(process)
        if process.returncode:
            logger.info("Nothing recognised in a %s: %s", kind, said[-2000:].decode(errors="replace"))
            raise TextNotRead(*((BROKEN, False) if process.returncode == UNREADABLE else (DIED, True)))


def cache_directory():
    """Where recognised text waits to be kept: Path."""
    return Path(os.environ.get("QLVB_VAR") or tempfile.gettempdir()) / "cache" / "recognised"


def forget(sha256):
    """The record has it now."""
    shutil.rmtree(cache_directory() / sha256, ignore_errors=True)


@contextmanager
def _fresh(known):
    """A directory that becomes ``known`` when the work in it has succeeded."""
    known.parent.mkdir(parents=True, exist_ok=True)
    directory = Path(tempfile.mkdtemp(dir=known.parent))
    try:
        yield directory
        shutil.rmtree(known, ignore_errors=True)
        directory.rename(known)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


@cache
def _languages():
    said = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False).stdout
    return set(said.split())


def _end(process):
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stderr.close()
