"""Rules for single objects of a PDF: (rule, detail) of what an object has that archives do not take."""

import pikepdf


FORBIDDEN_ACTIONS = frozenset(
    {
        "/Launch",
        "/Sound",
        "/Movie",
        "/ResetForm",
        "/ImportData",
        "/Hide",
        "/SetOCGState",
        "/Rendition",
        "/Trans",
        "/GoTo3DView",
        "/JavaScript",
    }
)
NAMED = frozenset({"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"})
ANNOTATIONS = frozenset({"/3D", "/Sound", "/Screen", "/Movie"})
#: Kinds of annotations that part 1 does not know beside these.
OF_PART_1 = frozenset(
    {
        "/Text",
        "/Link",
        "/FreeText",
        "/Line",
        "/Square",
        "/Circle",
        "/Highlight",
        "/Underline",
        "/Squiggly",
        "/StrikeOut",
        "/Stamp",
        "/Ink",
        "/Popup",
        "/Widget",
        "/PrinterMark",
        "/TrapNet",
    }
)
INVISIBLE, HIDDEN, PRINT, NO_VIEW, TOGGLE_NO_VIEW = 1, 2, 4, 32, 256
SMALLEST, LARGEST = 3, 14400


def faults_of_object(found, key, above, part):
    """Iterable of (rule, detail) of a dictionary or stream that was reached by ``key`` from one under ``above``."""
    if isinstance(found, pikepdf.Stream):
        yield from _of_stream(found)
    if found.get("/Type") == "/Page":
        yield from _of_page(found)
    elif key in ("/Annots", "/Kids", "/Fields") and "/Subtype" in found and "/Rect" in found:
        yield from _of_annotation(found, part)
    elif above == "/Font" or found.get("/Type") == "/Font":
        yield from _of_font(found)
    elif above == "/ExtGState" or found.get("/Type") == "/ExtGState":
        yield from _of_state(found)
    if key in ("/A", "/OpenAction", "/Next") or above == "/AA":
        yield from _of_action(found)
    if "/AA" in found and (key == "/Root" or found.get("/Type") == "/Page"):
        yield "trigger", ""
    if found.get("/S") == "/Transparency":
        yield "transparency", "Group"


def _of_stream(found):
    filters = found.get("/Filter")
    names = [str(one) for one in filters] if isinstance(filters, pikepdf.Array) else [str(filters)]
    if "/LZWDecode" in names:
        yield "lzw", ""
    if any(name in found for name in ("/F", "/FFilter", "/FDecodeParms")):
        yield "external_stream", ""
    kind = found.get("/Subtype")
    if kind == "/Image":
        if "/Alternates" in found or "/OPI" in found:
            yield "image_extras", "Alternates, OPI"
        if bool(found.get("/Interpolate", False)):
            yield "image_extras", "Interpolate"
        if "/SMask" in found and found["/SMask"] != "/None":
            yield "transparency", "SMask"
    if kind == "/PS" or found.get("/Subtype2") == "/PS":
        yield "postscript", ""
    if kind == "/Form" and "/Ref" in found:
        yield "reference", ""


def _of_page(page):
    for name in ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
        box = page.get(name)
        if isinstance(box, pikepdf.Array) and len(box) == 4:
            sides = abs(float(box[2]) - float(box[0])), abs(float(box[3]) - float(box[1]))
            if min(sides) < SMALLEST or max(sides) > LARGEST:
                yield "page_size", name[1:]


def _of_annotation(found, part):
    kind = str(found["/Subtype"])
    if kind in ANNOTATIONS or (part == 1 and kind not in OF_PART_1):
        yield "annotation_type", kind[1:]
    flags = int(found["/F"]) if "/F" in found else None
    if kind != "/Popup":
        forbidden = INVISIBLE | HIDDEN | NO_VIEW | (TOGGLE_NO_VIEW if part != 1 else 0)
        missing = flags is None and part != 1
        if missing or (flags is not None and (not flags & PRINT or flags & forbidden)):
            yield "annotation_flags", kind[1:]
    if part == 1 and float(found.get("/CA", 1)) != 1:
        yield "transparency", "CA"
    if kind == "/Widget" and ("/A" in found or "/AA" in found):
        yield "form_action", ""
    shown = found.get("/AP")
    flat = len({float(found["/Rect"][0]), float(found["/Rect"][2])}) == 1
    flat = flat and len({float(found["/Rect"][1]), float(found["/Rect"][3])}) == 1
    needs = kind == "/Widget" if part == 1 else kind not in ("/Popup", "/Link") and not flat
    if needs and (shown is None or "/N" not in shown):
        yield "annotation_appearance", kind[1:]


def _of_font(found):
    """Letters lie in the file; those of Type3 fonts are drawings in it, a composite font's lie in its descendant."""
    if found.get("/Subtype") in ("/Type3", "/Type0"):
        return
    descriptor = found.get("/FontDescriptor")
    if descriptor is None or not any(name in descriptor for name in ("/FontFile", "/FontFile2", "/FontFile3")):
        yield "font_not_embedded", str(found.get("/BaseFont", "?"))[1:]


def _of_state(found):
    mask = found.get("/SMask")
    if mask is not None and mask != "/None":
        yield "transparency", "SMask"
    for name in ("/CA", "/ca"):
        if float(found.get(name, 1)) != 1:
            yield "transparency", name[1:]
    mode = found.get("/BM")
    modes = list(mode) if isinstance(mode, pikepdf.Array) else [mode] if mode is not None else []
    if any(one not in ("/Normal", "/Compatible") for one in modes):
        yield "transparency", "BM"


def _of_action(found):
    kind = str(found.get("/S", ""))
    if kind in FORBIDDEN_ACTIONS:
        yield "action", kind[1:]
    elif kind == "/Named" and str(found.get("/N", "")) not in NAMED:
        yield "action", f"Named {found.get('/N', '')}"
