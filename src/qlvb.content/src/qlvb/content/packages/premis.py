"""PREMIS 3.0 of an AIP: what is kept, what was done to it, and by whom."""

from lxml import etree
from qlvb.content.packages.xml import PREMIS
from qlvb.content.packages.xml import XSI
from qlvb.content.packages.xml import new_uuid
from qlvb.content.packages.xml import stamp
from qlvb.content.packages.xml import writing


NSMAP = {"premis": PREMIS, "xsi": XSI}
LOCAL = "local"
UUID = "UUID"
#: Types of events (TT 05/2025): digitising; making the package.
DIGITISED = "transfer"
CREATED = "information package creation"


def _p(name):
    return f"{{{PREMIS}}}{name}"


def write_package(target, package, schema):
    """PREMIS.xml of the package: the package and its representation, the events, the agents."""
    with _document(target, schema) as xml:
        for kind, identifier in (("intellectualEntity", package.object_id), ("representation", _rep(package))):
            element = _object(kind)
            _pair(element, "objectIdentifier", LOCAL, identifier)
            if kind == "intellectualEntity":
                _relate(element, package)
            xml.write(element)
        for event in package.events:
            xml.write(_event(event, package))
        _agents(xml, package)


def _relate(element, package):
    """What the dossier is a part of, and its parts by their numbers."""
    wholes = [("is part of", package.whole)] if package.whole is not None else []
    for kind, one in [*wholes, *(("has part", part) for part in package.parts)]:
        relationship = _child(element, "relationship")
        _child(relationship, "relationshipType", text="structural")
        _child(relationship, "relationshipSubType", text=kind)
        related = _pair(relationship, "relatedObjectIdentifier", LOCAL, one.code)
        _child(related, "relatedObjectSequence", text=str(one.order))


def write_representation(target, package, files, schema):
    """PREMIS_rep1.xml: every file with fixity, size, format, place and signatures. ``files``: list of (PackedFile,
    Entry of METS); digitised ones have an event of their own (``package.events`` of the type transfer that name them).
    """
    with _document(target, schema) as xml:
        for file, entry in files:
            xml.write(_file(file, entry))
        for event in package.events:
            if event.type == DIGITISED:
                xml.write(_event(event, package))
        _agents(xml, package)


def _document(target, schema):
    return _Opened(target, {f"{{{XSI}}}schemaLocation": f"{PREMIS} {schema}", "version": "3.0"})


class _Opened:
    """The root element, open while the objects are written."""

    def __init__(self, target, attributes):
        self._file = writing(target)
        self._attributes = attributes

    def __enter__(self):
        xml = self._file.__enter__()
        self._root = xml.element(_p("premis"), self._attributes, nsmap=NSMAP)
        self._root.__enter__()
        return xml

    def __exit__(self, *raised):
        self._root.__exit__(*raised)
        return self._file.__exit__(*raised)


def _rep(package):
    return f"{package.object_id}/rep1"


def _object(kind):
    return etree.Element(_p("object"), {f"{{{XSI}}}type": f"premis:{kind}"}, nsmap=NSMAP)


def _pair(parent, name, kind, value):
    """``<name><nameType/><nameValue/></name>``."""
    element = etree.SubElement(parent, _p(name))
    etree.SubElement(element, _p(f"{name}Type")).text = kind
    etree.SubElement(element, _p(f"{name}Value")).text = value
    return element


def _child(parent, *names, text=None):
    for name in names:
        parent = etree.SubElement(parent, _p(name))
    parent.text = text
    return parent


def _file(file, entry):
    element = _object("file")
    _pair(element, "objectIdentifier", LOCAL, entry.id)
    facts = _child(element, "objectCharacteristics")
    _child(facts, "compositionLevel", text="0")
    fixity = _child(facts, "fixity")
    _child(fixity, "messageDigestAlgorithm", text="SHA-256")
    _child(fixity, "messageDigest", text=entry.sha256)
    _child(facts, "size", text=str(entry.size))
    _child(facts, "format", "formatDesignation", "formatName", text=entry.mimetype)
    _child(element, "originalName", text=file.title)
    location = _child(element, "storage", "contentLocation")
    _child(location, "contentLocationType", text="relative path")
    _child(location, "contentLocationValue", text=entry.path)
    for signature in file.signatures:
        said = _child(element, "signatureInformation", "signature")
        _child(said, "signatureEncoding", text="base64")
        if signature.signer:
            _child(said, "signer", text=signature.signer)
        _child(said, "signatureMethod", text=signature.method)
        _child(said, "signatureValue", text=signature.value)
        _child(said, "signatureValidationRules", text="ETSI EN 319 102-1")
        if signature.when:
            _child(said, "signatureProperties", text=signature.when)
    return element


def _event(event, package):
    element = etree.Element(_p("event"), nsmap=NSMAP)
    _pair(element, "eventIdentifier", UUID, new_uuid())
    _child(element, "eventType", text=event.type)
    _child(element, "eventDateTime", text=stamp(event.when))
    if event.detail:
        _child(element, "eventDetailInformation", "eventDetail", text=event.detail)
    for name in (package.software.name, package.organisation.code):
        _pair(element, "linkingAgentIdentifier", LOCAL, name)
    for role, identifiers in (("source", event.sources), ("outcome", event.outcomes)):
        for identifier in identifiers:
            _child(_pair(element, "linkingObjectIdentifier", LOCAL, identifier), "linkingObjectRole", text=role)
    return element


def _agents(xml, package):
    for name, kind, identifier, version in (
        (package.software.name, "software", package.software.name, package.software.version),
        (package.organisation.name, "organization", package.organisation.code, ""),
    ):
        element = etree.Element(_p("agent"), nsmap=NSMAP)
        _pair(element, "agentIdentifier", LOCAL, identifier)
        _child(element, "agentName", text=name)
        _child(element, "agentType", text=kind)
        if version:
            _child(element, "agentVersion", text=version)
        xml.write(element)
