"""Files of a record. They are persistent objects in an annotation of the record, versions are kept for ever.

Roles: ``main`` (the draft: docx or pdf), ``annex``, ``original`` (editable source kept beside the signed file, or the
file as received), ``signed`` (the official PDF: each version is a byte prefix of the next, see qlvb.workflows.signing),
``result`` (proof of what was done with an incoming document), ``comment`` (sent with an opinion on a draft),
``direction`` (the picture of a direction written by hand).
"""

from zope.interface import Attribute
from zope.interface import Interface


ROLES = ("main", "annex", "original", "signed", "result", "comment", "direction")
#: The role of what a document finally is.
FINAL = "signed"
PDF_STATES = ("none", "queued", "ready", "failed")
TEXT_STATES = ("none", "queued", "ready", "failed", "no_text")


class IFileVersion(Interface):
    """One version of a file. Never changes, but for what is derived from it: its rendition, its side text,
    what was said of viruses in it and of its form.
    """

    number = Attribute("int, from 1")
    filename = Attribute("str, NFC, with extension")
    mimetype = Attribute("str")
    size = Attribute("int, bytes")
    sha256 = Attribute("str, hex")
    created = Attribute("datetime, aware")
    creator = Attribute("userid")
    note = Attribute("str")
    kind = Attribute("upload, prepared, signed, numbered, sealed, void")
    page_count = Attribute("int or None")
    blob = Attribute("plone.namedfile NamedBlobFile; bytes by ``data()``")
    pdf_state = Attribute("one of PDF_STATES; for a PDF itself always ready")
    pdf_error = Attribute("str")
    pdf_sha256 = Attribute("str, hex, of the rendition; '' where there is none, or one of an earlier release")
    text_state = Attribute("one of TEXT_STATES; no_text: the file was read and holds no letters (a scan, a picture)")
    text_error = Attribute("message for people, why the text could not be read")
    secrecy_stamp = Attribute("MẬT, TỐI MẬT or TUYỆT MẬT where its words have such a stamp, else ''")
    text_recognised = Attribute("bool: a program recognised the letters in pictures of pages, and may have erred")

    virus_check = Attribute("VirusCheck of its bytes, or None where no scanner was asked to look at them")
    archival_check = Attribute("ArchivalCheck of a PDF, or None while nobody has judged it")

    def data():
        """bytes of the version."""

    def put_back(stream, expected):
        """Take the bytes of ``stream`` (binary, seekable) in place of lost or damaged ones, only if their SHA-256 is
        ``expected`` (hex); bool: taken.
        """

    def pdf():
        """bytes of its PDF rendition (PDF/A for office files; the version itself when it is a PDF), or None."""

    def set_pdf(data):
        """Store the rendition and page count; state becomes ready."""

    def text():
        """The side text: str, NFC; "" while there is none. It lies beside the file, never in it."""

    def set_text(text, recognised=False):
        """Keep ``text`` (str, any form) as side text; the state becomes ready, or no_text when it has no letters."""

    def searchable_blob():
        """The NamedBlobFile of the copy whose pictures of pages have a layer of text, or None."""

    def set_searchable(stream):
        """Keep a copy with a layer of text (open binary file, PDF); the version itself stays as it is."""

    def share_text(version):
        """Take over the side text of a version that says the same."""


class ILeaving(Interface):
    """Adapter of IFileVersion, asked at every door through which bytes leave: the file view, what is published,
    letters, packages and exports, reading copies, sends to other agencies.
    """

    obstacle = Attribute(
        "Violation ``secret_reported`` where a case closes the bytes, ``file_infected`` that names the virus; or None"
    )

    def check():
        """:raises Refused: 409, the :attr:`obstacle`."""


class IBytesGuard(Interface):
    """Utility: bytes that are closed wherever they lie, whichever record has them (room exposures)."""

    def obstacle(sha256):
        """The Violation with which everything answers that would give these bytes away or take them in, or None."""

    def lets_see(sha256):
        """bool: the current user has to judge these bytes, so he may look at them himself."""


class IStoredFile(Interface):
    """A file with its versions."""

    id = Attribute("str, stable")
    role = Attribute("one of ROLES")
    title = Attribute("str")
    current = Attribute("newest IFileVersion")

    def versions():
        """Oldest first: list of IFileVersion."""

    def version(number):
        """IFileVersion, or None."""


class IFileStore(Interface):
    """Adapter of IRecord. Checks the bytes, not rights: who may change files is the acts' and services' question.

    The files of a record that is held (qlvb.content.holds) do not change: ``add``, ``replace`` and ``remove`` raise
    RecordHeld.
    """

    def add(role, filename, data, by, note="", title="", kind="upload"):
        """Store a new file; ``data`` bytes or an open binary file. Returns IStoredFile.

        :raises Refused: 400 wrong type for the role, empty, broken PDF, too large; field ``file``.
        """

    def replace(file_id, filename, data, by, note="", kind="upload"):
        """Add a version; returns IFileVersion. :raises Refused: as ``add``; 404 unknown file."""

    def remove(file_id, by):
        """Take the file off the list (kept, marked removed, until the record leaves draft; journalled).

        :raises Refused: 404 unknown file; 409 it is the official PDF, which stays whoever asks.
        """

    def get(file_id):
        """IStoredFile, or None."""

    def files(role=None):
        """In order of adding: list of IStoredFile not removed."""

    def kept():
        """In order of adding: list of IStoredFile, those taken off the list too."""

    def main():
        """The main draft, or None."""

    def signed():
        """The official PDF (role signed), or None."""

    def readable():
        """(IStoredFile, IFileVersion) to show first: signed PDF unless its signature is void, else main; or None."""


class IFileAdded(Interface):
    """Event: ``record``, ``file``, ``version``: a version was stored (a subscriber in outbox asks for conversion)."""


class IRecordContent(Interface):
    """Adapter of IRecord: the text of its files."""

    def text():
        """str: the texts of the current files, composed (NFC), "" while none is known."""
