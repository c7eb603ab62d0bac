"""Is a package what it says? Reads the ZIP anew, from disk, trusting nothing that was known while it was built.

Schemas (XSD) of METS, PREMIS, EAD, EAD_doc, EAD_pic, EAD_media and the processing history; sum and size of every file
that METS lists; no file that nobody lists; the rules of TT 05/2025 on names, ids, times; the rules of the fields; the
chain of the history.
"""

from functools import lru_cache
from lxml import etree
from qlvb.content.packages import additional
from qlvb.content.packages import ead
from qlvb.content.packages import parts
from qlvb.content.packages import process
from qlvb.content.packages.archive import PackageArchive
from qlvb.content.packages.fields import ENTITIES
from qlvb.content.packages.fields import check
from qlvb.content.packages.fields import entity_of
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.interfaces import PackageBroken
from qlvb.content.packages.listing import ROOT
from qlvb.content.packages.listing import Mets
from qlvb.content.packages.shape import shape_faults
from qlvb.content.packages.xml import parser
from qlvb.content.packages.xml import schema_of
from qlvb.content.packages.xml import standard_schema
import re
from threading import get_ident


REPRESENTATION_METS = re.compile(r"representations/[^/]+/METS\.xml")
EAD_PATH = "metadata/descriptive/EAD.xml"
_OF_A_DOCUMENT = re.compile(r"representations/[^/]+/metadata/descriptive/(EAD_(?:doc|pic|media))_[^/]+\.xml")
_ADDITIONAL = re.compile(r"(representations/[^/]+/)?metadata/descriptive/additional(_[^/]+)?\.xml")
_PREMIS = re.compile(r"(.*/)?metadata/preservation/PREMIS[^/]*\.xml")
_PROCESS = re.compile(r"(.*[./])?process\.xml")


def validate(path, most_bytes=None, step=lambda: None):
    """What is wrong with the ZIP at ``path``: list of Finding, empty when nothing is. ``most_bytes``: unpacked;
    ``step``: see PackageArchive.
    """
    try:
        with PackageArchive(path, most_bytes, step) as archive:
            return validate_archive(archive)
    except PackageBroken as broken:
        return broken.findings


def validate_archive(archive):
    """The same of an open PackageArchive."""
    if ROOT not in archive:
        return [Finding("mets_missing", ROOT)]
    found = []
    metses = [
        mets
        for name in archive.names
        if name == ROOT or REPRESENTATION_METS.fullmatch(name)
        if (mets := _parsed(archive, name, found)) is not None
    ]
    root = next((mets for mets in metses if mets.path == ROOT), None)
    if root is None:
        return found
    for mets in metses:
        found.extend(_schema_faults(mets.tree, "METS", mets.path))
    found.extend(shape_faults(archive, root, metses))
    found.extend(_fixity(archive, metses))
    found.extend(_contents(archive, root.profile))
    return found


def _parsed(archive, name, found):
    try:
        return Mets(archive.read(name), name)
    except etree.XMLSyntaxError as error:
        found.append(Finding("xml_broken", name, error.msg))
    except PackageBroken as broken:
        found.extend(broken.findings)
    return None


def _fixity(archive, metses):
    """Every file by the sum that METS gives; and files that no METS lists."""
    listed = [(mets, entry) for mets in metses for entry in mets.listed()]
    seen = {}
    for mets, entry in listed:
        if entry.path in seen:
            yield Finding("file_listed_twice", entry.path, mets.path)
            continue
        seen[entry.path] = entry
        if entry.path not in archive:
            yield Finding("file_missing", entry.path, mets.path)
            continue
        if entry.algorithm != "SHA-256":
            yield Finding("checksum_not_sha256", entry.path, entry.algorithm)
            continue
        try:
            size, found = archive.digest(entry.path)
        except PackageBroken as broken:
            yield from broken.findings
            continue
        if found != entry.checksum.lower():
            yield Finding("checksum_differs", entry.path, found)
        elif str(size) != entry.size:
            yield Finding("size_differs", entry.path, f"{size} ≠ {entry.size}")
    for name in archive.names:
        if name not in seen and name != ROOT:
            yield Finding("file_not_listed", name)


def _contents(archive, profile):
    """Descriptions, preservation metadata and histories by schema and rule."""
    if profile not in ENTITIES:
        return
    for name in archive.names:
        if name == EAD_PATH:
            yield from _described(archive, name, profile, "EAD")
        elif match := _OF_A_DOCUMENT.fullmatch(name):
            yield from _described(archive, name, profile, match[1])
        elif _ADDITIONAL.fullmatch(name):
            yield from _ours(archive, name, additional, "additional")
        elif name == parts.PATH:
            yield from _ours(archive, name, parts, "parts")
        elif _PREMIS.fullmatch(name):
            yield from _read_as(archive, name, "PREMIS")
        elif _PROCESS.fullmatch(name) and not name.startswith("schemas/"):
            yield from _history(archive, name)


def _described(archive, name, profile, part):
    """A description of ours by the schema; of any producer by the rules of its fields, whatever their order."""
    try:
        data = archive.read(name)
        tree = etree.fromstring(data, parser())
        values = ead.read(data)
    except etree.XMLSyntaxError as error:
        yield Finding("xml_broken", name, error.msg)
        return
    except PackageBroken as broken:
        yield from broken.findings
        return
    if etree.QName(tree).namespace == ead.ROOTS[part][1]:
        yield from _schema_faults(tree, f"{profile} {part}", name)
    yield from check(entity_of(profile, part), values, name)


def _read_as(archive, name, schema):
    try:
        tree = etree.fromstring(archive.read(name), parser())
    except etree.XMLSyntaxError as error:
        yield Finding("xml_broken", name, error.msg)
    except PackageBroken as broken:
        yield from broken.findings
    else:
        yield from _schema_faults(tree, schema, name)


def _ours(archive, name, room, schema):
    """A file that ``room`` writes beside the EAD, by its ``schema``; what only has its name is a file like any other of
    its producer.
    """
    try:
        data = archive.read(name)
    except PackageBroken as broken:
        yield from broken.findings
        return
    if not room.is_ours(data):
        return
    found = list(_read_as(archive, name, schema))
    yield from found
    if not found and room is additional:
        yield from additional.faults(additional.read(data, ""), name)


def _history(archive, name):
    faults = list(_read_as(archive, name, "process"))
    yield from faults
    if not faults:
        steps, earlier = process.read(archive.read(name))
        yield from process.chain_faults(steps, name)
        yield from process.chain_faults(earlier, name)


@lru_cache(maxsize=64)
def _schema(name, thread):
    """etree.XMLSchema by name: METS, PREMIS, process, additional, parts, or "<profile> <part>"; one per thread, for it
    keeps the errors of its last use.
    """
    files = {"METS": "mets.xsd", "PREMIS": "premis-v3-0.xsd"}
    files |= {one: f"{one}.xsd" for one in ("process", "additional", "parts")}
    return schema_of(standard_schema(files[name]) if name in files else ead.schema(*name.split(" ")))


def _schema_faults(tree, schema, name):
    """What the schema says, the first twenty: list of Finding."""
    checked = _schema(schema, get_ident())
    if checked.validate(tree):
        return []
    return [Finding("schema_invalid", name, f"{error.line}: {error.message}") for error in list(checked.error_log)[:20]]
