"""What Plone's catalogue does not keep of our records."""

from plone.indexer import indexer
from qlvb.content.interfaces import IRecord


@indexer(IRecord)
def nothing(record):
    """Work that Plone's catalogue would do for records and nobody asks for: the records index answers."""
    raise AttributeError("not indexed for records")
