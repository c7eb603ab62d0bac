"""What the intake check looks at, as plain values: read once by ``reading.py``, judged by ``rules.py``."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class FileFacts:
    """One file as it will be kept. ``form``: ``pdf``, ``rendered`` (its PDF is looked at), ``other`` (a format that
    archives take as it is) or ``unknown``; ``readable``: the PDF opens; ``archival``: it says and keeps that it is
    PDF/A; ``lacks``: (rule, clause, detail) of what it does not keep of it; ``pages``: counted in it, None where nobody
    can; ``damage``: what the fixity look found, "" for nothing; ``virus``: the name of the one that was found in it;
    ``unchecked``: why the site's scanner could not look for viruses.
    """

    name: str
    role: str = "main"
    form: str = "pdf"
    readable: bool = True
    archival: bool = True
    pages: int | None = 1
    damage: str = ""
    lacks: tuple = ()
    virus: str = ""
    unchecked: str = ""


@dataclass(frozen=True)
class SignatureFacts:
    """One signature: ``verdict`` is valid, invalid or indeterminate; ``purpose`` person, organisation or other."""

    file: str
    signer: str = ""
    verdict: str = "valid"
    purpose: str = "person"


@dataclass(frozen=True)
class DocumentFacts:
    """One line of the contents list. ``label`` names it to people: its reference, else its order number."""

    uid: str
    order: int
    label: str = ""
    exists: bool = True
    outgoing: bool = False
    imported: bool = False
    numbered: bool = True
    issued: date | None = None
    type_name: str = ""
    issuer: str = ""
    subject: str = ""
    language: str = ""
    pages: int | None = None  # as entered
    files: tuple = ()
    signatures: tuple = ()


@dataclass(frozen=True)
class DossierFacts:
    """A dossier. ``retention``: kind, "" for none; ``mode``: its conditions of access; ``identifier``: of its
    agency.
    """

    uid: str
    code: str = ""
    title: str = ""
    state: str = "closed"
    held: bool = False
    retention: str = ""
    years: int | None = None
    mode: str = ""
    language: str = ""
    start: date | None = None
    end: date | None = None
    identifier: str = ""
    documents: tuple = ()
