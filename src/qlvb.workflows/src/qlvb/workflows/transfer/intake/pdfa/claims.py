"""What the metadata of a PDF say: which part of ISO 19005 it keeps, and the same as the information dictionary."""

from lxml import etree
import re


AID = "http://www.aiim.org/pdfa/ns/id/"
_DC = "http://purl.org/dc/elements/1.1/"
_PDF = "http://ns.adobe.com/pdf/1.3/"
_XMP = "http://ns.adobe.com/xap/1.0/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#: Key of the information dictionary -> its property (ISO 19005-1, 6.7.3). Dates are not compared.
SAME = {
    "/Title": (_DC, "title"),
    "/Author": (_DC, "creator"),
    "/Subject": (_DC, "description"),
    "/Keywords": (_PDF, "Keywords"),
    "/Creator": (_XMP, "CreatorTool"),
    "/Producer": (_PDF, "Producer"),
}


def metadata(pdf):
    """The root element of the XMP packet, or None."""
    found = pdf.Root.get("/Metadata")
    if found is None:
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        return etree.fromstring(found.read_bytes().strip(b"\x00 \r\n\t"), parser)
    except etree.XMLSyntaxError:
        return None


def part_of(tree):
    """1 to 4 as the metadata claim, None where they claim none."""
    said = value(tree, AID, "part") if tree is not None else ""
    return int(said) if re.fullmatch("[1-4]", said) else None


def level_of(tree):
    """A, B or U as the metadata claim; "" where they claim none of these."""
    said = value(tree, AID, "conformance").upper()
    return said if said in ("A", "B", "U") else ""


def value(tree, namespace, name):
    """str of a property: an attribute, a text, or the first of its list; "" where it is missing."""
    tag = f"{{{namespace}}}{name}"
    for description in tree.iter(f"{{{_RDF}}}Description"):
        if description.get(tag) is not None:
            return description.get(tag).strip()
        element = description.find(tag)
        if element is not None:
            item = element.find(f".//{{{_RDF}}}li")
            return ((item if item is not None else element).text or "").strip()
    return ""


def differing(tree, info):
    """Names of the entries of the information dictionary that the metadata do not say alike: list of str."""
    return [
        key[1:] for key, place in SAME.items() if key in info and str(info[key]).strip() != value(tree, *place)
    ]
