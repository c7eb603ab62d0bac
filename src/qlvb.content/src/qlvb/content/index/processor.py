"""Feeds the index from CMFCore's queue: what is indexed in the catalogue is said anew here, in the same transaction."""

from Acquisition import aq_base
from plone.uuid.interfaces import IUUID
from Products.CMFCore.CMFCatalogAware import CatalogAware
from Products.CMFCore.interfaces import IIndexQueueProcessor
from qlvb.content.index import batches
from qlvb.content.index.building import site_path
from qlvb.content.index.pending import pending
from qlvb.content.index.renewing import content_wanted
from qlvb.content.interfaces import IRecord
from zope.interface import implementer


#: What ``reindexObjectSecurity`` asks of the objects below a folder.
RIGHTS = frozenset(CatalogAware._cmf_security_indexes)


def write_too(record):
    """Have the record written though nothing of it changed: whoever writes it meanwhile conflicts."""
    if record._p_jar is not None:
        record._p_changed = True


def read_current(record):
    """Have the transaction conflict with whoever changes the record meanwhile; the record is not written."""
    if record._p_jar is not None and not record._p_changed:
        record._p_jar.readCurrent(record)


@implementer(IIndexQueueProcessor)
class RecordsProcessor:
    """Of a record everything is said anew, whatever attributes are named: writing passes over what did not change. Only
    the text of its files, which is long, is read when the record is new or ``content`` is named.

    Two transactions that say the same record must meet in the ZODB too, or the one whose snapshot is older writes last
    and takes back what the other has said (a slow job over a quick act). Most of what a row says lies in other objects
    (workflow history, lines, files), so the record itself is written with every row: the older of the two conflicts and
    is tried again. Rights that come down from a folder only read it: they must not rewrite whole trees, and conflict
    with everybody who writes.
    """

    def index(self, obj, attributes=None):
        self._put(obj, with_content=True)

    def reindex(self, obj, attributes=None, update_metadata=1):
        meet = read_current if attributes and set(attributes) <= RIGHTS else write_too
        self._put(obj, "content" in (attributes or ()) or content_wanted(IUUID(obj, None)), meet)

    def unindex(self, obj):
        if IRecord.providedBy(obj):
            pending().changes.drop(IUUID(obj), site_path(obj))

    def begin(self):
        batches.begin()

    def commit(self):
        batches.end()

    def abort(self):
        batches.end()

    def _put(self, obj, with_content, meet=write_too):
        if IRecord.providedBy(obj) and IUUID(obj, None):
            pending().changes.put(batches.current_builder().build(obj, with_content))
            meet(aq_base(obj))
