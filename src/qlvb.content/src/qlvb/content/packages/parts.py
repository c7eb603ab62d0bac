"""Hồ sơ con in a package: which dossiers a dossier is divided into, or which one it is a part of.

Every part is a dossier with a code, a contents list and a package of its own (TT 05/2025 packs a dossier), so packages
name each other: in a file beside the EAD, whose fields TT 05/2025 fixes, in the map of METS, in relations of PREMIS.
"""

from lxml import etree
from qlvb.content.packages.model import Related
from qlvb.content.packages.xml import PARTS
from qlvb.content.packages.xml import XSI
from qlvb.content.packages.xml import parser
from qlvb.content.packages.xml import writing


PATH = "metadata/descriptive/parts.xml"
#: OTHERMDTYPE in METS.
KIND = "QLVB parts of the dossier"
#: Element -> attribute of Related, in the order of the schema.
FIELDS = {
    "fileCode": "code",
    "fileNotation": "symbol",
    "title": "title",
    "startDate": "start",
    "endDate": "end",
    "totalDoc": "documents",
    "numberOfPage": "pages",
}
_NUMBERS = ("documents", "pages")


def write(target, whole, parts, schema):
    """Write the Related ``whole``, or those in ``parts`` where it is None; ``schema``: relative address of the
    schema.
    """
    location = {f"{{{XSI}}}schemaLocation": f"{PARTS} {schema}"}
    with writing(target) as xml, xml.element(f"{{{PARTS}}}parts", location, nsmap={None: PARTS, "xsi": XSI}):
        for name, one in [("whole", whole)] if whole is not None else [("part", part) for part in parts]:
            xml.write(_element(name, one))


def _element(name, one):
    element = etree.Element(f"{{{PARTS}}}{name}", {"order": str(one.order)}, nsmap={None: PARTS})
    for tag, attribute in FIELDS.items():
        value = getattr(one, attribute)
        if value != "":
            etree.SubElement(element, f"{{{PARTS}}}{tag}").text = str(value)
    return element


def read(data):
    """(whole or None, tuple of parts) of the bytes of a file that its schema has found right: of Related.

    :raises etree.XMLSyntaxError: it is no XML.
    """
    root = etree.fromstring(data, parser())
    wholes, parts = (tuple(map(_related, root.iterfind(f"{{{PARTS}}}{name}"))) for name in ("whole", "part"))
    return (wholes[0] if wholes else None), parts


def _related(element):
    values = {name: (element.findtext(f"{{{PARTS}}}{tag}") or "").strip() for tag, name in FIELDS.items()}
    return Related(order=int(element.get("order")), **{**values, **{name: int(values[name]) for name in _NUMBERS}})


def is_ours(data):
    """bool: the bytes are such a file, and not one of another producer that only has its name."""
    try:
        return etree.fromstring(data, parser()).tag == f"{{{PARTS}}}parts"
    except etree.XMLSyntaxError:
        return False
