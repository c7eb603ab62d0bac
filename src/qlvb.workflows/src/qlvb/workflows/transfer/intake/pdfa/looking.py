"""One look at the bytes of a PDF."""

from dataclasses import dataclass
from dataclasses import replace
from io import BytesIO
import pikepdf
from qlvb.workflows.transfer.intake.pdfa import claims
from qlvb.workflows.transfer.intake.pdfa import colours
from qlvb.workflows.transfer.intake.pdfa import verapdf
from qlvb.workflows.transfer.intake.pdfa.clauses import fault
from qlvb.workflows.transfer.intake.pdfa.jpeg2000 import JPX
from qlvb.workflows.transfer.intake.pdfa.jpeg2000 import faults_of_picture
from qlvb.workflows.transfer.intake.pdfa.metrics import differing_widths
from qlvb.workflows.transfer.intake.pdfa.objects import faults_of_object
from qlvb.workflows.transfer.intake.pdfa.shown import fonts_used
from qlvb.workflows.transfer.intake.pdfa.tags import faults_of_tags
from qlvb.workflows.transfer.intake.pdfa.tags import lacks_unicode
from qlvb.workflows.transfer.intake.pdfa.walking import reachable


#: What pikepdf raises over damaged files, beside its own errors.
DAMAGE = (pikepdf.PdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError)
#: An embedded PDF larger than this (bytes) is not judged, and so not taken for one for archives.
MOST_EMBEDDED = 64 << 20


@dataclass(frozen=True)
class PdfLook:
    """``readable``: it opens and has pages; ``faults``: tuple of PdfFault; ``pages``: None where nobody can count."""

    readable: bool
    faults: tuple = ()
    pages: int | None = None

    @property
    def archival(self):
        """bool: nothing was found against it."""
        return self.readable and not self.faults


def look(data):
    """PdfLook of the bytes of a PDF. Whoever claims to be PDF/A is judged by veraPDF where the operator has it."""
    seen = _look(data, deep=True)
    claimed = seen.readable and not any(one.rule in ("no_claim", "encrypted") for one in seen.faults)
    said = verapdf.judged(data) if claimed else None
    return seen if said is None else replace(seen, faults=said)


def _look(data, deep):
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            pages = len(pdf.pages)
            if not pages:
                return PdfLook(False)
            return PdfLook(True, tuple(_faults(pdf, deep)), pages)
    except pikepdf.PasswordError:
        return PdfLook(True, (fault("encrypted", 2),))
    except DAMAGE:
        return PdfLook(False)


def _faults(pdf, deep):
    """The first of each rule, in the order of the clauses' table as far as the walk gives it."""
    tree = claims.metadata(pdf)
    part = claims.part_of(tree)
    if part is None:
        return [fault("no_claim", 2)]
    found = {}
    for rule, detail in _all(pdf, tree, part, deep):
        one = fault(rule, part, detail)
        if one is not None:
            found.setdefault(rule, one)
    return list(found.values())


def _all(pdf, tree, part, deep):
    """(rule, detail) of everything, whether the part asks for it or not."""
    if pdf.is_encrypted:
        yield "encrypted", ""
    if "/ID" not in pdf.trailer:
        yield "no_id", ""
    if part == 1 and "/Info" in pdf.trailer:
        for name in claims.differing(tree, pdf.trailer["/Info"]):
            yield "info_differs", name
    if "/OCProperties" in pdf.Root:
        yield "optional_content", ""
    yield from _of_form(pdf)
    if "/JavaScript" in pdf.Root.get("/Names", {}):
        yield "action", "JavaScript"
    forms, outside = [], []
    for one, key, above in reachable(pdf):
        for rule, detail in faults_of_object(one, key, above, part):
            if rule == "font_not_embedded":
                outside.append((one.objgen, detail))
            else:
                yield rule, detail
        if isinstance(one, pikepdf.Stream):
            if one.get("/Subtype") == "/Form":
                forms.append(one)
            elif one.get("/Subtype") == "/Image" and key != "/SMask":
                yield from _of_jpeg2000(one, part)
        elif "/EF" in one:
            yield from _of_embedded(one, part, deep)
    fonts, unseen = fonts_used(pdf, forms)
    for number, name in outside:
        if number not in unseen:  # letters that nobody sees need no drawings
            yield "font_not_embedded", name
    yield from _of_colours(pdf, colours.families_of(pdf, forms))
    yield from _of_levels(pdf, claims.level_of(tree), part, fonts)


def _of_jpeg2000(image, part):
    """Part 1 knows no such picture; the others ask for what every program can show."""
    if image.get("/Filter") not in (JPX, [JPX]):
        return
    if part == 1:
        yield "jpeg2000", JPX[1:]
        return
    for detail in faults_of_picture(image.read_raw_bytes()):
        yield "jpeg2000", detail


def _of_levels(pdf, level, part, fonts):
    """Widths of letters, which every level asks for; tags and Unicode, which levels A and U do."""
    for font, strings in fonts:
        if detail := differing_widths(font, strings):
            yield "font_widths", detail
        if level in ("A", "U") and lacks_unicode(font):
            yield "no_unicode", str(font.get("/BaseFont", "/?"))[1:]
    if part == 4:
        return
    if not level or (level, part) == ("U", 1):
        yield "no_level", ""
    if level == "A":
        yield from faults_of_tags(pdf)


def _of_form(pdf):
    form = pdf.Root.get("/AcroForm")
    if form is None:
        return
    if bool(form.get("/NeedAppearances", False)):
        yield "form_appearances", ""
    if "/XFA" in form:
        yield "xfa", ""


def _of_colours(pdf, used):
    intents = [one for one in pdf.Root.get("/OutputIntents", []) if one.get("/S") == "/GTS_PDFA1"]
    profiles = {one["/DestOutputProfile"].objgen for one in intents if "/DestOutputProfile" in one}
    if len(profiles) > 1:
        yield "output_intents_differ", ""
    for family in sorted(used - colours.meant(intents) - {""}):
        yield "device_colour", f"Device{family}"


def _of_embedded(specification, part, deep):
    """Part 1 takes none; part 2 those that are themselves for archives; part 3 any whose relation is said."""
    name = str(specification.get("/UF", specification.get("/F", "?")))
    if part == 1:
        yield "embedded_file", name
    elif part == 2:
        stream = specification["/EF"].get("/UF", specification["/EF"].get("/F"))
        size = int(stream.get("/Length", 0)) if stream is not None else 0
        if stream is None or size > MOST_EMBEDDED or not deep or not _look(stream.read_bytes(), deep=False).archival:
            yield "embedded_file", name
    elif part == 3 and not all(key in specification for key in ("/AFRelationship", "/F", "/UF")):
        yield "embedded_file", name
