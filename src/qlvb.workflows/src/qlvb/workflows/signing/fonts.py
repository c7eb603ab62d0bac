"""The letters that are written into prepared files: TeX Gyre Termes, embedded as small simple fonts.

A simple font (one byte a letter) lets any later revision write digits without touching the font again.
"""

from functools import cache
from importlib.resources import files
from io import BytesIO
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name


FILES = {False: "texgyretermes-regular.otf", True: "texgyretermes-italic.otf"}
#: Letters that WinAnsi has no place for, and the codes they take in files already prepared: append only.
EXTRA = dict(
    zip(
        (*(code for code in range(128, 192) if code not in (160, 173)), 127, *range(1, 32)),
        "ĐđăĂơƠưƯốạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏồổỗộớờởỡợụủứừửữựỳỵỷỹĨĩŨũỐỒỔỖỘỚỜỞỢẤẦẨẬẮẰẶẾỀỂỆỊỈỌỎỦỤỨỪỬỮỰẠẢẸẺỲỶ",
        strict=True,
    )
)
SERIF, NONSYMBOLIC, ITALIC = 2, 32, 64
PLAIN = "".join(map(chr, range(32, 127))) + "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"
CODES = {**{letter: ord(letter) for letter in PLAIN}, **{letter: code for code, letter in EXTRA.items()}}


def font_file(italic=False):
    """The font as an open binary file."""
    return files("qlvb.workflows.signing").joinpath("fonts", FILES[italic]).open("rb")


@cache
def _subset(italic):
    """(CFF program, {letter: width}, {letter: glyph name}, descriptor numbers) of the letters of ``CODES``."""
    # Loaded when the first file is prepared: the start of every process would wait most of a second for it.
    from fontTools import subset
    from fontTools.ttLib import TTFont

    with font_file(italic) as source:
        font = TTFont(source)
        names = {letter: font.getBestCmap()[ord(letter)] for letter in CODES}
        widths = {letter: font["hmtx"][name][0] for letter, name in names.items()}
        head, os2, post = font["head"], font["OS/2"], font["post"]
        numbers = {
            "/Ascent": os2.sTypoAscender,
            "/Descent": os2.sTypoDescender,
            "/CapHeight": getattr(os2, "sCapHeight", 660),
            "/ItalicAngle": post.italicAngle,
            "/StemV": 80,
            "/FontBBox": [head.xMin, head.yMin, head.xMax, head.yMax],
        }
        options = subset.Options()
        options.layout_features = []
        options.notdef_outline = True
        options.desubroutinize = True
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[ord(letter) for letter in CODES])
        subsetter.subset(font)
        program = BytesIO()
        font["CFF "].cff.compile(program, font)
    return program.getvalue(), widths, names, numbers


def encode(text):
    """``text`` as bytes of the embedded fonts.

    :raises ValueError: for a letter that they do not hold.
    """
    try:
        return bytes(CODES[letter] for letter in text)
    except KeyError as error:
        raise ValueError(f"no letter {error.args[0]!r} in the form font") from error


def text_width(text, size, italic=False):
    """Width in points. :raises ValueError: for a letter that the fonts do not hold."""
    encode(text)
    return sum(_subset(italic)[1][letter] for letter in text) * size / 1000


def embed(writer, italic=False):
    """Write the font to a pyHanko writer; returns the reference to its dictionary."""
    program, widths, names, numbers = _subset(italic)
    name = "/QLVB" + ("BB" if italic else "AA") + "+TeXGyreTermes-" + ("Italic" if italic else "Regular")
    font_program = generic.StreamObject({pdf_name("/Subtype"): pdf_name("/Type1C")}, stream_data=program)
    font_program.compress()
    descriptor = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/FontDescriptor"),
            pdf_name("/FontName"): pdf_name(name),
            pdf_name("/Flags"): generic.NumberObject(SERIF | NONSYMBOLIC | (ITALIC if italic else 0)),
            pdf_name("/FontFile3"): writer.add_object(font_program),
        }
    )
    for key, number in numbers.items():
        if isinstance(number, list):
            descriptor[key] = generic.ArrayObject(map(generic.NumberObject, number))
        else:
            descriptor[key] = generic.NumberObject(round(number))
    by_code = {code: letter for letter, code in CODES.items()}
    differences = generic.ArrayObject()
    for code, letter in sorted(EXTRA.items()):
        differences.extend((generic.NumberObject(code), pdf_name("/" + names[letter])))
    to_unicode = generic.StreamObject(stream_data=_to_unicode(by_code))
    to_unicode.compress()
    return writer.add_object(
        generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Font"),
                pdf_name("/Subtype"): pdf_name("/Type1"),
                pdf_name("/BaseFont"): pdf_name(name),
                pdf_name("/FirstChar"): generic.NumberObject(1),
                pdf_name("/LastChar"): generic.NumberObject(255),
                pdf_name("/Widths"): generic.ArrayObject(
                    generic.NumberObject(widths[by_code[code]] if code in by_code else 0) for code in range(1, 256)
                ),
                pdf_name("/Encoding"): generic.DictionaryObject(
                    {
                        pdf_name("/Type"): pdf_name("/Encoding"),
                        pdf_name("/BaseEncoding"): pdf_name("/WinAnsiEncoding"),
                        pdf_name("/Differences"): differences,
                    }
                ),
                pdf_name("/FontDescriptor"): writer.add_object(descriptor),
                pdf_name("/ToUnicode"): writer.add_object(to_unicode),
            }
        )
    )


def _to_unicode(by_code):
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    items = sorted(by_code.items())
    for start in range(0, len(items), 100):
        part = items[start : start + 100]
        lines.append(f"{len(part)} beginbfchar")
        lines.extend(f"<{code:02X}> <{letter.encode('utf-16-be').hex().upper()}>" for code, letter in part)
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
