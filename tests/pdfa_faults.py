"""Right PDFs for archives, and what breaks them: each case does one thing to a right file."""

from made_files import archival
from pikepdf import Array
from pikepdf import Dictionary
from pikepdf import Name
from pikepdf import String
from pdfa_parts import action
from pdfa_parts import annotate
from pdfa_parts import attach
from pdfa_parts import box
from pdfa_parts import box_of
from pdfa_parts import embedded_font
from pdfa_parts import external
from pdfa_parts import font
from pdfa_parts import form
from pdfa_parts import image
from pdfa_parts import info
from pdfa_parts import jpeg2000
from pdfa_parts import lettered
from pdfa_parts import level
from pdfa_parts import level_a_letters
from pdfa_parts import lzw
from pdfa_parts import meant_image
from pdfa_parts import outside
from pdfa_parts import paint
from pdfa_parts import resources
from pdfa_parts import script
from pdfa_parts import second_intent
from pdfa_parts import set_root
from pdfa_parts import simple_font
from pdfa_parts import state
from pdfa_parts import tagged
from pdfa_parts import untagged


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
