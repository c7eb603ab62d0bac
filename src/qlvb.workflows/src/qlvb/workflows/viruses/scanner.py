"""ClamAV's daemon, spoken to over its socket."""

from clamav_client.clamd import BufferTooLongError
from clamav_client.clamd import ClamdError
from clamav_client.clamd import ClamdNetworkSocket
from clamav_client.clamd import ClamdUnixSocket
from io import BytesIO
import pikepdf
from qlvb.content import clock
from qlvb.content.files.versions import PDF
from qlvb.content.files.viruses import CLEAN
from qlvb.content.files.viruses import INFECTED
from qlvb.content.files.viruses import UNCHECKED
from qlvb.content.files.viruses import VirusCheck
from qlvb.workflows.viruses.address import address_of
from qlvb.workflows.viruses.address import engine_and_signatures
from qlvb.workflows.viruses.interfaces import IVirusScanner
from qlvb.workflows.viruses.interfaces import ScannerDown
from qlvb.workflows.viruses.settings import ScannerSettings
from zope.interface import implementer


#: Seconds for its name and version: who does not say that at once hangs. The files themselves take longer.
GREETING, TIMEOUT = 3, 60
#: What clamd reports instead of a virus when a file goes beyond its limits (``AlertExceedsMax``).
BEYOND_LIMITS = "Heuristics.Limits.Exceeded"
#: Attached files of a PDF larger than this (bytes, unpacked) are not unpacked.
MOST_ATTACHED = 256 << 20


@implementer(IVirusScanner)
class VirusScanner:
    """See IVirusScanner."""

    @property
    def configured(self):
        return bool(ScannerSettings().address)

    def version(self):
        try:
            return engine_and_signatures(self._client(GREETING).version())
        except (ClamdError, OSError) as error:
            raise ScannerDown(str(error)) from error

    def look(self, stream, mimetype="", patience=TIMEOUT):
        try:
            engine, signatures = self.version()
        except ScannerDown:
            return VirusCheck(UNCHECKED, clock.now(), reason="out_of_reach")
        client = self._client(patience)
        said = _said(client, stream)
        if mimetype == PDF and said[0] == CLEAN:
            said = _said_of_attached(client, stream)
        state, virus, reason = said
        return VirusCheck(state, clock.now(), virus, engine, signatures, reason)

    def _client(self, seconds):
        address = address_of(ScannerSettings().address)
        if address is None:
            raise ScannerDown("no address")
        if address.path:
            return ClamdUnixSocket(address.path, timeout=seconds)
        return ClamdNetworkSocket(address.host, address.port, timeout=seconds)


def _said(client, stream):
    """(state, virus, reason) of one stream."""
    stream.seek(0)
    try:
        status, detail = client.instream(stream)["stream"]
    except (BufferTooLongError, BrokenPipeError, ConnectionResetError):
        # clamd answers and hangs up as soon as a stream is longer than it takes, while we still write.
        return UNCHECKED, "", "too_large"
    except (ClamdError, OSError, KeyError):
        return UNCHECKED, "", "out_of_reach"
    if status == "FOUND":
        beyond = (detail or "").startswith(BEYOND_LIMITS)
        return (UNCHECKED, "", "too_large") if beyond else (INFECTED, detail or "", "")
    return (CLEAN, "", "") if status == "OK" else (UNCHECKED, "", "not_read")


def _said_of_attached(client, stream):
    """The same of the files attached to a PDF: clamd does not unpack them (it passed EICAR in a compressed one)."""
    stream.seek(0)
    left = MOST_ATTACHED
    try:
        with pikepdf.open(stream) as pdf:
            for name in pdf.attachments:
                attached = pdf.attachments[name].get_file()
                left -= attached.size if attached.size and attached.size > 0 else 0
                if left < 0:
                    return UNCHECKED, "", "too_large"
                said = _said(client, BytesIO(attached.read_bytes()))
                if said[0] != CLEAN:
                    return said
    except pikepdf.PasswordError:
        return UNCHECKED, "", "not_read"
    except (pikepdf.PdfError, ValueError, KeyError, TypeError):
        # Nothing is attached to what is no PDF; that it is broken is said by others.
        return CLEAN, "", ""
    return CLEAN, "", ""
