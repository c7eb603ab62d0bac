"""Whether a PDF is one for archives: it says so, and keeps what it says as far as can be seen without a full
validator.

Looked at (ISO 19005-2, clauses in brackets): the identification in its metadata (6.6.4), an output intent (6.2.3), no
encryption (6.1.3), no scripts (6.5.1), every font of its pages embedded (6.2.11.4).
"""

from io import BytesIO
from pypdf import PdfReader
from pypdf.errors import PyPdfError
import re


PART = re.compile(rb"pdfaid:part(?:\s*=\s*[\"']|[^>]*>)\s*([1-4])")
#: Pages whose fonts are looked at; later ones nearly always share them.
MOST_PAGES = 200
#: What pypdf raises over damaged files, beside its own errors.
DAMAGE = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError)


def look(data):
    """(readable, archival, pages) of the bytes of a PDF; pages is None for one that cannot be read."""
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            return True, False, None
        pages = len(reader.pages)
        if not pages:
            return False, False, None
        return True, _says(reader) and _keeps(reader), pages
    except DAMAGE:
        return False, False, None


def _says(reader):
    metadata = _value(reader.root_object, "/Metadata")
    return metadata is not None and PART.search(metadata.get_data()) is not None


def _keeps(reader):
    root = reader.root_object
    if not _value(root, "/OutputIntents") or "/JavaScript" in (_value(root, "/Names") or {}):
        return False
    seen = set()
    for page in reader.pages[:MOST_PAGES]:
        fonts = _value(_value(page, "/Resources") or {}, "/Font") or {}
        for name in fonts:
            reference = fonts.raw_get(name)
            key = getattr(reference, "idnum", id(reference))
            if key not in seen and not _embedded(fonts[name]):
                return False
            seen.add(key)
    return True


def _embedded(font):
    """bool: the letters lie in the file; those of Type3 fonts are drawings in it."""
    if _value(font, "/Subtype") == "/Type3":
        return True
    inner = _value(font, "/DescendantFonts")
    described = inner[0].get_object() if inner else font
    descriptor = _value(described, "/FontDescriptor") or {}
    return any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3"))


def _value(dictionary, name):
    found = dictionary.get(name)
    return found.get_object() if found is not None else None
