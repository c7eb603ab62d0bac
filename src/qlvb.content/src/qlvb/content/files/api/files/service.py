"""What the methods of ``@files`` share."""

from qlvb.content import _
from qlvb.content.answering import FileService
from qlvb.content.files.interfaces import IFileStore
from qlvb.content.files.rules import FIELD
from qlvb.content.violations import Refused
from qlvb.content.violations import Violation


class FilesService(FileService):
    """A method of ``@files``; subclasses answer in ``answer``."""

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
    """Refused, 404: the address names no file of the record."""
    message = _("violation_file_unknown", default="Văn bản không có tệp này.")
    return Refused(Violation(FIELD, "file_unknown", message), status=404)
