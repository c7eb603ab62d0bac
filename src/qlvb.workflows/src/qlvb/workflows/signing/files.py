"""Opening PDFs for signing, and reading their form; every refusal for a file that cannot be used is made here."""

from io import BytesIO
import pikepdf
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from qlvb.content.violations import Refused
from qlvb.workflows.signing.refusals import refusal
import struct
import zlib


DAMAGE = (
    PdfError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    RecursionError,
    struct.error,
    zlib.error,
)


def entry(dictionary, key, default=None):
    """The value of ``key``, references followed (pyHanko's own ``get`` gives the reference), or ``default``."""
    return dictionary[key] if key in dictionary else default  # noqa: SIM401


def reader_of(pdf):
    """A pyHanko reader of the bytes ``pdf``. :raises Refused: 400 ``pdf_unreadable``, ``pdf_encrypted``."""
    try:
        reader = PdfFileReader(BytesIO(pdf))
        if reader.encrypted:
            raise refusal("pdf_encrypted")
        reader.root["/Pages"]["/Count"]
    except DAMAGE as error:
        raise refusal("pdf_unreadable") from error
    return reader


def is_plainly_unsigned(pdf):
    """bool: an irregular file, as many scanners and picture programs write them, that bears no signature when it is
    read with indulgence. A signed file gets none.
    """
    try:
        reader = PdfFileReader(BytesIO(pdf), strict=False)
        return not reader.encrypted and not reader.embedded_signatures
    except DAMAGE:
        return False


def regular(pdf):
    """``pdf`` (bytes) itself, or, where it is irregular and bears no signature, written anew by the letter of the
    standard: pages and pictures stay as they are. What cannot be mended comes back as it is.
    """
    try:
        reader_of(pdf)
        return pdf
    except Refused:
        if not is_plainly_unsigned(pdf):
            return pdf
    try:
        with pikepdf.open(BytesIO(pdf)) as opened:
            target = BytesIO()
            opened.save(target)
    except pikepdf.PdfError:
        return pdf
    return target.getvalue()


def writer_of(pdf):
    """A pyHanko writer that will append to the bytes ``pdf``.

    :raises Refused: as ``reader_of``; 400 ``pdf_active`` for scripts and actions, which may change what is seen.
    """
    reader_of(pdf)
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    root = writer.root
    names = entry(root, "/Names", {})
    if "/JavaScript" in names or "/AA" in root or _runs_script(entry(root, "/OpenAction")):
        raise refusal("pdf_active")
    return writer


def _runs_script(action):
    return isinstance(action, dict) and entry(action, "/S") not in (None, "/GoTo")


def bytes_of(writer):
    """What the writer makes; its input is always the beginning.

    :raises RuntimeError: when it is not, which would void earlier signatures.
    """
    output = BytesIO()
    writer.write(output)
    return checked_update(writer.prev.stream, output)


def checked_update(before, after):
    """The bytes of the open file ``after``, checked to begin with those of ``before``."""
    before.seek(0)
    old, new = before.read(), after.getvalue()
    if not new.startswith(old):
        raise RuntimeError("a revision does not begin with the one before it")
    return new


def form_fields(handler):
    """{name: field dictionary} of the top level of the form; {} without a form."""
    return names_in(handler.root)


def names_in(root):
    """:func:`form_fields` of a document catalogue, which may be that of an earlier revision."""
    if "/AcroForm" not in root:
        return {}
    try:
        listed = [field.get_object() for field in entry(root["/AcroForm"], "/Fields", ())]
        return {str(entry(field, "/T", "")): field for field in listed}
    except DAMAGE as error:
        raise refusal("pdf_unreadable") from error
