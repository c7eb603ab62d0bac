"""Which letters of which font the pages show."""

import pikepdf
from qlvb.workflows.transfer.intake.pdfa.colours import MOST_PAGES
from qlvb.workflows.transfer.intake.pdfa.colours import resources_of


_OPERATORS = "Tf Tj TJ ' \" Tr q Q"
INVISIBLE = 3
_SHOWING = ("Tj", "'", '"')


def fonts_used(pdf, forms):
    """(list of (font dictionary, set of bytes shown in it, each a string of a page), set of objgen of the fonts, and
    parts of composite ones, whose letters are nowhere seen). Invisible text, as recognition lays under scans, is no
    letter that is shown. ``forms``: those that pages draw.
    """
    shown, unseen = {}, {}
    for page in pdf.pages[:MOST_PAGES]:
        _look(page, resources_of(page.obj), shown, unseen)
    for form in forms:
        _look(form, form.get("/Resources", pikepdf.Dictionary()), shown, unseen)
    hidden = [font for key, (font, _strings) in unseen.items() if key not in shown]
    parts = [part for font in hidden for part in font.get("/DescendantFonts", [])]
    return list(shown.values()), {one.objgen for one in (*hidden, *parts) if one.is_indirect}


def _look(holder, resources, shown, unseen):
    fonts = resources.get("/Font", pikepdf.Dictionary()) if resources is not None else pikepdf.Dictionary()
    try:
        instructions = pikepdf.parse_content_stream(holder, _OPERATORS)
    except pikepdf.PdfParsingError:
        return  # what cannot be read is not judged
    state, kept = (None, 0), []
    for instruction in instructions:
        name, operands = str(instruction.operator), instruction.operands
        if name == "q":
            kept.append(state)
        elif name == "Q":
            state = kept.pop() if kept else state
        elif name == "Tf" and operands:
            state = (fonts.get(str(operands[0])), state[1])
        elif name == "Tr" and operands:
            state = (state[0], int(operands[0]))
        elif state[0] is not None:
            _add(unseen if state[1] == INVISIBLE else shown, state[0], _strings(name, operands))


def _strings(name, operands):
    if name in _SHOWING and operands:
        return [bytes(operands[-1])]
    if name == "TJ" and operands:
        return [bytes(one) for one in operands[0] if isinstance(one, pikepdf.String)]
    return []


def _add(found, font, strings):
    if strings:
        key = font.objgen if font.is_indirect else id(font)
        found.setdefault(key, (font, set()))[1].update(strings)
