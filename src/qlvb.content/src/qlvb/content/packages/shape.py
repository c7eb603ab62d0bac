"""The rules of TT 05/2025 on tree, names, ids and times of a package."""

from lxml import etree
from qlvb.content.packages.interfaces import KINDS
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.listing import ROOT
from qlvb.content.packages.xml import METS
import re


_UUID = r"[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}"
OBJECT_IDS = {
    "SIP": re.compile(f"uuid-{_UUID}"),
    "AIP": re.compile(f"urn:(uuid:{_UUID}|[^:]+:uuid-{_UUID})"),
    "DIP": re.compile(f"uuid-{_UUID}"),
}
_ID = re.compile(f"uuid-{_UUID}")
_FILE_ID = re.compile(f"(ID|uuid)-{_UUID}")
_STAMP = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+\+07:00")
RECORD_STATUSES = ("NEW", "SUPPLEMENT", "REPLACEMENT", "TEST", "OTHER")
_M = f"{{{METS}}}"
REPRESENTATION_METS = "representations/rep1/METS.xml"
ALWAYS = (ROOT, "metadata/descriptive/EAD.xml", REPRESENTATION_METS)
OF_AN_AIP = ("metadata/preservation/PREMIS.xml", "representations/rep1/metadata/preservation/PREMIS_rep1.xml")


def shape_faults(archive, root, metses):
    """list of Finding. ``metses``: every METS file of the package, parsed; ``root`` among them."""
    found = []
    kind = root.kind
    if kind not in KINDS:
        found.append(Finding("package_type_unknown", ROOT, kind))
    object_id = root.attribute("OBJID")
    if kind in OBJECT_IDS and not OBJECT_IDS[kind].fullmatch(object_id):
        found.append(Finding("object_id_wrong", ROOT, object_id))
    if archive.folder != object_id.replace(":", "_"):
        found.append(Finding("folder_not_object_id", ROOT, archive.folder))
    needed = ALWAYS + (OF_AN_AIP if kind == "AIP" else ())
    found.extend(Finding("file_required", name) for name in needed if name not in archive)
    if kind == "SIP":
        kept = [name for name in archive.names if "/preservation/" in name]
        found.extend(Finding("premis_in_sip", name) for name in kept)
    for mets in metses:
        found.extend(_header_faults(mets))
        found.extend(_id_faults(mets))
    return found


def _header_faults(mets):
    header = mets.header
    if header is None:
        yield Finding("header_missing", mets.path)
        return
    if header.get("RECORDSTATUS", "NEW") not in RECORD_STATUSES:
        yield Finding("record_status_unknown", mets.path, header.get("RECORDSTATUS"))
    if not mets.agent("CREATOR")[0]:
        yield Finding("creator_missing", mets.path)
    if not mets.agent("ARCHIVIST")[1]:
        yield Finding("identification_code_missing", mets.path)
    structure = mets.tree.find(f"{_M}structMap")
    if structure is None or (structure.get("LABEL"), structure.get("TYPE")) != ("CSIP", "PHYSICAL"):
        yield Finding("structure_missing", mets.path)


def _id_faults(mets):
    """Ids and times that are not as TT 05/2025 writes them; the first of each kind names the place."""
    wrong_id = wrong_time = None
    for element in mets.tree.iter(etree.Element):
        identifier = element.get("ID")
        rule = _FILE_ID if element.tag == f"{_M}file" else _ID
        if identifier is not None and not rule.fullmatch(identifier):
            wrong_id = wrong_id or identifier
        for name in ("CREATED", "CREATEDATE", "LASTMODDATE"):
            moment = element.get(name)
            if moment is not None and not _STAMP.fullmatch(moment):
                wrong_time = wrong_time or moment
    if wrong_id:
        yield Finding("id_wrong", mets.path, wrong_id)
    if wrong_time:
        yield Finding("time_wrong", mets.path, wrong_time)
