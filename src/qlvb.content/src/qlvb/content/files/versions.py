"""Files and their versions as they are stored."""

from hashlib import sha256
from io import BytesIO
from persistent.list import PersistentList
import pikepdf
from plone.namedfile.file import NamedBlobFile
from qlvb.content.files.interfaces import IFileVersion
from qlvb.content.files.interfaces import IStoredFile
from qlvb.content.files.sidetext import SideText
from qlvb.content.holds.part import RecordPart
from zope.interface import implementer


PDF = "application/pdf"
_CHUNK = 1024 * 1024


def copy_and_hash(source, target):
    """Copy a binary stream; returns (size, SHA-256 hex)."""
    digest, size = sha256(), 0
    source.seek(0)
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
        target.write(chunk)
    return size, digest.hexdigest()


@implementer(IFileVersion)
class FileVersion(SideText, RecordPart):
    """One version of a file. Bytes never change; a rendition and the side text may come later."""

    _pdf = None
    _searchable = None
    pdf_state = "none"
    pdf_error = ""
    pdf_sha256 = ""
    virus_check = None
    archival_check = None

    def __init__(self, number, stream, filename, mimetype, created, creator, note="", kind="upload", page_count=None):
        self.number = number
        self.filename = filename
        self.mimetype = mimetype
        self.created = created
        self.creator = creator
        self.note = note
        self.kind = kind
        self.page_count = page_count
        self.blob = NamedBlobFile(contentType=mimetype, filename=filename)
        with self.blob.open("w") as target:
            self.size, self.sha256 = copy_and_hash(stream, target)
        if mimetype == PDF:
            self.pdf_state = "ready"

    def put_back(self, stream, expected):
        """Take the bytes of ``stream`` (binary, seekable) in place of lost or damaged ones, only if their SHA-256 is
        ``expected`` (hex); bool: taken.
        """
        fresh = NamedBlobFile(contentType=self.mimetype, filename=self.filename)
        with fresh.open("w") as target:
            size, found = copy_and_hash(stream, target)
        if found != expected:
            return False
        self.blob, self.size, self.sha256 = fresh, size, found
        return True

    def data(self):
        return self.blob.data

    def pdf(self):
        if self.mimetype == PDF:
            return self.blob.data
        return self._pdf.data if self._pdf is not None else None

    def pdf_blob(self):
        """The NamedBlobFile that holds the PDF, or None: for streaming."""
        return self.blob if self.mimetype == PDF else self._pdf

    def searchable_blob(self):
        """The NamedBlobFile of the copy whose pictures of pages have a layer of text, or None."""
        return self._searchable

    def set_searchable(self, stream):
        """Keep a copy with a layer of text (open binary file, PDF); the version itself stays as it is."""
        copy = NamedBlobFile(contentType=PDF, filename=f"{self.filename.rpartition('.')[0]}.pdf")
        with copy.open("w") as target:
            copy_and_hash(stream, target)
        self._searchable = copy

    def set_pdf(self, data):
        """Store the rendition.

        :raises ValueError: the version is a PDF itself, or ``data`` is not a PDF.
        """
        if self.mimetype == PDF:
            raise ValueError("a PDF is its own rendition")
        try:
            with pikepdf.open(BytesIO(data)) as pdf:
                pages = len(pdf.pages)
        except pikepdf.PdfError as error:
            raise ValueError("not a PDF") from error
        rendition = NamedBlobFile(contentType=PDF, filename=f"{self.filename.rpartition('.')[0]}.pdf")
        with rendition.open("w") as target:
            target.write(data)
        self._pdf = rendition
        self.pdf_sha256 = sha256(data).hexdigest()
        self.page_count = pages
        self.pdf_state = "ready"
        self.pdf_error = ""


@implementer(IStoredFile)
class StoredFile(RecordPart):
    """A file with its versions, oldest first."""

    removed = None

    def __init__(self, file_id, role, title):
        self.id = file_id
        self.role = role
        self.title = title
        self._versions = PersistentList()

    @property
    def current(self):
        return self._versions[-1]

    def versions(self):
        return list(self._versions)

    def version(self, number):
        return self._versions[number - 1] if 1 <= number <= len(self._versions) else None

    def append(self, version):
        """Add a version: only the file store does this."""
        self._versions.append(version)
