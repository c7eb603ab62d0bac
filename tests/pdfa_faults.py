"""Right PDFs for archives, and what breaks them: each case does one thing to a right file."""

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


#: (what is done to a right file, the rule of part 1, of part 2, of part 3); None: allowed there.
CASES = {
    "nothing": (lambda pdf: None, None, None, None),
    "gray, rgb of the profile": (lambda pdf: paint(pdf, b"1 0 0 rg 0 g"), None, None, None),
    "cmyk beside a profile of rgb": (lambda pdf: paint(pdf, b"0 0 0 1 k"), *["device_colour"] * 3),
    "cmyk image": (lambda pdf: image(pdf, ColorSpace=Name.DeviceCMYK), *["device_colour"] * 3),
    "gray image": (image, None, None, None),
    "two profiles": (second_intent, *["output_intents_differ"] * 3),
    "lzw": (lzw, *["lzw"] * 3),
    "stream outside": (external, *["external_stream"] * 3),
    "font outside": (font, *["font_not_embedded"] * 3),
    "font outside, of letters that nobody sees": (lambda pdf: outside(pdf, b"BT 3 Tr /F1 12 Tf (AB) Tj ET"), None, None, None),
    "font outside, seen once": (
        lambda pdf: outside(pdf, b"BT /F1 12 Tf 3 Tr (AB) Tj 0 Tr (A) Tj ET"),
        *["font_not_embedded"] * 3,
    ),
    "cmyk image where the page says what cmyk is": (meant_image, None, None, None),
    "font inside": (embedded_font, None, None, None),
    "drawn font": (lambda pdf: font(pdf, Subtype=Name.Type3), None, None, None),
    "script on opening": (set_root(OpenAction=script), *["action"] * 3),
    "named scripts": (set_root(Names=lambda: Dictionary({"/JavaScript": Dictionary({"/Names": Array([])})})), *["action"] * 3),
    "launch": (lambda pdf: annotate(pdf, Subtype=Name.Link, A=action("Launch", F=String("x.exe"))), *["action"] * 3),
    "link to a page of the web": (
        lambda pdf: annotate(pdf, Subtype=Name.Link, A=action("URI", URI=String("https://sonhai.example"))),
        *[None] * 3,
    ),
    "next page": (set_root(OpenAction=lambda: action("Named", N=Name.NextPage)), None, None, None),
    "print": (set_root(OpenAction=lambda: action("Named", N=Name.Print)), *["action"] * 3),
    "second of two actions": (
        set_root(OpenAction=lambda: action("GoTo", D=Array([]), Next=script())),
        *["action"] * 3,
    ),
    "trigger of the document": (set_root(AA=lambda: Dictionary({"/WC": action("GoTo")})), *["trigger"] * 3),
    "trigger of a page": (
        lambda pdf: setattr(pdf.pages[0].obj, "AA", Dictionary({"/O": action("GoTo")})),
        *["trigger"] * 3,
    ),
    "stamp": (annotate, None, None, None),
    "hidden stamp": (lambda pdf: annotate(pdf, F=2), *["annotation_flags"] * 3),
    "stamp that is not printed": (lambda pdf: annotate(pdf, F=0), *["annotation_flags"] * 3),
    "no flags": (lambda pdf: annotate(pdf, F=None), None, "annotation_flags", "annotation_flags"),
    "stamp without picture": (lambda pdf: annotate(pdf, AP=None), None, *["annotation_appearance"] * 2),
    "film": (lambda pdf: annotate(pdf, Subtype=Name.Movie), *["annotation_type"] * 3),
    "attached to a place": (
        lambda pdf: annotate(pdf, Subtype=Name.FileAttachment),
        "annotation_type",
        None,
        None,
    ),
    "place of an invisible signature": (
        lambda pdf: annotate(pdf, Subtype=Name.Widget, FT=Name.Sig, F=132, AP=None, Rect=Array([0, 0, 0, 0])),
        "annotation_appearance",
        None,
        None,
    ),
    "button with an action": (
        lambda pdf: annotate(pdf, Subtype=Name.Widget, FT=Name.Btn, A=action("GoTo")),
        *["form_action"] * 3,
    ),
    "fields drawn on opening": (
        set_root(AcroForm=lambda: Dictionary({"/NeedAppearances": True, "/Fields": Array([])})),
        *["form_appearances"] * 3,
    ),
    "xfa": (set_root(AcroForm=lambda: Dictionary({"/XFA": String("x"), "/Fields": Array([])})), None, "xfa", "xfa"),
    "layers": (set_root(OCProperties=lambda: Dictionary({"/OCGs": Array([])})), "optional_content", None, None),
    "half transparent": (state(ca=0.5), "transparency", None, None),
    "blended": (state(BM=Name.Multiply), "transparency", None, None),
    "plain state": (state(ca=1, BM=Name.Normal, SMask=Name("/None")), None, None, None),
    "transparent picture": (
        lambda pdf: image(pdf, SMask=pdf.make_stream(b"\x00")),
        "transparency",
        None,
        None,
    ),
    "smoothed picture": (lambda pdf: image(pdf, Interpolate=True), *["image_extras"] * 3),
    "postscript": (lambda pdf: resources(pdf, "XObject", P=form(pdf, Subtype2=Name.PS)), *["postscript"] * 3),
    "page of another file": (lambda pdf: resources(pdf, "XObject", R=form(pdf, Ref=Dictionary())), *["reference"] * 3),
    "table attached": (attach, "embedded_file", "embedded_file", "embedded_file"),
    "table attached with its relation": (
        lambda pdf: attach(pdf, AFRelationship=True),
        "embedded_file",
        "embedded_file",
        None,
    ),
    "archival pdf attached": (
        lambda pdf: attach(pdf, archival(), AFRelationship=True),
        "embedded_file",
        None,
        None,
    ),
    "tiny page": (box(0, 0, 2, 2), None, "page_size", "page_size"),
    "huge page": (box(0, 0, 14401, 100), None, "page_size", "page_size"),
    "title said otherwise": (lambda pdf: info(pdf, "Công văn"), "info_differs", None, None),
    "letters with their widths": (lettered, None, None, None),
    "letters with other widths": (lambda pdf: lettered(pdf, width=123), *["font_widths"] * 3),
    "widths of invisible letters": (lambda pdf: lettered(pdf, width=123, mode=3), None, None, None),
    "simple letters": (lambda pdf: simple_font(pdf, [500, 667]), None, None, None),
    "simple letters, rounded otherwise": (lambda pdf: simple_font(pdf, [501, 666.5]), None, None, None),
    "simple letters with another width": (lambda pdf: simple_font(pdf, [500, 700]), *["font_widths"] * 3),
    "letters of CFF with another width": (lambda pdf: simple_font(pdf, [722, 700], "Type1"), *["font_widths"] * 3),
    "letters of CFF": (lambda pdf: simple_font(pdf, [722, 667], "Type1"), None, None, None),
    "no level": (level("X"), *["no_level"] * 3),
    "level U": (level("U"), "no_level", None, None),
    "level A": (tagged, None, None, None),
    "level A, own type": (lambda pdf: tagged(pdf, "Doan", {"Doan": "P"}), None, None, None),
    "level A, unknown type": (lambda pdf: tagged(pdf, "Doan"), *["structure_type"] * 3),
    "level A, types in a circle": (lambda pdf: tagged(pdf, "a", {"a": "b", "b": "a"}), *["structure_type"] * 3),
    "level A, not marked": (lambda pdf: tagged(pdf, marked=False), *["not_marked"] * 3),
    "level A without tags": (untagged, *["no_structure"] * 3),
    "level A, no such language": (lambda pdf: tagged(pdf, language="tiếng Việt"), *["language"] * 3),
    "level A, letters": (level_a_letters, None, None, None),
    "level A, letters nobody can read": (lambda pdf: level_a_letters(pdf, ToUnicode=None), *["no_unicode"] * 3),
    "level B, letters nobody can read": (lambda pdf: lettered(pdf, ToUnicode=None), None, None, None),
    "jpeg 2000": (jpeg2000, "jpeg2000", None, None),
    "jpeg 2000 of two channels": (lambda pdf: jpeg2000(pdf, channels=2), *["jpeg2000"] * 3),
    "jpeg 2000 with opacity": (
        lambda pdf: jpeg2000(pdf, channels=2, more=box_of(b"cdef", bytes([0, 2, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0]))),
        "jpeg2000",
        None,
        None,
    ),
    "jpeg 2000 with a palette": (
        lambda pdf: jpeg2000(pdf, channels=2, more=box_of(b"pclr", bytes([0, 1, 3, 7, 7, 7, 0, 0, 0]))),
        "jpeg2000",
        None,
        None,
    ),
    "jpeg 2000 of 39 bits": (lambda pdf: jpeg2000(pdf, depth=38), *["jpeg2000"] * 3),
    "jpeg 2000 of different bits": (
        lambda pdf: jpeg2000(pdf, depth=255, more=box_of(b"bpcc", bytes([7, 7, 15]))),
        *["jpeg2000"] * 3,
    ),
    "jpeg 2000, colours of CIEJab": (lambda pdf: jpeg2000(pdf, spaces=((1, 1, 19),)), *["jpeg2000"] * 3),
    "jpeg 2000, colours named otherwise": (lambda pdf: jpeg2000(pdf, spaces=((4, 1, 16),)), *["jpeg2000"] * 3),
    "jpeg 2000, two spaces, one best": (
        lambda pdf: jpeg2000(pdf, spaces=((1, 1, 16), (4, 2, 16))),
        "jpeg2000",
        None,
        None,
    ),
    "jpeg 2000, two spaces, none best": (
        lambda pdf: jpeg2000(pdf, spaces=((1, 2, 16), (1, 3, 17))),
        *["jpeg2000"] * 3,
    ),
    "transparent group": (
        lambda pdf: setattr(pdf.pages[0].obj, "Group", Dictionary({"/S": Name.Transparency, "/CS": Name.DeviceGray})),
        "transparency",
        None,
        None,
    ),
    "title said alike": (lambda pdf: info(pdf, "Quyết định"), None, None, None),
}
