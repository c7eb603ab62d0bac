"""Building a package: straight into a ZIP file beside its place, then validated, then put there.

No folder is unpacked first, so a package needs its own size of disk once. Files are copied by chunks; of each only its
line in METS is kept in memory. Whatever happens before the last step leaves nothing under the final name.
"""

from contextlib import contextmanager
from hashlib import sha256
import os
from pathlib import Path
from qlvb.content.packages import additional
from qlvb.content.packages import ead
from qlvb.content.packages import mets
from qlvb.content.packages import parts
from qlvb.content.packages import premis
from qlvb.content.packages import process
from qlvb.content.packages.fields import check
from qlvb.content.packages.fields import entity_of
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.interfaces import PackageBroken
from qlvb.content.packages.interfaces import errors
from qlvb.content.packages.mets import REPRESENTATION
from qlvb.content.packages.mets import Entry
from qlvb.content.packages.room import said_plainly
from qlvb.content.packages.room import sweep
from qlvb.content.packages.room import sync
from qlvb.content.packages.room import unfinished
from qlvb.content.packages.xml import STANDARD_SCHEMAS
from qlvb.content.packages.xml import Counting
from qlvb.content.packages.xml import new_file_id
from qlvb.content.packages.xml import new_id
from qlvb.content.packages.xml import standard_schema
import zipfile


CHUNK = 1 << 20
XML = "application/xml"
CERTIFICATE = "documentation/certificate.pdf"
README = (
    "Gói tin lưu trữ theo Thông tư 05/2025/TT-BNV (E-ARK CSIP).\n"
    "METS.xml liệt kê mọi tệp với mã SHA-256; process.xml là quy trình xử lý (NĐ 30/2020 Phụ lục VI, III.5.a).\n"
)


def check_package(package):
    """What its fields lack, before a byte is read: list of Finding."""
    found = check(entity_of(package.profile, "EAD"), package.fields, "metadata/descriptive/EAD.xml")
    for one in package.documents:
        found.extend(check(entity_of(package.profile, one.part), one.fields, f"{REPRESENTATION}/{_described(one)}"))
        if not one.files:
            found.append(Finding("document_without_file", one.code))
    if not package.documents and not package.parts:
        found.append(Finding("package_empty"))
    return found


def build(package, directory, validate, progress=None):
    """Write ``package`` into ``directory`` (Path) under its own name; returns (Path, SHA-256 hex, findings).

    ``validate``: callable(Path of the ZIP) -> list of Finding, asked before the file gets its name. ``progress``:
    callable(done, total) of bytes.

    :raises PackageBroken: fields, a file that is not what was stored, a validation with errors; NoRoom: disk full.
    """
    faults = check_package(package)
    if faults:
        raise PackageBroken(faults)
    with said_plainly(directory):
        directory.mkdir(parents=True, exist_ok=True)
        sweep(directory)
        with unfinished(directory, package.size) as part:
            _write(package, part, progress or (lambda done, total: None))
            findings = validate(Path(part.name))
            if errors(findings):
                raise PackageBroken(findings)
            digest = _digest(part)
            os.fsync(part.fileno())
            final = directory / package.filename
            os.replace(part.name, final)
            sync(directory)
    return final, digest, findings


def _digest(stream):
    stream.flush()
    digest = sha256()
    with open(stream.name, "rb") as again:
        while chunk := again.read(CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


class _Writer:
    """Puts files into the ZIP and remembers how METS lists them."""

    def __init__(self, package, archive):
        self.package = package
        self.archive = archive

    @contextmanager
    def member(self, path, compressed):
        """A :class:`Counting` stream into the file at ``path`` of the package."""
        info = zipfile.ZipInfo(f"{self.package.folder}/{path}", self.package.created.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
        info.external_attr = 0o644 << 16
        with self.archive.open(info, "w", force_zip64=True) as target:
            yield Counting(target)

    def xml(self, path, write, kind="OTHER", base="", identifier=None, **more):
        """Write an XML file by ``write(stream)``; its Entry, relative to ``base``."""
        with self.member(path, compressed=True) as stream:
            write(stream)
        return self._entry(stream, path.removeprefix(base), XML, identifier or new_id(), kind=kind, **more)

    def raw(self, path, data, mimetype):
        """Write bytes."""
        with self.member(path, compressed=True) as stream:
            stream.write(data)
        return self._entry(stream, path, mimetype, new_file_id())

    def file(self, file, step):
        """Copy a file of a document by chunks. :raises PackageBroken: it is gone, or not what was stored."""
        path = f"{REPRESENTATION}/data/{file.name}"
        try:
            source = file.open()
        except OSError as error:
            raise PackageBroken([Finding("file_unreadable", path, file.title)]) from error
        with source, self.member(path, compressed=False) as stream:
            while chunk := _read(source, path, file):
                stream.write(chunk)
                step(len(chunk))
        if stream.sha256 != file.sha256:
            raise PackageBroken([Finding("file_damaged", path, file.title)])
        return self._entry(stream, f"data/{file.name}", file.mimetype, new_file_id(), file.role, file.title)

    def additional(self, path, said, schema, base=""):
        """Write the additional metadata ``said`` (tuple of Said); its Entry."""
        return self.xml(
            base + path, lambda stream: additional.write(stream, said, schema), base=base, other=additional.KIND
        )

    def _entry(self, stream, path, mimetype, identifier, use="", title="", **more):
        created = self.package.created
        return Entry(identifier, path, mimetype, stream.size, stream.sha256, created, use, title, **more)


def _read(source, path, file):
    try:
        return source.read(CHUNK)
    except OSError as error:
        raise PackageBroken([Finding("file_unreadable", path, file.title)]) from error


def _described(document):
    return f"metadata/descriptive/{document.part}_{document.code}.xml"


def _write(package, part, progress):
    with zipfile.ZipFile(part, "w", allowZip64=True) as archive:
        writer = _Writer(package, archive)
        representation = _representation(writer, package, progress)
        _root(writer, package, representation)
    part.flush()


def _representation(writer, package, progress):
    """Files, descriptions, histories and METS of rep1; returns the Entry of that METS."""
    done, total = 0, package.size

    def step(size):
        nonlocal done
        done += size
        progress(done, total)

    base, listed, packed, more = f"{REPRESENTATION}/", [], [], {}
    for document in package.documents:
        entries = [writer.file(file, step) for file in document.files]
        packed.extend(zip(document.files, entries, strict=True))
        described = writer.xml(
            base + _described(document),
            lambda stream, one=document: ead.write(
                stream,
                one.part,
                entity_of(package.profile, one.part),
                one.fields,
                f"../../../../schemas/{one.part}.xsd",
            ),
            base=base,
        )
        if document.additional:
            path, schema = additional.path_of(document.code), "../../../../schemas/additional.xsd"
            more[document.code] = writer.additional(path, document.additional, schema, base)
        history = None
        if document.history or document.earlier:
            history = writer.xml(
                f"{base}data/{document.code}.process.xml",
                lambda stream, one=document: process.write(
                    stream, one.code, one.history, one.earlier, "../../../schemas/process.xsd"
                ),
                base=base,
                identifier=new_file_id(),
            )
        listed.append((document.code, described, entries, history))
    preserved = []
    if package.kind == "AIP":
        preserved.append(
            writer.xml(
                f"{base}metadata/preservation/PREMIS_rep1.xml",
                lambda stream: premis.write_representation(
                    stream, package, packed, "../../../../schemas/premis-v3-0.xsd"
                ),
                kind="PREMIS",
                base=base,
            )
        )
    return writer.xml(
        f"{base}METS.xml",
        lambda stream: mets.write_representation(stream, package, listed, preserved, more),
        identifier=new_file_id(),
    )


def _root(writer, package, representation):
    """What lies above rep1: descriptions, schemas, the dossier's own history, METS.xml last."""
    described = [
        writer.xml(
            "metadata/descriptive/EAD.xml",
            lambda stream: ead.write(
                stream, "EAD", entity_of(package.profile, "EAD"), package.fields, "../../schemas/EAD.xsd"
            ),
        )
    ]
    if package.additional:
        described.append(writer.additional(additional.PATH, package.additional, "../../schemas/additional.xsd"))
    if package.is_divided:
        described.append(
            writer.xml(
                parts.PATH,
                lambda stream: parts.write(stream, package.whole, package.parts, "../../schemas/parts.xsd"),
                other=parts.KIND,
            )
        )
    preserved = []
    if package.kind == "AIP":
        preserved.append(
            writer.xml(
                "metadata/preservation/PREMIS.xml",
                lambda stream: premis.write_package(stream, package, "../../schemas/premis-v3-0.xsd"),
                kind="PREMIS",
            )
        )
    documentation = [writer.raw("documentation/README.txt", README.encode(), "text/plain")]
    if package.certificate:
        documentation.append(writer.raw(CERTIFICATE, package.certificate, "application/pdf"))
    documentation.append(
        writer.xml(
            "documentation/process.xml",
            lambda stream: process.write(
                stream, package.object_id, package.history, package.earlier, "../schemas/process.xsd"
            ),
            identifier=new_file_id(),
        )
    )
    schemas = [writer.raw(f"schemas/{name}", standard_schema(own), XML) for name, own in STANDARD_SCHEMAS.items()]
    for part in ead.ROOTS:
        schemas.append(writer.raw(f"schemas/{part}.xsd", ead.schema(package.profile, part), XML))
    groups = {"Documentation": documentation, "Schemas": schemas}
    writer.xml(
        "METS.xml",
        lambda stream: mets.write_root(stream, package, described, preserved, groups, representation),
    )
