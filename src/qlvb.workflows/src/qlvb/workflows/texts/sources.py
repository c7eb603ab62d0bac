"""Where the text of a version comes from."""

from qlvb.content.files.kinds import kind_of


#: Kinds that are read as they are.
READABLE = ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp")
#: Old binary formats: LibreOffice reads them anyway, so the words are those of its PDF.
BY_RENDITION = ("doc", "xls", "ppt")
#: Pictures hold no words that can be read without recognising letters. (Archives are no documents: nothing is said.)
PICTURES = ("png", "jpeg", "gif", "tiff")


def source_of(version):
    """(kind, NamedBlobFile) to read, or None when there is nothing that can be read (yet)."""
    kind = _kind(version)
    if kind in READABLE:
        return kind, version.blob
    if kind in BY_RENDITION and version.pdf_state == "ready":
        return "pdf", version.pdf_blob()
    return None


def is_picture(version):
    """bool: the version is an image without words."""
    return _kind(version) in PICTURES


def _kind(version):
    kind = kind_of(version.mimetype)
    return kind.id if kind is not None else None
