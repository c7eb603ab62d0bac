"""Feeds the index from CMFCore's queue: what is indexed in the catalogue is said anew here, in the same transaction."""

from plone.uuid.interfaces import IUUID
from Products.CMFCore.interfaces import IIndexQueueProcessor
from qlvb.content.index.building import build
from qlvb.content.index.building import site_path
from qlvb.content.index.pending import pending
from qlvb.content.index.renewing import content_wanted
from qlvb.content.interfaces import IRecord
from zope.interface import implementer


@implementer(IIndexQueueProcessor)
class RecordsProcessor:
    """Of a record everything is said anew, whatever attributes are named: writing passes over what did not change. Only
    the text of its files, which is long, is read when the record is new or ``content`` is named.
    """

    def index(self, obj, attributes=None):
        self._put(obj, with_content=True)

    def reindex(self, obj, attributes=None, update_metadata=1):
        self._put(obj, with_content="content" in (attributes or ()) or content_wanted(IUUID(obj, None)))

    def unindex(self, obj):
        if IRecord.providedBy(obj):
            pending().changes.drop(IUUID(obj), site_path(obj))

    def begin(self):
        pass

    def commit(self):
        pass

    def abort(self):
        pass

    def _put(self, obj, with_content):
        if IRecord.providedBy(obj) and IUUID(obj, None):
            pending().changes.put(build(obj, with_content))
