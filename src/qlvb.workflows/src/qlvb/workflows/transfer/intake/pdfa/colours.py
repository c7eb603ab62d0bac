"""Colours of the device that a PDF paints with, held against the profile that it brings for them."""

import pikepdf


#: Operators that paint with a colour of the device -> family.
PAINTING = {"rg": "RGB", "RG": "RGB", "k": "CMYK", "K": "CMYK", "g": "Gray", "G": "Gray"}
FAMILIES = {"/DeviceRGB": "RGB", "/DeviceCMYK": "CMYK", "/DeviceGray": "Gray", "/RGB": "RGB", "/CMYK": "CMYK"}
FAMILIES["/G"] = "Gray"
#: Components of the profile of an output intent -> families that it gives a meaning to.
MEANT = {1: {"Gray"}, 3: {"RGB", "Gray"}, 4: {"CMYK", "Gray"}}
#: Pages whose contents are read; later ones nearly always paint alike.
MOST_PAGES = 200
_OPERATORS = " ".join((*PAINTING, "cs", "CS"))


def families_of(pdf, streams):
    """Families of the device (RGB, CMYK, Gray) that nothing in the resources gives a meaning to: set of str.

    ``streams``: forms that pages draw.
    """
    found = set()
    for page in pdf.pages[:MOST_PAGES]:
        found |= _painted(page, resources_of(page.obj))
    for form in streams:
        found |= _painted(form, form.get("/Resources", pikepdf.Dictionary()))
    return found


def family_of_image(image):
    """Family of the device of an image's colour space, or ""."""
    return FAMILIES.get(str(image.get("/ColorSpace", "")), "") if not image.get("/ImageMask", False) else ""


def meant(intents):
    """Families that output intents with a profile give a meaning to: set of str."""
    found = set()
    for intent in intents:
        profile = intent.get("/DestOutputProfile")
        if profile is not None:
            found |= MEANT.get(int(profile.get("/N", 0)), set())
    return found


def _painted(holder, resources):
    spaces = resources.get("/ColorSpace", pikepdf.Dictionary()) if resources is not None else pikepdf.Dictionary()
    defaults = {family for family in ("RGB", "CMYK", "Gray") if f"/Default{family}" in spaces}
    pictures = resources.get("/XObject", pikepdf.Dictionary()) if resources is not None else pikepdf.Dictionary()
    used = {family_of_image(one) for one in pictures.values() if one.get("/Subtype") == "/Image"}
    try:
        instructions = pikepdf.parse_content_stream(holder, _OPERATORS)
    except pikepdf.PdfParsingError:
        instructions = ()  # what cannot be read is not judged
    for instruction in instructions:
        name = str(instruction.operator)
        if name in PAINTING:
            used.add(PAINTING[name])
        elif name in ("cs", "CS") and instruction.operands:
            used.add(FAMILIES.get(str(instruction.operands[0]), ""))
    return used - defaults - {""}


def resources_of(page):
    """Resources of a page, its own or those of a node above it."""
    while page is not None:
        if "/Resources" in page:
            return page["/Resources"]
        page = page.get("/Parent")
    return pikepdf.Dictionary()
