"""The files of a package in a ZIP that is not trusted: names, sizes, and streams that stop at what was declared."""

from contextlib import contextmanager
from hashlib import sha256
from pathlib import PurePosixPath
from qlvb.content.packages.interfaces import Finding
from qlvb.content.packages.interfaces import PackageBroken
from qlvb.content.packages.xml import MOST
import stat
import zipfile
import zlib


CHUNK = 1 << 20
MOST_FILES = 100_000
#: Whoever unfolds to more than this many times its size, beyond the first megabytes, is a bomb.
MOST_RATIO = 200
_SMALL = 64 << 20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)


class PackageArchive:
    """An open ZIP with one folder in it. ``names``: paths below that folder, in the order of the ZIP. ``step``:
    callable() at every chunk of a file that is summed up; what it raises goes through.

    :raises PackageBroken: no ZIP, or one that nobody should unpack.
    """

    def __init__(self, path, most_bytes=None, step=lambda: None):
        self._step = step
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN as error:
            raise PackageBroken([Finding("zip_broken", "", str(error))]) from error
        try:
            self.folder, self._members = self._looked_at(most_bytes)
        except PackageBroken:
            self._zip.close()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self._zip.close()

    @property
    def names(self):
        return list(self._members)

    @property
    def size(self):
        """Bytes of everything, unpacked."""
        return sum(info.file_size for info in self._members.values())

    def __contains__(self, path):
        return path in self._members

    def size_of(self, path):
        """Bytes of one file. :raises KeyError: there is none."""
        return self._members[path].file_size

    @contextmanager
    def open(self, path):
        """A stream. :raises KeyError: no such file; PackageBroken: while reading, the ZIP does not fit its own sums."""
        try:
            with self._zip.open(self._members[path]) as stream:
                yield stream
        except _BROKEN as error:
            altered = str(error).startswith("Bad CRC-32")  # zipfile tells this from other damage by its words only
            fault = Finding("crc_differs", path) if altered else Finding("file_unreadable", path, str(error))
            raise PackageBroken([fault]) from error

    def read(self, path, most=MOST):
        """bytes. :raises PackageBroken: larger than ``most``; as :meth:`open`."""
        if self.size_of(path) > most:
            raise PackageBroken([Finding("xml_too_large", path, str(self.size_of(path)))])
        with self.open(path) as stream:
            return stream.read(most)

    def digest(self, path):
        """(bytes, SHA-256 hex) of a file, read by chunks."""
        digest, size = sha256(), 0
        with self.open(path) as stream:
            while chunk := stream.read(CHUNK):
                self._step()
                digest.update(chunk)
                size += len(chunk)
        return size, digest.hexdigest()

    def unpack(self, directory):
        """Write everything below ``directory`` (Path), which is made; returns the package's folder in it."""
        for path in self._members:
            target = directory / self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            with self.open(path) as stream, target.open("xb") as written:
                while chunk := stream.read(CHUNK):
                    written.write(chunk)
        return directory / self.folder

    def _looked_at(self, most_bytes):
        """(folder, dict path -> ZipInfo)."""
        infos = self._zip.infolist()
        if len(infos) > MOST_FILES:
            raise PackageBroken([Finding("zip_too_many", "", str(len(infos)))])
        files = [info for info in infos if not info.is_dir()]
        faults = [fault for info in infos for fault in _name_faults(info)]
        tops = {PurePosixPath(info.filename).parts[0] for info in files if "/" in info.filename}
        if not faults and (len(tops) != 1 or any("/" not in info.filename for info in files)):
            faults.append(Finding("zip_no_single_folder", "", ", ".join(sorted(tops)[:5])))
        total = sum(info.file_size for info in files)
        packed = sum(info.compress_size for info in files)
        if total > max(_SMALL, MOST_RATIO * packed) or (most_bytes is not None and total > most_bytes):
            faults.append(Finding("zip_too_large", "", str(total)))
        if faults:
            raise PackageBroken(faults)
        folder = tops.pop()
        members = {}
        for info in files:
            path = info.filename.split("/", 1)[1]
            if path in members:
                raise PackageBroken([Finding("zip_name_twice", path)])
            members[path] = info
        return folder, members


def _name_faults(info):
    """What makes a member one that nobody should unpack."""
    name = info.filename
    parts = PurePosixPath(name).parts
    mode = info.external_attr >> 16
    bad = (
        not name
        or "\\" in name
        or name.startswith("/")
        or ".." in parts
        or ":" in name.split("/", 1)[-1]
        or any(ord(char) < 32 for char in name)
        or any(len(part.encode()) > 255 for part in parts)
    )
    if bad:
        yield Finding("zip_name_unsafe", "", name[:200])
    if mode and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or not stat.S_IFMT(mode)):
        yield Finding("zip_no_plain_file", "", name[:200])
    if info.flag_bits & 1:
        yield Finding("zip_encrypted", "", name[:200])
