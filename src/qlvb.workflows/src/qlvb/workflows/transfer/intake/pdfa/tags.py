"""Tags and Unicode: what levels A and U of a PDF ask beyond level B."""

from fontTools import agl
import pikepdf
from qlvb.workflows.transfer.intake.pdfa.programs import CODECS
from qlvb.workflows.transfer.intake.pdfa.programs import names_of
import re


#: Structure types of PDF 1.7 (ISO 32000-1, 14.8.4).
STANDARD = frozenset(
    {
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
        "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
        "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference",
        "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
        "Formula", "Form",
    }
)
#: Collections of letters of which everybody knows the Unicode.
COLLECTIONS = frozenset({"GB1", "CNS1", "Japan1", "Korea1", "KR"})
KNOWN_ENCODINGS = frozenset({*CODECS, "/MacExpertEncoding"})
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
#: Elements looked at; what comes after is not judged.
MOST_ELEMENTS = 400_000


def faults_of_tags(pdf):
    """Iterable of (rule, detail) of a file of level A."""
    marked = pdf.Root.get("/MarkInfo")
    if marked is None or not bool(marked.get("/Marked", False)):
        yield "not_marked", ""
    yield from _of_language(pdf.Root)
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None or "/K" not in tree:
        yield "no_structure", ""
        return
    roles = {str(name)[1:]: str(role)[1:] for name, role in tree.get("/RoleMap", {}).items()}
    for element in _elements(tree):
        yield from _of_language(element)
        if "/S" in element:
            kind = str(element["/S"])[1:]
            if kind in roles and kind in STANDARD and roles[kind] != kind:
                yield "structure_type", f"{kind} → {roles[kind]}"
            elif not is_standard(kind, roles):
                yield "structure_type", kind


def is_standard(kind, roles):
    """bool: the type is a standard one, or stands for one in the role map (pure).

    >>> is_standard("Doan", {"Doan": "P"}), is_standard("a", {"a": "b", "b": "a"})
    (True, False)
    """
    seen = set()
    while kind not in STANDARD:
        if kind in seen or kind not in roles:
            return False
        seen.add(kind)
        kind = roles[kind]
    return True


def lacks_unicode(font):
    """bool: nobody can tell which words the letters of the font are."""
    if "/ToUnicode" in font:
        return False
    kind, encoding = font.get("/Subtype"), font.get("/Encoding")
    if kind == "/Type0":
        collection = font["/DescendantFonts"][0].get("/CIDSystemInfo", {})
        return str(collection.get("/Ordering", "")) not in COLLECTIONS
    if encoding is None:
        return kind == "/TrueType"
    if isinstance(encoding, pikepdf.Name):
        return str(encoding) not in KNOWN_ENCODINGS
    return any(not agl.toUnicode(name) for name in names_of(font).values() if name != ".notdef")


def _of_language(holder):
    said = holder.get("/Lang")
    if said is not None and str(said) and not _LANGUAGE.fullmatch(str(said)):
        yield "language", str(said)[:40]


def _elements(tree):
    """Every element below the root of the tags."""
    stack, seen = [tree["/K"]], set()
    while stack and len(seen) < MOST_ELEMENTS:
        found = stack.pop()
        if isinstance(found, pikepdf.Array):
            stack.extend(one for one in found if isinstance(one, (pikepdf.Dictionary, pikepdf.Array)))
            continue
        if not isinstance(found, pikepdf.Dictionary):
            continue
        if found.is_indirect:
            if found.objgen in seen:
                continue
            seen.add(found.objgen)
        if found.get("/Type") in ("/MCR", "/OBJR"):
            continue
        yield found
        if "/K" in found and isinstance(found["/K"], (pikepdf.Dictionary, pikepdf.Array)):
            stack.append(found["/K"])
