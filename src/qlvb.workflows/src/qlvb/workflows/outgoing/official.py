"""The official PDF: the versions from preparation to seal, each an incremental update of the one before."""

from qlvb.content.files.interfaces import IFileStore
from qlvb.workflows.signing.interfaces import IPdfSigning
from zope.component import getUtility


def official_version(document):
    """The newest version of the official PDF, or None while nothing is signed or the signature was withdrawn."""
    signed = IFileStore(document).signed()
    if signed is None or signed.current.kind == "void":
        return None
    return signed.current


def official_name(document):
    """str: name of the official PDF: that of the draft, with the extension of what it is."""
    filename = IFileStore(document).main().current.filename
    return f"{filename.rsplit('.', 1)[0]}.pdf"


def store_official(document, data, by, kind, note=""):
    """Add a version of the official PDF; returns IFileVersion."""
    store = IFileStore(document)
    signed = store.signed()
    if signed is None:
        return store.add("signed", official_name(document), data, by, note=note, kind=kind).current
    return store.replace(signed.id, signed.current.filename, data, by, note=note, kind=kind)


def void_official(document, by, reason):
    """Keep the signed file as a void version: what was signed stays provable, and counts no longer."""
    version = official_version(document)
    return store_official(document, version.data(), by, "void", note=reason or "")


def person_verdict(pdf):
    """The SignatureVerdict of the person's signature in ``pdf`` (bytes), or None."""
    verdicts = getUtility(IPdfSigning).verify(pdf)
    return next((verdict for verdict in verdicts if verdict.purpose == "person"), None)
