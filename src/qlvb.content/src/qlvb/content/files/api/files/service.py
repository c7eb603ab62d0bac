"""What the methods of ``@files`` share."""

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from qlvb.content import _
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.rules import FIELD
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation
from qlvb.content.violations import refused_response
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class FilesService(Service):
    """A method of ``@files``; subclasses answer in ``answer``."""

    writes = False

    def __init__(self, context, request):
        super().__init__(context, request)
        self.path = []

    def publishTraverse(self, request, name):
        self.path.append(name)
        return self

    def reply(self):
        if self.writes:
            alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return self.answer()
        except Refused as refused:
            return refused_response(self.request, refused)

    def answer(self):
        """The JSON answer. :raises Refused: what is not met."""
        raise unknown_path()

    @property
    def store(self):
        return IFileStore(self.context)

    def stored(self):
        """The file that the path names first.

        :raises Refused: 404.
        """
        found = self.store.get(self.path[0]) if self.path else None
        if found is None:
            raise unknown_path()
        return found


def unknown_path():
    message = _("violation_file_unknown", default="Văn bản không có tệp này.")
    return Refused(Violation(FIELD, "file_unknown", message), status=404)
