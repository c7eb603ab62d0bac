"""``@@marked-copy/<file id>/<version or "current">``: a recalled or replaced document as it is printed and passed on,
with the words that say so over every page. The file itself stays as it was signed.
"""

from qlvb.content.files.browser.file import FileView
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.serving import find_version
from qlvb.content.files.serving import forbid_unfit
from qlvb.content.files.serving import send
from qlvb.content.files.versions import PDF
from qlvb.content.files.viewing import note_view
from qlvb.workflows.delivery.recall.successor import GONE_ROLES
from qlvb.workflows.delivery.recall.successor import gone_mark
from qlvb.workflows.delivery.recall.successor import visible_successor
from qlvb.workflows.readings.watermark import Unreadable
from qlvb.workflows.readings.watermark import marked
from zExceptions import NotFound
from zope.i18n import translate


class MarkedCopy(FileView):
    """``?download=1`` sends it as an attachment. Below the words, what took the document's place, if the reader may
    know it.
    """

    def _serve(self, head):
        mark = gone_mark(self.context)
        if mark is None or len(self.path) != 2:
            raise NotFound("/".join(self.path))
        stored = IFileStore(self.context).get(self.path[0])
        version = find_version(stored, self.path[1]) if stored is not None and stored.role in GONE_ROLES else None
        blob = (version.searchable_blob() or version.pdf_blob()) if version is not None else None
        if blob is None:
            raise NotFound("/".join(self.path))
        forbid_unfit([version], self.request)
        note_view(self.context, stored, version, self.request)
        words = translate(mark, target_language="vi")
        _kind, successor = visible_successor(self.context)
        below = " · ".join(filter(None, (words, successor.reference if successor is not None else "")))
        try:
            content, _pages = marked(blob.data, below, across=words)
        except Unreadable as error:
            raise NotFound("/".join(self.path)) from error
        filename = f"{version.filename.rpartition('.')[0] or version.filename}.pdf"
        sent = send(self.request, content, filename, PDF, inline=not self.request.form.get("download"))
        return b"" if head else sent
