"""Right PDF/A files, and what is done to their parts."""

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from io import BytesIO
from made_files import archival
from made_files import text_pdf
import pikepdf
from pikepdf import Array
from pikepdf import Dictionary
from pikepdf import Name
from pikepdf import String
from qlvb.workflows.signing import fonts


RECT = (10, 10, 100, 40)


def saved(pdf, **options):
    target = BytesIO()
    pdf.save(target, compress_streams=False, **options)
    return target.getvalue()


def right(part="2", with_profile=True):
    """An open PDF of two pages that keeps what it claims: a profile of three components, gray paint."""
    pdf = pikepdf.open(BytesIO(archival(2)))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["pdfaid:part"] = part
        for name in ("xmp:CreatorTool", "pdf:Producer"):
            if name in metadata:
                del metadata[name]
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    intent = pdf.Root.OutputIntents[0]
    if with_profile:
        intent.DestOutputProfile.N = 3
    else:
        del intent["/DestOutputProfile"]
    paint(pdf, b"0 g 0 0 10 10 re f")
    return pdf


def paint(pdf, content):
    pdf.pages[0].obj.Contents = pdf.make_stream(content)


def resources(pdf, kind, **named):
    pdf.pages[0].obj.Resources = Dictionary({f"/{kind}": Dictionary({f"/{name}": one for name, one in named.items()})})


def annotate(pdf, **fields):
    values = {"/Type": Name.Annot, "/Subtype": Name.Stamp, "/Rect": Array(RECT), "/F": 4, "/AP": Dictionary({"/N": form(pdf)})}
    values.update({f"/{name}": value for name, value in fields.items()})
    annotation = pdf.make_indirect(Dictionary({name: value for name, value in values.items() if value is not None}))
    pdf.pages[0].obj.Annots = Array([annotation])


def form(pdf, **fields):
    made = pdf.make_stream(b"q Q")
    made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array(RECT)
    for name, value in fields.items():
        made[f"/{name}"] = value
    return made


def image(pdf, **fields):
    made = pdf.make_stream(b"\x00")
    made.Type, made.Subtype, made.Width, made.Height, made.BitsPerComponent = Name.XObject, Name.Image, 1, 1, 8
    made.ColorSpace = Name.DeviceGray
    for name, value in fields.items():
        made[f"/{name}"] = value
    resources(pdf, "XObject", Im1=made)


def attach(pdf, data=b"so lieu", **keys):
    specification = pikepdf.AttachedFileSpec(pdf, data, filename="so-lieu.csv").obj
    if not keys:
        del specification["/AFRelationship"]
    pdf.Root.AF = Array([pdf.make_indirect(specification)])


def action(kind, **more):
    return Dictionary({"/S": Name(f"/{kind}"), **{f"/{name}": value for name, value in more.items()}})


def second_intent(pdf):
    other = pdf.make_stream(b"other")
    other.N = 4
    pdf.Root.OutputIntents.append(Dictionary({"/S": Name.GTS_PDFA1, "/DestOutputProfile": other}))


def lzw(pdf):
    """The letters "-----A---B" of the PDF reference, packed by LZW."""
    stream = pikepdf.Stream(pdf, b"")
    stream.write(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", filter=Name.LZWDecode)
    pdf.Root.Extra = pdf.make_indirect(stream)


def font(pdf, **fields):
    described = Dictionary({"/Type": Name.Font, "/Subtype": Name.Type1, "/BaseFont": Name.Helvetica})
    for name, value in fields.items():
        described[f"/{name}"] = value
    resources(pdf, "Font", F1=pdf.make_indirect(described))


def outside(pdf, text):
    """A page with ``text`` (content stream) in letters that are not in the file."""
    font(pdf)
    paint(pdf, text)


def meant_image(pdf):
    image(pdf, ColorSpace=Name.DeviceCMYK)
    profile = pdf.make_stream(b"profile")
    profile.N = 4
    resources(pdf, "ColorSpace", DefaultCMYK=Array([Name.ICCBased, profile]))


def embedded_font(pdf):
    font(pdf, FontDescriptor=Dictionary({"/FontFile2": pdf.make_stream(b"letters")}))


def lettered(pdf, width=None, mode=0, **fields):
    """The first page shows "Kính" in the letters of the house, whose widths are declared as ``width`` (None: rightly)."""
    with pikepdf.open(BytesIO(text_pdf("Kính gửi"))) as written:
        page = pdf.copy_foreign(written.pages[0].obj)
    pdf.pages[0].obj.Resources = page.Resources
    (shown,) = pdf.pages[0].obj.Resources.Font.values()
    if width is not None:
        shown.DescendantFonts[0].W = Array([0, 65535, width])
    for name, value in fields.items():
        if value is None:
            del shown[f"/{name}"]
        else:
            shown[f"/{name}"] = value
    (name,) = pdf.pages[0].obj.Resources.Font.keys()
    paint(pdf, f"BT {mode} Tr {name} 12 Tf <00010002> Tj ET".encode())


def simple_font(pdf, widths, kind="TrueType"):
    """Letters of the house as a simple font of WinAnsi: "AB" with these widths."""
    with fonts.font_file() as file, TTFont(file.name) as program:
        if kind == "TrueType":
            program = built_truetype()
        target = BytesIO()
        program.save(target)
    embedded = pdf.make_stream(target.getvalue())
    if kind != "TrueType":
        embedded.Subtype = Name.OpenType
    descriptor = Dictionary({"/Flags": 32, ("/FontFile2" if kind == "TrueType" else "/FontFile3"): embedded})
    font(
        pdf,
        Subtype=Name(f"/{kind}"),
        BaseFont=Name.Termes,
        Encoding=Name.WinAnsiEncoding,
        FirstChar=65,
        Widths=Array(widths),
        FontDescriptor=pdf.make_indirect(descriptor),
    )
    paint(pdf, b"BT /F1 12 Tf (AB) Tj ET")


def built_truetype():
    """A TrueType font of 2048 units: "A" is 1024 wide, "B" 1366 (667 thousandths)."""
    builder = FontBuilder(2048, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A", "B"])
    builder.setupCharacterMap({65: "A", 66: "B"})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", "A", "B")})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (1024, 0), "B": (1366, 0)})
    builder.setupHorizontalHeader()
    builder.setupPost()
    return builder.font


def tagged(pdf, kind="P", roles=None, marked=True, language="vi-VN"):
    """What level A asks for; ``kind``: of the one element."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["pdfaid:conformance"] = "A"
    element = pdf.make_indirect(Dictionary({"/Type": Name.StructElem, "/S": Name(f"/{kind}")}))
    tree = {"/Type": Name.StructTreeRoot, "/K": Array([element])}
    if roles:
        tree["/RoleMap"] = Dictionary({f"/{name}": Name(f"/{role}") for name, role in roles.items()})
    pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(tree))
    pdf.Root.MarkInfo = Dictionary({"/Marked": marked})
    pdf.Root.Lang = String(language)


def untagged(pdf):
    tagged(pdf)
    del pdf.Root["/StructTreeRoot"]


def level(said):
    def change(pdf):
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
            metadata["pdfaid:conformance"] = said

    return change


def level_a_letters(pdf, **fields):
    tagged(pdf)
    lettered(pdf, **fields)


def box_of(kind, body):
    return (len(body) + 8).to_bytes(4, "big") + kind + body


def jpeg2000(pdf, channels=3, depth=7, spaces=((1, 1, 16),), more=b""):
    """A picture of JPEG 2000 without pixels. ``spaces``: (METH, APPROX, EnumCS) of each specification of colour."""
    header = box_of(b"ihdr", bytes(8) + channels.to_bytes(2, "big") + bytes([depth, 7, 0, 0]))
    colours = b"".join(box_of(b"colr", bytes([method, 0, approx]) + number.to_bytes(4, "big")) for method, approx, number in spaces)
    made = pikepdf.Stream(pdf, b"")
    made.write(box_of(b"jP  ", b"\r\n\x87\n") + box_of(b"jp2h", header + more + colours), filter=Name.JPXDecode)
    made.Type, made.Subtype, made.Width, made.Height = Name.XObject, Name.Image, 1, 1
    resources(pdf, "XObject", Im1=pdf.make_indirect(made))


def info(pdf, title):
    pdf.trailer.Info = pdf.make_indirect(Dictionary({"/Title": String(title)}))
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = "Quyết định"


def external(pdf):
    stream = pdf.make_stream(b"")
    stream.F = String("http://example/x")
    pdf.Root.Extra = pdf.make_indirect(stream)


def set_root(**fields):
    """``fields``: what makes the values, for each file anew."""

    def change(pdf):
        for name, value in fields.items():
            pdf.Root[f"/{name}"] = value()

    return change


def state(**fields):
    return lambda pdf: resources(pdf, "ExtGState", G1=Dictionary({f"/{name}": one for name, one in fields.items()}))


def box(*sides):
    return lambda pdf: setattr(pdf.pages[0].obj, "MediaBox", Array(list(sides)))


def script():
    return action("JavaScript", JS=String("app.alert(1)"))
