"""Kinds of files that the system knows, and which of them may be what."""

from dataclasses import dataclass


@dataclass(frozen=True)
class FileKind:
    """``office`` kinds are converted to PDF; ``inline`` kinds may be shown in the browser as they are."""

    id: str
    mimetype: str
    extensions: tuple
    office: bool = False
    inline: bool = False


_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

KINDS = {
    kind.id: kind
    for kind in (
        FileKind("pdf", "application/pdf", (".pdf",), inline=True),
        FileKind("docx", _OOXML + "wordprocessingml.document", (".docx",), office=True),
        FileKind("xlsx", _OOXML + "spreadsheetml.sheet", (".xlsx",), office=True),
        FileKind("pptx", _OOXML + "presentationml.presentation", (".pptx",), office=True),
        FileKind("doc", "application/msword", (".doc",), office=True),
        FileKind("xls", "application/vnd.ms-excel", (".xls",), office=True),
        FileKind("ppt", "application/vnd.ms-powerpoint", (".ppt",), office=True),
        FileKind("odt", _ODF + "text", (".odt",), office=True),
        FileKind("ods", _ODF + "spreadsheet", (".ods",), office=True),
        FileKind("odp", _ODF + "presentation", (".odp",), office=True),
        FileKind("png", "image/png", (".png",), inline=True),
        FileKind("jpeg", "image/jpeg", (".jpg", ".jpeg"), inline=True),
        FileKind("gif", "image/gif", (".gif",), inline=True),
        FileKind("tiff", "image/tiff", (".tif", ".tiff")),
        FileKind("zip", "application/zip", (".zip",)),
        FileKind("rar", "application/vnd.rar", (".rar",)),
        FileKind("mp4", "video/mp4", (".mp4", ".m4v")),
        FileKind("avi", "video/x-msvideo", (".avi",)),
        FileKind("wmv", "video/x-ms-wmv", (".wmv", ".wma")),
        FileKind("mp3", "audio/mpeg", (".mp3",)),
    )
}

#: Media types of what the product writes itself.
DOCX = KINDS["docx"].mimetype
XLSX = KINDS["xlsx"].mimetype

#: Film and sound as an archive takes them (TT 05/2025/TT-BNV Điều 8); a dossier has them, too (NĐ 30/2020 Điều 29.3).
MEDIA = ("mp4", "avi", "wmv", "mp3")
_ATTACHED = tuple(kind for kind in KINDS if kind not in ("rar", *MEDIA))
_ANNEX = (*_ATTACHED, *MEDIA)

#: Which kinds a file of a role may be of. Main drafts are what can become the official PDF.
ALLOWED = {
    "main": ("docx", "pdf", "doc", "odt"),
    "annex": _ANNEX,
    "original": tuple(KINDS),
    "signed": ("pdf",),
    "result": _ATTACHED,
    "comment": _ATTACHED,
    "direction": ("png",),
}

_BY_MIMETYPE = {kind.mimetype: kind for kind in KINDS.values()}


def kind_of(mimetype):
    """The :class:`FileKind` of a stored media type, or None."""
    return _BY_MIMETYPE.get(mimetype)


def role_of_received(*names):
    """Role of files that came, by their names: what can become a PDF is the main file, else they are kept as received.

    >>> role_of_received("scan.PDF"), role_of_received("scan.pdf", "page.jpg")
    ('main', 'original')
    """
    endings = tuple(ending for kind in ALLOWED["main"] for ending in KINDS[kind].extensions)
    return "main" if all(name.lower().endswith(endings) for name in names) else "original"
