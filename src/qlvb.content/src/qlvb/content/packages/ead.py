"""EAD.xml and EAD_doc, EAD_pic, EAD_media: the fields of a package's dossier and documents, pictures, films and sounds;
and the schemas made from the field lists.
"""

from lxml import etree
from qlvb.content.packages.fields import entity_of
from qlvb.content.packages.fields import fields_of
from qlvb.content.packages.xml import EAD
from qlvb.content.packages.xml import EAD_DOC
from qlvb.content.packages.xml import EAD_MEDIA
from qlvb.content.packages.xml import EAD_PIC
from qlvb.content.packages.xml import XSI
from qlvb.content.packages.xml import parser
from qlvb.content.packages.xml import writing


XSD = "http://www.w3.org/2001/XMLSchema"
#: Root element and namespace of each.
ROOTS = {
    "EAD": ("ead", EAD),
    "EAD_doc": ("ead_doc", EAD_DOC),
    "EAD_pic": ("ead_pic", EAD_PIC),
    "EAD_media": ("ead_media", EAD_MEDIA),
}
_DAY = r"(0[1-9]|[12][0-9]|3[01])/(0[1-9]|1[0-2])/[0-9]{4}"
_MONTH = r"((0[1-9]|1[0-2])/)?[0-9]{4}"


def write(target, part, entity, values, schema):
    """Write the fields that say something, in the order of the list. ``part``: one of ROOTS; ``schema``: relative
    address of its schema.
    """
    root, namespace = ROOTS[part]
    location = {f"{{{XSI}}}schemaLocation": f"{namespace} {schema}"}
    with writing(target) as xml, xml.element(f"{{{namespace}}}{root}", location, nsmap={None: namespace, "xsi": XSI}):
        for field in fields_of(entity):
            given = values.get(field.name) or ()
            for value in (given,) if isinstance(given, str) else given:
                element = etree.Element(f"{{{namespace}}}{field.name}", nsmap={None: namespace})
                element.text = value
                xml.write(element)


def read(data):
    """dict name -> str, or tuple of str where a name comes several times, of the bytes of any of them; order does not
    matter.

    :raises etree.XMLSyntaxError: it is no XML.
    """
    found = {}
    for element in etree.fromstring(data, parser()).iterchildren(tag=etree.Element):
        found.setdefault(etree.QName(element).localname, []).append((element.text or "").strip())
    return {name: values[0] if len(values) == 1 else tuple(values) for name, values in found.items()}


def schema(profile, part):
    """bytes of the XSD of a ``part`` (one of ROOTS) of a package. ``profile``: as in ENTITIES."""
    entity = entity_of(profile, part)
    root, namespace = ROOTS[part]
    top = etree.Element(
        f"{{{XSD}}}schema",
        {"targetNamespace": namespace, "elementFormDefault": "qualified"},
        nsmap={"xs": XSD, None: namespace},
    )
    _note(top, f"TT 05/2025/TT-BNV: {entity}")
    element = etree.SubElement(top, f"{{{XSD}}}element", name=root)
    sequence = etree.SubElement(etree.SubElement(element, f"{{{XSD}}}complexType"), f"{{{XSD}}}sequence")
    for field in fields_of(entity):
        _element(sequence, field, entity.startswith("AIP"))
    return etree.tostring(top, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _element(sequence, field, partial_days):
    often = {"maxOccurs": "unbounded"} if field.repeatable else {}
    least = {} if field.required else {"minOccurs": "0"}
    element = etree.SubElement(sequence, f"{{{XSD}}}element", name=field.name, **least, **often)
    _note(element, field.label)
    kind = etree.SubElement(element, f"{{{XSD}}}simpleType")
    if field.type == "Number":
        restriction = etree.SubElement(kind, f"{{{XSD}}}restriction", base="xs:nonNegativeInteger")
        _facet(restriction, "totalDigits", field.length)
        return
    restriction = etree.SubElement(kind, f"{{{XSD}}}restriction", base="xs:string")
    if field.type == "Date":
        _facet(restriction, "pattern", f"{_DAY}|{_MONTH}" if partial_days else _DAY)
    elif field.type == "Boolean":
        _facet(restriction, "pattern", "[01]")
    elif field.codes:
        for code in field.codes:
            _facet(restriction, "enumeration", code)
    else:
        _facet(restriction, "minLength", 1)
        _facet(restriction, "maxLength", field.length)


def _facet(restriction, name, value):
    etree.SubElement(restriction, f"{{{XSD}}}{name}", value=str(value))


def _note(parent, text):
    annotation = etree.SubElement(parent, f"{{{XSD}}}annotation")
    etree.SubElement(annotation, f"{{{XSD}}}documentation").text = text
