"""``@@file/<file id>/<version or "current">[/pdf or /searchable]``: the bytes of a file, for people's browsers."""

from Products.Five.browser import BrowserView
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.serving import find_version
from qlvb.content.files.serving import serve
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class FileView(BrowserView):
    """Streams a version of a file or its PDF; ``?download=1`` sends it as an attachment."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.path = []

    def publishTraverse(self, request, name):
        self.path.append(name)
        if len(self.path) > 3:
            raise NotFound(name)
        return self

    def __call__(self):
        return self._serve(head=False)

    def HEAD(self):
        """The same answer without its body."""
        return self._serve(head=True)

    def _serve(self, head):
        if len(self.path) < 2 or self.path[2:] not in ([], ["pdf"], ["searchable"]):
            raise NotFound("/".join(self.path))
        stored = IFileStore(self.context).get(self.path[0])
        version = find_version(stored, self.path[1]) if stored is not None else None
        if version is None:
            raise NotFound("/".join(self.path))
        return serve(self.context, stored, version, self.request, part="".join(self.path[2:]), head=head)
