"""Events of reading."""

from qlvb.workflows.texts.interfaces import ITextRead
from zope.interface import implementer


@implementer(ITextRead)
class TextRead:
    """See ITextRead."""

    def __init__(self, record, file, version):
        self.record = record
        self.file = file
        self.version = version
