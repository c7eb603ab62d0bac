"""Additional metadata of a dossier or document in a package (NĐ 30/2020/NĐ-CP, Phụ lục VI, VI-7c): a file of its own
beside the EAD, whose fields TT 05/2025 fixes. Every field says what it is, so that who knows no definition of ours
keeps it, shows it and gives it on.
"""

from lxml import etree
from qlvb.content.additional.definition import AdditionalField
from qlvb.content.additional.interfaces import Said
from qlvb.content.additional.values import read_value
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.xml import ADDITIONAL
from qlvb.content.packages.xml import XSI
from qlvb.content.packages.xml import parser
from qlvb.content.packages.xml import writing


FOLDER = "metadata/descriptive/"
#: Of the dossier, or the package of documents, itself.
PATH = f"{FOLDER}additional.xml"
#: OTHERMDTYPE in METS.
KIND = "QLVB additional metadata"
_FIELD = f"{{{ADDITIONAL}}}field"


def path_of(code):
    """Where a representation has those of the document with this code.

    >>> path_of("a.0000001")
    'metadata/descriptive/additional_a.0000001.xml'
    """
    return f"{FOLDER}additional_{code}.xml"


def write(target, said, schema):
    """Write a tuple of Said; ``schema``: relative address of the schema."""
    location = {f"{{{XSI}}}schemaLocation": f"{ADDITIONAL} {schema}"}
    names = {None: ADDITIONAL, "xsi": XSI}
    with writing(target) as xml, xml.element(f"{{{ADDITIONAL}}}additional", location, nsmap=names):
        for one in said:
            attributes = {"id": one.field.id, "label": one.field.label, "kind": one.field.kind}
            if one.origin:
                attributes["origin"] = one.origin
            element = etree.Element(_FIELD, attributes, nsmap={None: ADDITIONAL})
            element.text = one.value
            xml.write(element)


def read(data, maker):
    """tuple of Said; ``maker``: name of the body whose fields those are that name none.

    :raises etree.XMLSyntaxError: it is no XML.
    """
    return tuple(
        Said(
            AdditionalField(element.get("id", ""), element.get("label", ""), element.get("kind", "")),
            (element.text or "").strip(),
            element.get("origin") or maker,
        )
        for element in etree.fromstring(data, parser()).iterfind(_FIELD)
    )


def is_ours(data):
    """bool: the bytes are such a file, and not one of another producer that only has its name."""
    try:
        return etree.fromstring(data, parser()).tag == f"{{{ADDITIONAL}}}additional"
    except etree.XMLSyntaxError:
        return False


def faults(said, path):
    """What its schema cannot say, that each value is of its kind: list of Finding."""
    return [
        Finding("additional_wrong", path, f"{one.field.label}: {one.value}")
        for one in said
        if read_value(one.field, one.value) != (one.value, None)
    ]
