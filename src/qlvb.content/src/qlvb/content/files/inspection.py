"""What a file is by its bytes (pure functions): its name and the browser's word for it are not asked."""

from dataclasses import dataclass
import pikepdf
from PIL import Image
from PIL import UnidentifiedImageError
from qlvb.content.files import ole
from qlvb.content.files import packages


_IMAGES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
)
_RAR = b"Rar!\x1a\x07"
#: Film and sound: where their mark stands, and what it is.
_MEDIA = (
    (4, b"ftyp", "mp4"),
    (8, b"AVI ", "avi"),
    (0, bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c"), "wmv"),
    (0, b"ID3", "mp3"),
    (0, b"\xff\xfb", "mp3"),
    (0, b"\xff\xf3", "mp3"),
    (0, b"\xff\xfa", "mp3"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
#: The mark of a PDF may stand after some bytes, and its end before some (as readers accept).
_HEAD = 1024
_TAIL = 4096


@dataclass(frozen=True)
class Inspection:
    """``kind`` is the id of a FileKind or None; ``fault`` is "" or the reason why the file cannot be taken:
    broken, encrypted, macros, bomb."""

    kind: str | None
    fault: str = ""
    page_count: int | None = None


def inspect(stream, strict=False):
    """Look into a seekable binary ``stream``; returns :class:`Inspection`.

    ``strict`` refuses a PDF that readers would have to repair (a file to be signed must be sound).
    """
    stream.seek(0)
    head = stream.read(_HEAD)
    if b"%PDF-" in head:
        return _pdf(stream, strict)
    if head.startswith(ole.MAGIC):
        return _compound(stream)
    if head.startswith(_ZIP):
        return _package(stream)
    if head.startswith(_RAR):
        return Inspection("rar")
    kind = next((kind for magic, kind in _IMAGES if head.startswith(magic)), None)
    if kind:
        return _image(stream, kind)
    return Inspection(next((kind for place, mark, kind in _MEDIA if head[place:].startswith(mark)), None))


def _pdf(stream, strict):
    end = stream.seek(0, 2)
    stream.seek(max(0, end - _TAIL))
    if b"%%EOF" not in stream.read():
        return Inspection("pdf", "broken")
    stream.seek(0)
    try:
        with pikepdf.open(stream, attempt_recovery=not strict) as pdf:
            if pdf.is_encrypted:
                return Inspection("pdf", "encrypted")
            pages = len(pdf.pages)
    except pikepdf.PasswordError:
        return Inspection("pdf", "encrypted")
    except (pikepdf.PdfError, ValueError):
        return Inspection("pdf", "broken")
    return Inspection("pdf", "" if pages else "broken", pages or None)


def _compound(stream):
    try:
        names = ole.top_names(stream)
    except ole.BrokenCompoundFile:
        return Inspection("doc", "broken")
    if ole.is_encrypted(names):
        return Inspection("docx", "encrypted")
    kind = ole.office_kind(names)
    return Inspection(kind, "macros" if kind and ole.has_macros(names) else "")


def _package(stream):
    try:
        package = packages.inspect(stream)
    except packages.PackageBomb:
        return Inspection("zip", "bomb")
    except packages.BrokenPackage:
        return Inspection("zip", "broken")
    fault = "encrypted" if package.encrypted else "macros" if package.macros else ""
    return Inspection(package.kind, fault)


def _image(stream, kind):
    stream.seek(0)
    try:
        with Image.open(stream) as image:
            image.verify()
    except Image.DecompressionBombError:
        return Inspection(kind, "bomb")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return Inspection(kind, "broken")
    return Inspection(kind)
