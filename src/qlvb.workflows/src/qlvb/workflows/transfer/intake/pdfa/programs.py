"""Font programs embedded in a PDF: how wide their letters are, in thousandths of an em."""

from fontTools import agl
from fontTools.cffLib import CFFFontSet
from fontTools.encodings.StandardEncoding import StandardEncoding
from fontTools.pens.basePen import NullPen
from fontTools.t1Lib import T1Font
from fontTools.ttLib import TTFont
from functools import cache
from io import BytesIO
import logging
import pikepdf
import tempfile


#: What fontTools remarks on subsets (a date of 1904, no table of names) is no news for our log.
logging.getLogger("fontTools").setLevel(logging.ERROR)
#: Flag of a font descriptor.
SYMBOLIC = 4
#: Encoding of a simple font -> codec with the same letters.
CODECS = {"/WinAnsiEncoding": "cp1252", "/MacRomanEncoding": "mac_roman"}


def simple_widths(font, descriptor):
    """callable(code) -> width, or None where the program does not tell, of a simple font (/Type1, /TrueType, /MMType1).
    None where there is no program that is read here.
    """
    if "/FontFile2" in descriptor:
        return _by_truetype(TTFont(_bytes(descriptor["/FontFile2"])), font, descriptor)
    if "/FontFile3" in descriptor:
        kind = descriptor["/FontFile3"].get("/Subtype")
        if kind == "/Type1C":
            return _by_names(font, *_cff(_bytes(descriptor["/FontFile3"])))
        if kind == "/OpenType":
            return _by_truetype(TTFont(_bytes(descriptor["/FontFile3"])), font, descriptor)
    if "/FontFile" in descriptor:
        return _by_names(font, *_type1(descriptor["/FontFile"].read_bytes()))
    return None


def composite_widths(descendant, descriptor):
    """The same of a composite font, by CID. ``descendant``: its CIDFont."""
    if "/FontFile2" in descriptor or descriptor.get("/FontFile3", {}).get("/Subtype") == "/OpenType":
        program = TTFont(_bytes(descriptor.get("/FontFile2", descriptor.get("/FontFile3"))))
        return _by_glyph_number(program, descendant.get("/CIDToGIDMap"))
    if "/FontFile3" in descriptor:
        width, top = _cff(_bytes(descriptor["/FontFile3"]))
        order = top.charset
        if hasattr(top, "ROS"):
            return lambda cid: width(f"cid{cid:05d}")
        return lambda cid: width(order[cid]) if cid < len(order) else None
    return None


def _bytes(stream):
    return BytesIO(stream.read_bytes())


def _by_glyph_number(program, mapping):
    scale, metrics, count = 1000 / program["head"].unitsPerEm, program["hmtx"].metrics, program["maxp"].numGlyphs
    table = mapping.read_bytes() if isinstance(mapping, pikepdf.Stream) else None

    def width(cid):
        place = cid
        if table is not None:
            place = int.from_bytes(table[2 * cid : 2 * cid + 2], "big") if 2 * cid + 2 <= len(table) else count
        return metrics[program.getGlyphName(place)][0] * scale if place < count else None

    return width


def _by_truetype(program, font, descriptor):
    scale, metrics = 1000 / program["head"].unitsPerEm, program["hmtx"].metrics
    tables = {(table.platformID, table.platEncID): table.cmap for table in program["cmap"].tables}
    symbolic = bool(int(descriptor.get("/Flags", 0)) & SYMBOLIC)
    names = {} if symbolic else names_of(font)

    def glyph(code):
        if not symbolic:
            letters = agl.toUnicode(names.get(code, ""))
            return tables.get((3, 1), {}).get(ord(letters)) if len(letters) == 1 else None
        signs = tables.get((3, 0), {})
        found = (signs.get(start + code) for start in (0xF000, 0, 0xF100, 0xF200))
        return next((one for one in found if one is not None), tables.get((1, 0), {}).get(code))

    def width(code):
        name = glyph(code)
        return metrics[name][0] * scale if name in metrics else None

    return width


def _by_names(font, width, own):
    """``own``: the program's top dictionary, or its dict of codes, where the PDF does not say how it is encoded."""
    names = names_of(font) if "/Encoding" in font else _own_names(own)
    return lambda code: width(names[code]) if code in names else None


def _own_names(own):
    encoding = getattr(own, "Encoding", own)
    if encoding == "StandardEncoding":
        encoding = StandardEncoding
    return {code: name for code, name in enumerate(encoding) if name not in (None, ".notdef")} if encoding else {}


def names_of(font):
    """dict code -> name of the letter, as the font dictionary encodes it."""
    said = font.get("/Encoding")
    if isinstance(said, pikepdf.Dictionary):
        names = dict(_names_of_base(str(said.get("/BaseEncoding", ""))))
        code = 0
        for one in said.get("/Differences", []):
            if isinstance(one, pikepdf.Name):
                names[code] = str(one)[1:]
                code += 1
            else:
                code = int(one)
        return names
    return dict(_names_of_base(str(said)))


@cache
def _names_of_base(base):
    codec = CODECS.get(base)
    if codec is None:
        return {code: name for code, name in enumerate(StandardEncoding) if name != ".notdef"}
    letters = {code: bytes([code]).decode(codec, "ignore") for code in range(32, 256)}
    return {code: agl.UV2AGL[ord(one)] for code, one in letters.items() if one and ord(one) in agl.UV2AGL}


def _cff(stream):
    """(callable(name) -> width or None, top dictionary) of a CFF program."""
    fonts = CFFFontSet()
    fonts.decompile(stream, None)
    top = fonts[0]
    scale, letters = _scale_of(top), top.CharStrings

    def width(name):
        if scale is None or name not in letters:
            return None
        letter = letters[name]
        letter.draw(NullPen())
        return letter.width * scale

    return width, top


def _scale_of(top):
    """Thousandths of an em in a unit; None where each part of the font has its own."""
    parts = getattr(top, "FDArray", None) or []
    if any("FontMatrix" in part.rawDict for part in parts):
        return None
    return top.FontMatrix[0] * 1000


def _type1(data):
    """(callable(name) -> width or None, dict of codes) of a Type 1 program."""
    with tempfile.NamedTemporaryFile(suffix=".pfa") as file:
        file.write(data)
        file.flush()
        program = T1Font(file.name)
        program.parse()
    letters, scale = program["CharStrings"], program["FontMatrix"][0] * 1000

    def width(name):
        if name not in letters:
            return None
        letters[name].draw(NullPen())
        return letters[name].width * scale

    return width, program["Encoding"]
