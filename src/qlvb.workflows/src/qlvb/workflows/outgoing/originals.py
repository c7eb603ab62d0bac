"""The editable original that goes along with a signed document (Quy chế Điều 4.5: word, excel, pdf, zip, rar)."""

from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.kinds import kind_of


#: Kinds of files that the system knows and that nobody writes on in: they are no originals to edit.
FIXED = frozenset({"pdf", "png", "jpeg", "gif", "tiff"})
NOTE = "Tệp gốc: bản {number} của dự thảo"


def is_editable(version):
    """bool: the file of an IFileVersion can be worked on by the recipient: a text, a table, an archive of such."""
    kind = kind_of(version.mimetype)
    return kind is not None and kind.id not in FIXED


def newest_editable(versions):
    """The newest of ``versions`` (oldest first, of IFileVersion) that can be edited, or None."""
    return next((version for version in reversed(versions) if is_editable(version)), None)


def given_originals(document):
    """Originals that somebody put beside the document himself: list of IStoredFile."""
    return [one for one in IFileStore(document).files("original") if is_editable(one.current)]


def original_to_add(document):
    """The version of the draft that has to be put beside the signed file, or None: it lies there already, or the draft
    never was anything but a PDF.
    """
    main = IFileStore(document).main()
    return None if main is None or given_originals(document) else newest_editable(main.versions())


def keep_original(document, by):
    """Put the newest editable draft beside the signed file, whatever the last version was; returns its name or ""."""
    version = original_to_add(document)
    if version is None:
        return ""
    note = "" if version is IFileStore(document).main().current else NOTE.format(number=version.number)
    IFileStore(document).add("original", version.filename, version.data(), by, note=note)
    return version.filename
