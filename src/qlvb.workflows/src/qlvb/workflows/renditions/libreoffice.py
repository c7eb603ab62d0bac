"""LibreOffice as converter: one process per file, one profile per worker, killed when it hangs.

A process of its own takes about a second and cannot drag another conversion down with it. The profile belongs to
this process alone (two LibreOffices on one profile: the second writes nothing and says nothing), runs no macros
and fetches nothing that a document links to.
"""

import atexit
from contextlib import suppress
from importlib.resources import files
import logging
import os
from pathlib import Path
from qlvb.content import _
from qlvb.workflows.renditions.interfaces import ConversionFailed
from qlvb.workflows.renditions.interfaces import IConverter
import shutil
import signal
import subprocess
import tempfile
import threading
from zope.interface import implementer


logger = logging.getLogger(__name__)

TIMEOUT = 60  # seconds
#: 2 = PDF/A-2b: the first part that allows transparent pictures of signatures and seals.
FILTER = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
PROGRAMS = ("soffice", "libreoffice")

MISSING = _(
    "rendition_program_missing",
    default="Máy chủ chưa cài LibreOffice Writer nên không chuyển được tệp soạn thảo sang PDF; hãy tải lên bản PDF.",
)
HUNG = _("rendition_program_hung", default="LibreOffice không trả lời trong thời gian cho phép.")
DIED = _("rendition_program_died", default="LibreOffice dừng đột ngột khi chuyển tệp.")
UNREADABLE = _("rendition_unreadable", default="LibreOffice không đọc được tệp; hãy kiểm tra tệp hoặc tải lên bản PDF.")


def find_program():
    """Path of LibreOffice (``QLVB_SOFFICE`` or found on the path), or None."""
    named = os.environ.get("QLVB_SOFFICE")
    if named:
        return shutil.which(named)
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def make_profile(directory):
    """Write a profile that runs no macros and fetches nothing into ``directory`` (made when missing)."""
    (directory / "user").mkdir(parents=True)
    settings = files("qlvb.workflows.renditions").joinpath("registrymodifications.xcu").read_bytes()
    (directory / "user" / "registrymodifications.xcu").write_bytes(settings)


@implementer(IConverter)
class LibreOffice:
    """See IConverter."""

    timeout = TIMEOUT

    def __init__(self):
        self._lock = threading.Lock()
        self._profile = None

    def available(self):
        return find_program() is not None

    def convert(self, data, suffix):
        program = find_program()
        if program is None:
            raise ConversionFailed(MISSING, retry=False)
        with self._lock, tempfile.TemporaryDirectory(prefix="qlvb-convert-") as work:
            source = Path(work) / f"source{suffix}"
            source.write_bytes(data)
            said = self._run([program, *self._options(), "--outdir", work, str(source)], work)
            result = Path(work) / "source.pdf"
            if not result.is_file():
                logger.warning("LibreOffice made no PDF: %s", said)
                raise ConversionFailed(UNREADABLE, retry=False)
            pdf = result.read_bytes()
        if not pdf.startswith(b"%PDF-"):
            raise ConversionFailed(DIED, retry=True)
        return pdf

    def _options(self):
        return [
            f"-env:UserInstallation={self._profile_directory().as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            FILTER,
        ]

    def _run(self, command, work):
        """What the program said. :raises ConversionFailed: it hung or died; then the profile is thrown away."""
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            cwd=work,
            env={**os.environ, "HOME": work, "TMPDIR": work},
            start_new_session=True,
        )
        try:
            said, _nothing = process.communicate(timeout=self.timeout)
        except subprocess.TimeoutExpired as error:
            self._forget_profile()
            raise ConversionFailed(HUNG, retry=True) from error
        finally:
            self._kill(process)
        if process.returncode:
            self._forget_profile()
            raise ConversionFailed(DIED, retry=True)
        return said.decode("utf-8", "replace").strip()

    def _kill(self, process):
        """End the program and what it started (soffice is a script around soffice.bin)."""
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        process.stdout.close()

    def _profile_directory(self):
        if self._profile is None or not self._profile.is_dir():
            self._profile = Path(tempfile.mkdtemp(prefix="qlvb-libreoffice-"))
            atexit.register(shutil.rmtree, self._profile, ignore_errors=True)
            make_profile(self._profile)
        return self._profile

    def _forget_profile(self):
        if self._profile is not None:
            shutil.rmtree(self._profile, ignore_errors=True)
        self._profile = None
