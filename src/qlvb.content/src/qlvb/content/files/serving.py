"""Sending the bytes of a file: whole, in part, or "you have it already"."""

from AccessControl import getSecurityManager
from plone.namedfile.utils import stream_data
from qlvb.content.files.interfaces import IBytesGuard
from qlvb.content.files.kinds import kind_of
from qlvb.content.files.leaving import obstacles
from qlvb.content.files.leaving import unscanned
from qlvb.content.files.versions import PDF
from qlvb.content.files.viewing import note_view
from urllib.parse import quote
from zExceptions import Forbidden
from zExceptions import NotFound
from zope.component import getUtility
from zope.i18n import translate
from ZPublisher.HTTPRangeSupport import expandRanges
from ZPublisher.HTTPRangeSupport import parseRange


#: What of a version can be asked for -> its NamedBlobFile, or None.
PARTS = {
    "": lambda version: version.blob,
    "pdf": lambda version: version.pdf_blob(),
    "searchable": lambda version: version.searchable_blob(),
}


def find_version(stored, number):
    """The version with this number ("current" or digits), or None."""
    if number == "current":
        return stored.current
    return stored.version(int(number)) if number.isascii() and number.isdigit() else None


def serve(record, stored, version, request, part="", head=False):
    """Answer ``request`` with ``version``, or with a ``part`` of it (``pdf``: its rendition, ``searchable``: the copy
    with a layer of text), and note the view in the journal.

    Only PDF and images are shown in place; all else is sent as an attachment, in a sandbox. Returns what the publisher
    sends.

    :raises NotFound: there is no such part; Forbidden: a virus was found in it, or is still to be looked for.
    """
    forbid_unfit([version], request)
    blob = PARTS[part](version) if part in PARTS else None
    if blob is None:
        raise NotFound(part)
    mimetype = PDF if part else version.mimetype
    filename = blob.filename if part else version.filename
    etag = f'"{version.sha256}{f"-{part}" if blob is not version.blob else ""}"'
    note_view(record, stored, version, request)
    _set_headers(request, mimetype, filename, etag)
    if etag in _listed(request.getHeader("If-None-Match", "")):
        request.response.setStatus(304)
        return b""
    size = blob.getSize()
    start, end = _range(request, size, etag)
    if start is None:
        request.response.setStatus(416)
        request.response.setHeader("Content-Range", f"bytes */{size}")
        request.response.setHeader("Content-Length", "0")
        return b""
    request.response.setHeader("Content-Length", str(end - start))
    if head:
        return b""
    return stream_data(blob, start, end)


def send(request, content, filename, mimetype, inline=False):
    """Answer ``request`` with a file that is not a version of a record's; returns ``content`` (bytes).

    It is stored by the browser, or shown in place when ``inline``, and kept by nobody on the way.
    """
    announce(request.response, len(content), filename, mimetype, inline)
    return content


def announce(response, size, filename, mimetype, inline=False):
    """Set the headers of such a file, for a body of ``size`` bytes that is sent otherwise."""
    response.setHeader("Content-Type", mimetype)
    response.setHeader("Content-Disposition", disposition(filename, inline))
    response.setHeader("Content-Length", str(size))
    response.setHeader("Cache-Control", "private, no-store")
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("X-Theme-Disabled", "True")


def forbid_unfit(versions, request):
    """:raises Forbidden: one of the versions must not leave (ILeaving), or somebody else put it in and the scanner is
    still to look at it; every such one is named. Who has to judge closed ones looks at them himself.
    """
    guard, me = getUtility(IBytesGuard), getSecurityManager().getUser().getId()
    versions = [version for version in versions if not guard.lets_see(version.sha256)]
    if found := obstacles(versions) + unscanned(version for version in versions if version.creator != me):
        raise Forbidden(" ".join(translate(one.message, context=request) for one in found))


def disposition(filename, inline):
    """Content-Disposition with the name in UTF-8 (RFC 6266) and one in ASCII for clients of old.

    >>> disposition("Quyết định.pdf", True)
    "inline; filename=Quy_t___nh.pdf; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh.pdf"
    """
    plain = "".join(char if char.isascii() and (char.isalnum() or char in ".-_") else "_" for char in filename)
    return f"{'inline' if inline else 'attachment'}; filename={plain}; filename*=UTF-8''{quote(filename, safe='')}"


def _set_headers(request, mimetype, filename, etag):
    kind = kind_of(mimetype)
    inline = kind is not None and kind.inline and not request.form.get("download")
    response = request.response
    response.setHeader("Content-Type", mimetype)
    response.setHeader("Content-Disposition", disposition(filename, inline))
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Accept-Ranges", "bytes")
    response.setHeader("ETag", etag)
    response.setHeader("Cache-Control", "private, no-cache")
    response.setHeader("X-Theme-Disabled", "True")
    if mimetype != PDF:
        response.setHeader("Content-Security-Policy", "sandbox")


def _listed(header):
    return {tag.strip().removeprefix("W/") for tag in header.split(",")}


def _range(request, size, etag):
    """(start, end) to send; (None, None) for a range outside. Several ranges are answered with the whole."""
    header = request.getHeader("Range", "")
    condition = request.getHeader("If-Range", "")
    ranges = parseRange(header) if header and condition in ("", etag) else None
    if not ranges or len(ranges) != 1:
        return 0, size
    expanded = expandRanges(ranges, size)
    if not expanded:
        return None, None
    start, end = expanded[0]
    request.response.setStatus(206)
    request.response.setHeader("Content-Range", f"bytes {start}-{end - 1}/{size}")
    return start, end
