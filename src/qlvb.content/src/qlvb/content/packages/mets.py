"""METS.xml of the package and of its representation (E-ARK CSIP as TT 05/2025 uses it), written incrementally.

What the independent validator forces: every ``fileGrp`` names its content type as OTHER, the creator is the software
and the agency the archivist, ``Representations`` has an ``fptr`` to the METS of the representation.
"""

from dataclasses import dataclass
from datetime import datetime
from lxml import etree
from qlvb.content.packages.fields import DOCUMENTS
from qlvb.content.packages.xml import CSIP
from qlvb.content.packages.xml import METS
from qlvb.content.packages.xml import XLINK
from qlvb.content.packages.xml import XSI
from qlvb.content.packages.xml import new_id
from qlvb.content.packages.xml import stamp
from qlvb.content.packages.xml import writing


NSMAP = {"mets": METS, "csip": CSIP, "xlink": XLINK, "xsi": XSI}
CSIP_PROFILE = "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml"
PROFILES = {
    "SIP": "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml",
    "AIP": "http://www.ra.ee/METS/v01/IP.xml",
    "DIP": "https://earkdip.dilcis.eu/profile/E-ARK-DIP.xml",
}
CONTENT = {
    f"{{{CSIP}}}CONTENTINFORMATIONTYPE": "OTHER",
    f"{{{CSIP}}}OTHERCONTENTINFORMATIONTYPE": "TT 05/2025/TT-BNV",
}
REPRESENTATION = "representations/rep1"
#: TYPE of a package of documents that are in no dossier (TT 05/2025 Phụ lục II, IV); of a dossier it is Mixed.
COLLECTION = "Collection"
#: Label of the division of a dossier that has parts, and the TYPEs in it.
DIVISION = "Hồ sơ con"
WHOLE, PART, DOCUMENTS_OF = "Hồ sơ", "Hồ sơ con", "Văn bản, tài liệu"


@dataclass(frozen=True)
class Entry:
    """A file as METS lists it. ``path`` is relative to the METS file; ``use``: its role."""

    id: str
    path: str
    mimetype: str
    size: int
    sha256: str
    created: datetime
    use: str = ""
    title: str = ""
    kind: str = "OTHER"  # MDTYPE of metadata
    other: str = "TT 05/2025"  # OTHERMDTYPE, where the kind is OTHER


def _m(name):
    return f"{{{METS}}}{name}"


def _new(name, attributes=None, **more):
    """An element under the prefix that the whole file uses."""
    return etree.Element(_m(name), attributes, nsmap=NSMAP, **more)


def _top(package, level):
    """Attributes of the root element. ``level``: package or representation."""
    schemas = "schemas" if level == "package" else "../../schemas"
    return {
        "OBJID": package.object_id if level == "package" else f"{package.object_id}/rep1",
        "LABEL": package.label,
        "TYPE": COLLECTION if package.grouping == DOCUMENTS else "Mixed",
        "PROFILE": PROFILES[package.kind] if level == "package" else CSIP_PROFILE,
        f"{{{XSI}}}schemaLocation": f"{METS} {schemas}/METS.xsd {CSIP} {schemas}/DILCISExtensionMETS.xsd",
        **CONTENT,
    }


def write_root(target, package, described, preserved, groups, representation):
    """METS.xml of the package.

    ``described``, ``preserved``: Entries of metadata; ``groups``: dict USE -> Entries of files; ``representation``:
    Entry of the METS of the representation.
    """
    with writing(target) as xml, xml.element(_m("mets"), _top(package, "package"), nsmap=NSMAP):
        xml.write(_header(package, [_software(package), _agency(package, "ARCHIVIST")]))
        described_ids = _described(xml, package, described)
        preserved_ids = _preserved(xml, package, preserved)
        whole = {**groups, "Representations/rep1": [representation]}
        with xml.element(_m("fileSec"), ID=new_id()):
            for use, entries in whole.items():
                _file_group(xml, use, entries)
        with xml.element(_m("structMap"), ID=new_id(), TYPE="PHYSICAL", LABEL="CSIP"):  # noqa: SIM117
            with xml.element(_m("div"), ID=new_id(), LABEL=package.folder):
                links = {"DMDID": " ".join(described_ids), "ADMID": " ".join(preserved_ids)}
                xml.write(_div("Metadata", **{name: ids for name, ids in links.items() if ids}))
                for use, entries in groups.items():
                    xml.write(_div(use, entries))
                representations = _div("Representations", [representation])
                one = etree.SubElement(representations, _m("div"), ID=new_id(), LABEL="Representations/rep1")
                etree.SubElement(one, _m("mptr"), _located(representation.path, title=representation.id))
                xml.write(representations)
                if package.is_divided:
                    xml.write(_division(package, described_ids, representation))


def _division(package, described_ids, representation):
    """The division of a dossier with parts, or of a part: the whole, the parts by their numbers under it, and the place
    in it where the documents of this package stand. The independent validator wants no second map (CSIP81, CSIP82).
    """
    division = _new("div", ID=new_id(), LABEL=DIVISION)
    here = {"DMDID": " ".join(described_ids)}
    whole = package.whole
    if whole is not None:
        top = etree.SubElement(division, _m("div"), ID=new_id(), TYPE=WHOLE, LABEL=f"{whole.symbol} {whole.title}")
        numbered = {"ORDER": str(whole.order), "ORDERLABEL": str(whole.order)}
        place = etree.SubElement(top, _m("div"), ID=new_id(), TYPE=PART, LABEL=package.label, **numbered, **here)
    else:
        top = etree.SubElement(division, _m("div"), ID=new_id(), TYPE=WHOLE, LABEL=package.label, **here)
        place = etree.SubElement(top, _m("div"), ID=new_id(), TYPE=DOCUMENTS_OF, LABEL=DOCUMENTS_OF)
        for part in package.parts:
            numbered = {"ORDER": str(part.order), "ORDERLABEL": str(part.order)}
            label = f"{part.symbol} {part.title}"
            etree.SubElement(top, _m("div"), ID=new_id(), TYPE=PART, LABEL=label, **numbered)
    etree.SubElement(place, _m("mptr"), _located(representation.path, title=representation.id))
    return division


def write_representation(target, package, documents, preserved, more):
    """METS.xml of the representation. ``documents``: list of (code, Entry of EAD_doc, Entries of its files, Entry of
    its process file or None); ``more``: dict code -> Entry of its additional metadata.
    """
    with writing(target) as xml, xml.element(_m("mets"), _top(package, "representation"), nsmap=NSMAP):
        xml.write(_header(package, [_software(package), _agency(package, "ARCHIVIST")]))
        ids = _described(xml, package, [entry for _code, entry, _files, _process in documents])
        further = dict(zip(more, _described(xml, package, more.values()), strict=True))
        _preserved(xml, package, preserved)
        with xml.element(_m("fileSec"), ID=new_id()):
            _file_group(xml, "Data", [one for _code, _entry, files, _process in documents for one in files])
            processes = [process for _code, _entry, _files, process in documents if process is not None]
            if processes:
                _file_group(xml, "AttachmentFile", processes)
        with xml.element(_m("structMap"), ID=new_id(), TYPE="PHYSICAL", LABEL="CSIP"):  # noqa: SIM117
            with xml.element(_m("div"), ID=new_id(), LABEL="rep1"):
                xml.write(_div("Metadata", **({"DMDID": " ".join([*ids, *further.values()])} if ids else {})))
                with xml.element(_m("div"), ID=new_id(), LABEL="Data"):
                    for place, (code, _entry, files, _process) in enumerate(documents):
                        described = " ".join(filter(None, (ids[place], further.get(code))))
                        xml.write(_document("MetadataLink/File", code, described, files))
                    xml.write(_div("MetadataLink/Holey"))
                with xml.element(_m("div"), ID=new_id(), LABEL="AttachmentFile"):
                    for place, (code, _entry, _files, process) in enumerate(documents):
                        if process is not None:
                            xml.write(_document("Process", code, ids[place], [process]))


def _document(label, code, described, files):
    """A div of one document: its description and its files, each under the name it had."""
    div = _new("div", ID=new_id(), LABEL=label, TYPE=code, DMDID=described)
    for entry in files:
        one = etree.SubElement(div, _m("div"), ID=new_id(), LABEL=entry.title or entry.path)
        etree.SubElement(one, _m("fptr"), FILEID=entry.id)
    return div


def _header(package, agents):
    header = _new("metsHdr", CREATEDATE=stamp(package.created), LASTMODDATE=stamp(package.created))
    header.set("RECORDSTATUS", package.status)
    header.set(f"{{{CSIP}}}OAISPACKAGETYPE", package.kind)
    header.extend(agents)
    if package.agreement:
        etree.SubElement(header, _m("altRecordID"), TYPE="SUBMISSIONAGREEMENT").text = package.agreement
    return header


def _software(package):
    agent = _new("agent", ROLE="CREATOR", TYPE="OTHER", OTHERTYPE="SOFTWARE")
    etree.SubElement(agent, _m("name")).text = package.software.name
    note = etree.SubElement(agent, _m("note"), {f"{{{CSIP}}}NOTETYPE": "SOFTWARE VERSION"})
    note.text = package.software.version
    return agent


def _agency(package, role):
    agent = _new("agent", ROLE=role, TYPE="ORGANIZATION")
    etree.SubElement(agent, _m("name")).text = package.organisation.name
    note = etree.SubElement(agent, _m("note"), {f"{{{CSIP}}}NOTETYPE": "IDENTIFICATIONCODE"})
    note.text = package.organisation.code
    return agent


def _described(xml, package, entries):
    """A dmdSec for each; returns their ids."""
    ids = []
    for entry in entries:
        section = _new("dmdSec", ID=new_id(), CREATED=stamp(package.created), STATUS="CURRENT")
        section.append(_reference(entry))
        ids.append(section.get("ID"))
        xml.write(section)
    return ids


def _preserved(xml, package, entries):
    """The amdSec, empty where there is nothing (as in the reference package of a SIP); returns the ids in it."""
    section = _new("amdSec", ID=new_id())
    ids = []
    for entry in entries:
        origin = etree.SubElement(section, _m("digiprovMD"), ID=new_id(), STATUS="CURRENT")
        origin.append(_reference(entry))
        ids.append(origin.get("ID"))
    xml.write(section)
    return ids


def _facts(entry):
    return {
        "MIMETYPE": entry.mimetype,
        "SIZE": str(entry.size),
        "CREATED": stamp(entry.created),
        "CHECKSUM": entry.sha256,
        "CHECKSUMTYPE": "SHA-256",
    }


def _located(path, title=""):
    return {
        "LOCTYPE": "URL",
        f"{{{XLINK}}}type": "simple",
        f"{{{XLINK}}}href": path,
        **({f"{{{XLINK}}}title": title} if title else {}),
    }


def _reference(entry):
    other = {"OTHERMDTYPE": entry.other} if entry.kind == "OTHER" else {}
    return _new("mdRef", {"ID": entry.id, "MDTYPE": entry.kind, **other, **_located(entry.path), **_facts(entry)})


def _file_group(xml, use, entries):
    with xml.element(_m("fileGrp"), {"ID": new_id(), "USE": use, **CONTENT}):
        for entry in entries:
            used = {"USE": entry.use} if entry.use else {}
            file = _new("file", {"ID": entry.id, **used, **_facts(entry)})
            etree.SubElement(file, _m("FLocat"), _located(entry.path))
            xml.write(file)


def _div(label, entries=(), **links):
    div = _new("div", ID=new_id(), LABEL=label, **links)
    for entry in entries:
        etree.SubElement(div, _m("fptr"), FILEID=entry.id)
    return div
