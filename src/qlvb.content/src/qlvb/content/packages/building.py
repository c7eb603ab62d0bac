"""Building a package: straight into a ZIP file beside its place, then validated, then put there.

No folder is unpacked first, so a package needs its own size of disk once. Files are copied by chunks; of each only its
line in METS is kept in memory. Whatever happens before the last step leaves nothing under the final name.
"""

from contextlib import contextmanager
import errno
import fcntl
from hashlib import sha256
import os
from pathlib import Path
from qlvb.content.packages import ead
from qlvb.content.packages import mets
from qlvb.content.packages import premis
from qlvb.content.packages import process
from qlvb.content.packages.fields import check
from qlvb.content.packages.fields import entity_of
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.interfaces import NoRoom
from qlvb.content.packages.interfaces import PackageBroken
from qlvb.content.packages.interfaces import errors
from qlvb.content.packages.mets import REPRESENTATION
from qlvb.content.packages.mets import Entry
from qlvb.content.packages.xml import STANDARD_SCHEMAS
from qlvb.content.packages.xml import Counting
from qlvb.content.packages.xml import new_file_id
from qlvb.content.packages.xml import new_id
from qlvb.content.packages.xml import standard_schema
import tempfile
import zipfile


CHUNK = 1 << 20
XML = "application/xml"
CERTIFICATE = "documentation/certificate.pdf"
PART = ".part"
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
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
    if not package.documents:
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
            _sync(directory)
    return final, digest, findings


def sweep(directory):
    """Remove what builders that were killed left behind; what somebody is still writing is locked and stays."""
    for path in directory.glob(f".*{PART}"):
        with open(path, "rb") as left:
            try:
                fcntl.flock(left, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                continue
            path.unlink(missing_ok=True)


@contextmanager
def unfinished(directory, size):
    """The open, locked file that becomes the package; gone when the block raises. Its room is asked for first."""
    handle = tempfile.NamedTemporaryFile(dir=directory, prefix=".", suffix=PART, delete=False)  # noqa: SIM115  below
    try:
        with handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            if os.statvfs(directory).f_bavail * os.statvfs(directory).f_frsize < size:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            yield handle
    except BaseException:  # whatever it is, an interrupt too: no half package stays, and it is raised again
        Path(handle.name).unlink(missing_ok=True)
        raise


@contextmanager
def said_plainly(directory):
    """A full disk inside the block is a NoRoom of ``directory``."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise NoRoom(directory) from error
        raise


def _sync(directory):
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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

    def xml(self, path, write, kind="OTHER", base="", identifier=None):
        """Write an XML file by ``write(stream)``; its Entry, relative to ``base``."""
        with self.member(path, compressed=True) as stream:
            write(stream)
        return self._entry(stream, path.removeprefix(base), XML, identifier or new_id(), kind=kind)

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

    def _entry(self, stream, path, mimetype, identifier, use="", title="", kind="OTHER"):
        created = self.package.created
        return Entry(identifier, path, mimetype, stream.size, stream.sha256, created, use, title, kind)


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

    base, listed, packed = f"{REPRESENTATION}/", [], []
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
        lambda stream: mets.write_representation(stream, package, listed, preserved),
        identifier=new_file_id(),
    )


def _root(writer, package, representation):
    """What lies above rep1: descriptions, schemas, the dossier's own history, METS.xml last."""
    described = writer.xml(
        "metadata/descriptive/EAD.xml",
        lambda stream: ead.write(
            stream, "EAD", entity_of(package.profile, "EAD"), package.fields, "../../schemas/EAD.xsd"
        ),
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
        lambda stream: mets.write_root(stream, package, [described], preserved, groups, representation),
    )
