"""Events of files."""

from qlvb.content.files.interfaces import IFileAdded
from zope.interface import implementer


@implementer(IFileAdded)
class FileAdded:
    """A version of a file was stored in a record."""

    def __init__(self, record, file, version):
        self.record = record
        self.file = file
        self.version = version
