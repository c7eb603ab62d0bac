"""The XML of an export: dossier and documents under the field names of NĐ 30/2020 Phụ lục VI, oldest first."""

from importlib.resources import files
from lxml import etree
from plone import api
from qlvb.content.additional.record import all_of
from qlvb.content.clock import show_date
from qlvb.content.documents.metadata import decree30_metadata
from qlvb.content.documents.vocabularies import language_vocabulary
from qlvb.content.dossiers.due import period
from qlvb.content.dossiers.interfaces import IDossierContents
from qlvb.content.dossiers.parts import order_of
from qlvb.content.dossiers.parts import whole_of
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.content.packages.xml import writing
from qlvb.workflows.packages.contents import versions_of
from qlvb.workflows.packages.origin import maker_of
from zope.component import getUtility
from zope.i18n import translate


NAMESPACE = "urn:qlvb:dossier-export"
TAG = f"{{{NAMESPACE}}}"
#: It needs no prefix.
OWN = {None: NAMESPACE}
LANGUAGES = dict(language_vocabulary.terms)


def schema():
    """bytes of the schema that the XML follows; it documents every field."""
    return files(__package__).joinpath("dossier-export.xsd").read_bytes()


def write(stream, dossier, filed, parts=()):
    """Write the XML; ``filed``: list of Filed in the order of the export; ``parts``: of ExportedPart."""
    with writing(stream) as xml, xml.element(f"{TAG}dossier", nsmap=OWN):
        _write_dossier(xml, dossier, filed)
        if parts:
            with xml.element(f"{TAG}parts"):
                for part in parts:
                    said = {"order": str(part.order), **({"withheld": "true"} if part.withheld else {})}
                    with xml.element(f"{TAG}part", said):
                        _write_dossier(xml, part.dossier, part.filed, part.named)


def _write_dossier(xml, dossier, filed, named=True):
    said = _dossier(dossier)
    if not named:
        xml.write(*_elements("FileCode", said["FileCode"]), etree.Element(f"{TAG}Title", nsmap=OWN))
        said = {"State": said["State"]}
    for name, value in said.items():
        for element in _elements(name, value):
            xml.write(element)
    whole = whole_of(dossier)
    if whole is not None:
        element = etree.Element(f"{TAG}PartOf", {"order": str(order_of(dossier))}, nsmap=OWN)
        for name in ("FileCode", "Title"):
            element.extend(_elements(name, _dossier(whole)[name]))
        xml.write(element)
    for element in _additional(dossier) if named else ():
        xml.write(element)
    with xml.element(f"{TAG}documents"):
        for one in filed:
            xml.write(_document(one))


def _dossier(dossier):
    agency = getUtility(IDirectory).agency_of(dossier)
    kept = period(dossier)
    documents, pages = IDossierContents(dossier).totals()
    return {
        "FileCode": {"OrganId": agency.identifier, "FileCatalog": dossier.year, "FileNotation": dossier.code},
        "Title": dossier.title,
        "Maintenance": translate(kept.label, target_language="vi") if kept else "",
        "Rights": dossier.access_conditions or "",
        "Creator": maker_of(dossier),
        "Language": translate(LANGUAGES.get(dossier.language, dossier.language or ""), target_language="vi"),
        "StartDate": show_date(dossier.start_date),
        "EndDate": show_date(dossier.end_date),
        "DocTotal": documents,
        "PageTotal": pages,
        "State": api.content.get_state(dossier),
        "Description": dossier.note or "",
    }


def _document(filed):
    element = etree.Element(f"{TAG}document", nsmap=OWN, order=str(filed.order), id=filed.uid)
    for name, value in decree30_metadata(filed.document).items():
        element.extend(_elements(name, value))
    element.extend(_additional(filed.document))
    for role, title, version in versions_of(filed.document):
        attributes = {
            "role": role,
            "name": version.filename,
            "title": title,
            "type": version.mimetype,
            "size": str(version.size),
            "sha256": version.sha256,
        }
        etree.SubElement(element, f"{TAG}File", attributes)
    return element


def _additional(record):
    """What the record says in fields that its agency, or the body from which it came, has added (VI-7c)."""
    for one in all_of(record):
        attributes = {"id": one.field.id, "label": one.field.label, "kind": one.field.kind}
        if one.origin:
            attributes["origin"] = one.origin
        element = etree.Element(f"{TAG}Additional", attributes, nsmap=OWN)
        element.text = _clean(one.value)
        yield element


def _elements(name, value):
    """The value as elements: of a list one each, of a dict one with children; what is empty says nothing."""
    if value is None or value in ("", [], {}):
        return
    if isinstance(value, list):
        for one in value:
            yield from _elements(name, one)
        return
    element = etree.Element(f"{TAG}{name}", nsmap=OWN)
    if isinstance(value, dict) and name != "Detail":
        for key, inner in value.items():
            element.extend(_elements(key, inner))
    else:
        element.text = _clean(str(value))
    yield element


def _clean(text):
    """Without the letters that XML has no place for."""
    return "".join(char for char in text if char in "\t\n\r" or ord(char) >= 32)
