"""What a package says, before it is written and after it has been read (pure)."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from qlvb.content.packages.fields import DOSSIER
from qlvb.content.packages.fields import description_of
from qlvb.content.packages.fields import profile_of


@dataclass(frozen=True)
class Organisation:
    """The body that makes the package: ``code`` is its identifier (fonds code)."""

    name: str
    code: str


@dataclass(frozen=True)
class Software:
    """What writes the package."""

    name: str
    version: str


@dataclass(frozen=True)
class Signature:
    """A digital signature found in a file; it stays in the file, this tells of it."""

    signer: str
    method: str
    value: str  # base64 of the signature as it stands in the file
    when: str = ""  # ISO 8601, as claimed


@dataclass(frozen=True)
class PackedFile:
    """A file of a document. ``open`` gives a fresh binary stream and raises OSError where the bytes are gone."""

    name: str  # name in data/
    title: str  # name it had
    role: str
    mimetype: str
    size: int
    sha256: str  # hex, as it was when it was stored
    open: Callable = field(compare=False, repr=False, default=None)
    created: datetime | None = None
    signatures: tuple = ()


@dataclass(frozen=True)
class Step:
    """One line of a processing history: an entry of a journal, so that its chain can be checked anywhere."""

    seq: int
    when: str  # ISO 8601, as hashed
    actor: str
    actor_name: str
    on_behalf: str
    event: str
    sentence: str
    detail: str  # canonical JSON
    previous: str
    hash: str


@dataclass(frozen=True)
class PackedDocument:
    """A document: ``fields`` of its EAD_doc, EAD_pic or EAD_media (str, or tuple of str), files, history (tuple of
    Step).
    """

    code: str
    fields: dict
    files: tuple
    history: tuple = ()
    earlier: tuple = ()  # Steps that came with a package this document was taken from
    additional: tuple = ()  # of Said: what it says in fields beside those of TT 05/2025

    @property
    def part(self):
        """How it is described, as in ``fields``: DOC, PIC or MEDIA."""
        return description_of(self.fields)


@dataclass(frozen=True)
class Event:
    """A preservation act (PREMIS): ``type`` "transfer" (digitising) or "information package creation"."""

    type: str
    when: datetime
    detail: str
    sources: tuple = ()  # identifiers of what it began with
    outcomes: tuple = ()


@dataclass(frozen=True)
class Related:
    """A part of the dossier in a package, or the whole of which that dossier is a part: ``order`` is the number of the
    part, ``code`` the Mã hồ sơ, ``symbol`` its number and symbol; ``start``, ``end``: DD/MM/YYYY or "".
    """

    order: int
    code: str
    symbol: str
    title: str
    start: str = ""
    end: str = ""
    documents: int = 0
    pages: int = 0


@dataclass(frozen=True)
class Package:
    """A package. ``uuid`` in upper case; ``fields``: those of EAD.xml; ``grouping``: DOSSIER, or DOCUMENTS of a batch
    of documents that are in no dossier.
    """

    kind: str  # SIP, AIP, DIP
    uuid: str
    created: datetime
    label: str
    organisation: Organisation
    software: Software
    fields: dict
    documents: tuple
    history: tuple = ()
    earlier: tuple = ()
    events: tuple = ()
    agreement: str = ""
    status: str = "NEW"
    order: str = ""  # number in the transfer
    certificate: bytes = b""  # of a DIP: the sealed PDF/A that says what is given to whom; "" for none
    grouping: str = DOSSIER
    additional: tuple = ()  # of Said, as of a document
    whole: Related | None = None  # of which the dossier is a part
    parts: tuple = ()  # of Related, by their order

    @property
    def is_divided(self):
        """bool: there is a whole or a part to name."""
        return self.whole is not None or bool(self.parts)

    @property
    def profile(self):
        """Name of the appendix of TT 05/2025 that it follows, as in ``fields.ENTITIES``."""
        return profile_of(self.kind, self.grouping)

    @property
    def object_id(self):
        """OBJID (TT 05/2025: ``urn:uuid:`` for an AIP, ``uuid-`` otherwise)."""
        return f"urn:uuid:{self.uuid}" if self.kind == "AIP" else f"uuid-{self.uuid}"

    @property
    def folder(self):
        """Name of the package's folder."""
        return self.object_id.replace(":", "_")

    @property
    def filename(self):
        """Name of its ZIP file; that of a SIP begins with its number in the transfer."""
        return f"{f'{self.order}_' if self.order and self.kind == 'SIP' else ''}{self.folder}.zip"

    @property
    def size(self):
        """Bytes of all files of its documents."""
        return sum(file.size for document in self.documents for file in document.files)
