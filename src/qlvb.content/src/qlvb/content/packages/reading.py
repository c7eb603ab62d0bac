"""A package as it was written: read back from its ZIP, and brought into a form that can be compared."""

from dataclasses import asdict
from dataclasses import dataclass
from qlvb.content.packages import additional
from qlvb.content.packages import ead
from qlvb.content.packages import parts
from qlvb.content.packages import process
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.interfaces import PackageBroken
from qlvb.content.packages.listing import ROOT
from qlvb.content.packages.listing import Mets
from qlvb.content.packages.mets import REPRESENTATION
from qlvb.content.packages.model import Organisation
from qlvb.content.packages.model import PackedFile
from qlvb.content.packages.shape import REPRESENTATION_METS


@dataclass(frozen=True)
class ReadDocument:
    """``path``: of its EAD_doc; ``fields``; ``files``: tuple of (path in the package, PackedFile); ``history`` and
    ``earlier``: tuples of Step.
    """

    path: str
    code: str
    fields: dict
    files: tuple
    history: tuple = ()
    earlier: tuple = ()
    additional: tuple = ()  # of Said, each with its origin


@dataclass(frozen=True)
class ReadPackage:
    """``profile``: as in ``fields.ENTITIES``; ``others``: paths that a dossier has no place for."""

    kind: str
    profile: str
    object_id: str
    organisation: Organisation
    agreement: str
    fields: dict
    documents: tuple
    history: tuple
    earlier: tuple
    others: tuple
    additional: tuple = ()  # of Said, each with its origin
    whole: object = None  # Related, of which the dossier is a part
    parts: tuple = ()  # of Related


def read(archive):
    """ReadPackage of an open PackageArchive that has been found valid. :raises PackageBroken: a link leads nowhere."""
    root = Mets(archive.read(ROOT), ROOT)
    inner = Mets(archive.read(REPRESENTATION_METS), REPRESENTATION_METS)
    listed = {entry.id: entry for entry in inner.listed()}
    described = {entry.parent: entry for entry in inner.listed() if entry.section == "dmd"}
    links = inner.linked()
    histories = {one.described: one.files for one in links if one.label == "Process"}
    name, code = root.agent("ARCHIVIST")
    documents = tuple(
        _document(archive, one, described, listed, histories, name)
        for one in links
        if one.label == "MetadataLink/File"
    )
    used = {path for document in documents for path, _file in document.files} | {one.path for one in documents}
    used |= {listed[identifier].path for files in histories.values() for identifier, _label in files}
    steps, earlier = _steps(archive, "documentation/process.xml")
    known = {ROOT, REPRESENTATION_METS, "metadata/descriptive/EAD.xml", "documentation/process.xml", *used}
    divided = archive.read(parts.PATH) if parts.PATH in archive else b""
    whole, related = parts.read(divided) if divided and parts.is_ours(divided) else (None, ())
    if whole is not None or related:
        known.add(parts.PATH)
    more = {additional.PATH, *(_additional_path(document.code) for document in documents)}
    known |= {path for path in more if path in archive and additional.is_ours(archive.read(path))}
    return ReadPackage(
        kind=root.kind,
        profile=root.profile,
        object_id=root.attribute("OBJID"),
        organisation=Organisation(name, code),
        agreement=root.agreement,
        fields=ead.read(archive.read("metadata/descriptive/EAD.xml")),
        documents=documents,
        history=steps,
        earlier=earlier,
        others=tuple(
            path
            for path in archive.names
            if path not in known and not path.startswith("schemas/") and path != "documentation/README.txt"
        ),
        additional=_additional(archive, additional.PATH, name),
        whole=whole,
        parts=related,
    )


def _additional_path(code):
    return f"{REPRESENTATION}/{additional.path_of(code)}"


def _additional(archive, path, maker):
    data = archive.read(path) if path in archive else b""
    return additional.read(data, maker) if data and additional.is_ours(data) else ()


def _document(archive, link, described, listed, histories, maker):
    if link.described not in described:
        raise PackageBroken([Finding("link_broken", REPRESENTATION_METS, link.described)])
    path = described[link.described].path
    files = []
    for identifier, label in link.files:
        if identifier not in listed:
            raise PackageBroken([Finding("link_broken", REPRESENTATION_METS, identifier)])
        entry = listed[identifier]
        one = PackedFile(
            name=entry.path.rpartition("/")[2],
            title=label,
            role=entry.use,
            mimetype=entry.mimetype,
            size=int(entry.size or 0),
            sha256=entry.checksum.lower(),
        )
        files.append((entry.path, one))
    steps, earlier = (), ()
    for identifier, _label in histories.get(link.described, ()):
        steps, earlier = _steps(archive, listed[identifier].path)
    more = _additional(archive, _additional_path(link.code), maker)
    return ReadDocument(path, link.code, ead.read(archive.read(path)), tuple(files), steps, earlier, more)


def _steps(archive, path):
    return process.read(archive.read(path)) if path in archive else ((), ())


def canonical(package):
    """What a ReadPackage says, without what every writing makes anew (ids, times, names of ours): dict of JSON values.

    Of the history the steps are given that happened before the package was made: those of its own system, after those
    of the systems before.
    """
    return {
        "fields": _sorted(package.fields),
        "additional": _said(package.additional),
        "whole": asdict(package.whole) if package.whole is not None else None,
        "parts": [asdict(part) for part in package.parts],
        "documents": [
            {
                "fields": _sorted(document.fields),
                "additional": _said(document.additional),
                "files": [
                    {
                        "title": file.title,
                        "role": file.role,
                        "type": file.mimetype,
                        "size": file.size,
                        "sha256": file.sha256,
                    }
                    for _path, file in document.files
                ],
                "history": [step.hash for step in (*document.earlier, *document.history)],
            }
            for document in package.documents
        ],
        "history": [step.hash for step in (*package.earlier, *package.history)],
    }


def _said(additional_):
    return [[one.origin, one.field.id, one.field.label, one.field.kind, one.value] for one in additional_]


def _sorted(fields):
    return {name: list(value) if isinstance(value, tuple) else value for name, value in sorted(fields.items())}
