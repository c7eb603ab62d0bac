"""What is inside zip-based files: docx, xlsx, pptx, odt, ods, odp and plain zip (pure functions)."""

from dataclasses import dataclass
from lxml import etree
import zipfile
from zlib import error as ZlibError


#: A package that unpacks to more than this, or to more than this many times its size, is a bomb.
MAX_UNPACKED = 512 * 1024 * 1024
MAX_RATIO = 200
#: Ratios mean nothing for small files.
RATIO_FROM = 20 * 1024 * 1024
MAX_ENTRIES = 20000

_TYPES = "[Content_Types].xml"
_MAIN = {
    "wordprocessingml.document.main+xml": "docx",
    "spreadsheetml.sheet.main+xml": "xlsx",
    "presentationml.presentation.main+xml": "pptx",
}
_MACRO_MAIN = {
    "ms-word.document.macroEnabled": "docx",
    "ms-excel.sheet.macroEnabled": "xlsx",
    "ms-powerpoint.presentation.macroEnabled": "pptx",
}
_ODF = {
    b"application/vnd.oasis.opendocument.text": ("odt", "content.xml"),
    b"application/vnd.oasis.opendocument.spreadsheet": ("ods", "content.xml"),
    b"application/vnd.oasis.opendocument.presentation": ("odp", "content.xml"),
}


class BrokenPackage(ValueError):
    """The file starts like a zip file and cannot be read as one."""


class PackageBomb(ValueError):
    """The file would unpack to more than any document needs."""


@dataclass(frozen=True)
class Package:
    """What a zip-based file is, see :func:`inspect`."""

    kind: str  # id of a FileKind
    macros: bool
    encrypted: bool


def inspect(stream):
    """What the zip-based ``stream`` is: :class:`Package`.

    :raises BrokenPackage: not readable, a part is damaged, or an office file has no proper main part.
    :raises PackageBomb: unpacks to too much.
    """
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as package:
            return _inspect(package)
    except (zipfile.BadZipFile, EOFError, ZlibError, NotImplementedError, UnicodeDecodeError, OSError) as error:
        raise BrokenPackage(str(error)) from error


def _inspect(package):
    infos = package.infolist()
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos) or 1
    if len(infos) > MAX_ENTRIES or unpacked > MAX_UNPACKED or (unpacked > RATIO_FROM and unpacked / packed > MAX_RATIO):
        raise PackageBomb(f"{len(infos)} entries, {unpacked} bytes")
    encrypted = any(info.flag_bits & 1 for info in infos)
    names = {info.filename for info in infos}
    if not encrypted:
        damaged = package.testzip()
        if damaged is not None:
            raise BrokenPackage(damaged)
    if _TYPES in names and not encrypted:
        return _ooxml(package, names)
    if "mimetype" in names and not encrypted:
        kind = _ODF.get(package.read("mimetype").strip())
        if kind is not None:
            return _odf(package, names, *kind)
    return Package("zip", False, encrypted)


def _ooxml(package, names):
    macros = any(name.lower().endswith("vbaproject.bin") for name in names)
    for override in _xml(package, _TYPES).iter("{*}Override"):
        content_type = override.get("ContentType", "")
        kind = next((kind for word, kind in _MAIN.items() if word in content_type), None)
        if kind is None:
            kind = next((kind for word, kind in _MACRO_MAIN.items() if word in content_type), None)
            macros = macros or kind is not None
        if kind is not None:
            part = override.get("PartName", "").lstrip("/")
            if part not in names:
                raise BrokenPackage(part)
            _xml(package, part)
            return Package(kind, macros, False)
    raise BrokenPackage("no main part")


def _odf(package, names, kind, part):
    if part not in names:
        raise BrokenPackage(part)
    if (
        "META-INF/manifest.xml" in names
        and next(_xml(package, "META-INF/manifest.xml").iter("{*}encryption-data"), None) is not None
    ):
        return Package(kind, False, True)
    _xml(package, part)
    return Package(kind, any(name.startswith(("Basic/", "Scripts/")) for name in names), False)


def _xml(package, name):
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        with package.open(name) as part:
            return etree.parse(part, parser)
    except etree.XMLSyntaxError as error:
        raise BrokenPackage(f"{name}: {error}") from error
