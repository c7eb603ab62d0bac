"""Widths that a PDF declares for the letters that it shows, held against those of the font programs in it."""

from fontTools import ttLib
from fontTools.t1Lib import T1Error
import pikepdf
from qlvb.workflows.transfer.intake.pdfa.programs import composite_widths
from qlvb.workflows.transfer.intake.pdfa.programs import simple_widths
import struct


#: Thousandths of an em by which the two may differ (both are rounded).
ALLOWED = 1.0001
#: What fontTools raises over programs that are damaged, or no fonts at all; those are not judged here.
_UNREADABLE = (
    ttLib.TTLibError,
    T1Error,
    AssertionError,
    AttributeError,
    IndexError,
    KeyError,
    NotImplementedError,
    struct.error,
    TypeError,
    UnicodeDecodeError,
    ValueError,
    pikepdf.PdfError,
)
_SIMPLE = ("/Type1", "/TrueType", "/MMType1")
_BY_CID = ("/Identity-H", "/Identity-V")


def differing_widths(font, strings):
    """str: the first letter shown whose declared width is not that of the program ("Termes 65: 500 ≠ 722"), or ""."""
    try:
        found = _pair_of(font)
        if found is None:
            return ""
        declared, actual, size = found
        for code in sorted({code for text in strings for code in _codes(text, size)}):
            said, real = declared(code), actual(code)
            if said is not None and real is not None and abs(said - real) > ALLOWED:
                return f"{str(font.get('/BaseFont', '?'))[1:]} {code}: {said:g} ≠ {real:g}"
    except _UNREADABLE:
        return ""
    return ""


def _codes(text, size):
    return (int.from_bytes(text[at : at + size], "big") for at in range(0, len(text) - size + 1, size))


def _pair_of(font):
    """(callable(code) -> declared width, callable(code) -> width in the program, bytes of a code), or None."""
    kind = font.get("/Subtype")
    if kind in _SIMPLE:
        descriptor = font.get("/FontDescriptor")
        actual = simple_widths(font, descriptor) if descriptor is not None and "/Widths" in font else None
        return (_of_simple(font, descriptor), actual, 1) if actual is not None else None
    if kind == "/Type0" and font.get("/Encoding") in _BY_CID:
        descendant = font["/DescendantFonts"][0]
        descriptor = descendant.get("/FontDescriptor")
        actual = composite_widths(descendant, descriptor) if descriptor is not None else None
        return (_of_composite(descendant), actual, 2) if actual is not None else None
    return None


def _of_simple(font, descriptor):
    first = int(font.get("/FirstChar", 0))
    widths = [float(one) for one in font["/Widths"]]
    missing = float(descriptor.get("/MissingWidth", 0))
    return lambda code: widths[code - first] if 0 <= code - first < len(widths) else missing


def _of_composite(descendant):
    """Widths of ``/W`` (``c [w …]`` and ``first last w``), else ``/DW``."""
    usual, known = float(descendant.get("/DW", 1000)), {}
    said = list(descendant.get("/W", []))
    while said:
        first, second = int(said.pop(0)), said.pop(0)
        if isinstance(second, pikepdf.Array):
            known.update((first + place, float(width)) for place, width in enumerate(second))
        else:
            known.update(dict.fromkeys(range(first, int(second) + 1), float(said.pop(0))))
    return lambda cid: known.get(cid, usual)
