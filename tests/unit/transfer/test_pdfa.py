"""What keeps a PDF from being one for archives: each case is a right file with one thing done to it."""

from io import BytesIO
from made_files import archival
from made_files import text_pdf
import pikepdf
from pikepdf import Array
from pikepdf import Dictionary
from pikepdf import Name
from pikepdf import String
import pytest
from qlvb.workflows.transfer.intake.pdfa.clauses import CLAUSES
from qlvb.workflows.transfer.intake.pdfa.looking import look
from qlvb.workflows.transfer.intake.pdfa.wording import SENTENCES
from qlvb.workflows.transfer.intake.pdfa.wording import lack


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


def embedded_font(pdf):
    font(pdf, FontDescriptor=Dictionary({"/FontFile2": pdf.make_stream(b"letters")}))


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
    "title said alike": (lambda pdf: info(pdf, "Quyết định"), None, None, None),
}


@pytest.mark.parametrize("part", [1, 2, 3])
@pytest.mark.parametrize("case", CASES)
def test_one_thing_is_done_and_found(case, part):
    change, *expected = CASES[case]
    with right(str(part)) as pdf:
        change(pdf)
        seen = look(saved(pdf))
    rules = {fault.rule for fault in seen.faults}
    assert (seen.readable, rules) == (True, {expected[part - 1]} - {None})
    assert all(fault.clause.startswith(f"ISO 19005-{part}, 6.") for fault in seen.faults)


def test_colours_without_any_profile():
    with right(with_profile=False) as pdf:
        assert [fault.detail for fault in look(saved(pdf)).faults] == ["DeviceGray"]


def test_a_default_gives_colours_a_meaning():
    with right(with_profile=False) as pdf:
        space = Array([Name.CalGray, Dictionary({"/WhitePoint": Array([1, 1, 1])})])
        resources(pdf, "ColorSpace", DefaultGray=space)
        assert look(saved(pdf)).archival


def test_a_locked_file():
    with right() as pdf:
        opened = look(saved(pdf, encryption=pikepdf.Encryption(owner="a", user="")))
        locked = look(saved(pdf, encryption=pikepdf.Encryption(owner="a", user="b")))
    assert [fault.rule for fault in opened.faults] == [fault.rule for fault in locked.faults] == ["encrypted"]


def test_what_claims_nothing_and_what_is_broken():
    plain = look(text_pdf("Kính gửi"))
    assert ([fault.rule for fault in plain.faults], plain.pages) == (["no_claim"], 1)
    assert not look(b"%PDF-1.7\nbroken").readable


def test_part_4_is_held_to_what_it_shares():
    with right("4") as pdf:
        embedded_font(pdf)
        assert look(saved(pdf)).archival
        font(pdf)
        pdf.Root.OpenAction = script()
        assert {(fault.rule, fault.clause) for fault in look(saved(pdf)).faults} == {
            ("font_not_embedded", "ISO 19005-4"),
            ("action", "ISO 19005-4"),
        }


def test_what_older_revisions_left_is_not_looked_at():
    with right() as pdf:
        pdf.Root.OpenAction = pdf.make_indirect(script())
        before = saved(pdf)
    with pikepdf.open(BytesIO(before)) as pdf:
        del pdf.Root["/OpenAction"]
        assert look(saved(pdf)).archival


def test_every_rule_has_words_and_a_case():
    assert set(SENTENCES) == set(CLAUSES)
    shown = {rule for _change, *rules in CASES.values() for rule in rules if rule}
    assert set(CLAUSES) - shown == {"encrypted", "no_claim", "no_id"}
    said = lack("font_not_embedded", "ISO 19005-2, 6.2.11.4.1", "Arial", target_language="vi")
    assert said == "phông chữ Arial không nhúng trong tệp (ISO 19005-2, 6.2.11.4.1)"
