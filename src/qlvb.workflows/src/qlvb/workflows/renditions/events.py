"""Events of renditions."""

from qlvb.workflows.renditions.interfaces import IRenditionMade
from zope.interface import implementer


@implementer(IRenditionMade)
class RenditionMade:
    """See IRenditionMade."""

    def __init__(self, record, file, version):
        self.record = record
        self.file = file
        self.version = version
