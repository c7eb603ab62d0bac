"""A record as Plone's own catalogue sees it: where it is, what it is, who may view it, what it is called.

Lists, searches and counts are answered by the records index. Every index more would be written by every new document,
and most of them at the same place: people of different agencies would meet in the tree of the same day, state or
interface, and one of them would have to do everything again. ``effectiveRange`` finds no dates here and takes that for
"always"; without it the catalogue finds nothing for people.
"""

from plone.indexer.interfaces import IIndexableObject
from Products.CMFPlone.CatalogTool import sortable_title
from Products.ZCatalog.interfaces import IZCatalog
from qlvb.content.index.batches import current_builder
from qlvb.content.interfaces import IRecord
from qlvb.content.states import state_of
from zope.component import adapter
from zope.interface import implementer


@implementer(IIndexableObject)
@adapter(IRecord, IZCatalog)
class CataloguedRecord:
    """All that the catalogue's indexes and columns are told; what it asks for besides is not there."""

    def __init__(self, record, catalogue):
        self._record = record
        self.id = self.getId = record.getId()
        self.portal_type = record.portal_type

    def getPhysicalPath(self):
        return self._record.getPhysicalPath()

    def UID(self):
        return self._record.UID()

    def Title(self):
        return self._record.Title()

    @property
    def sortable_title(self):
        return sortable_title(self._record)()

    @property
    def is_folderish(self):
        return bool(self._record.isPrincipiaFolderish)

    @property
    def review_state(self):
        return state_of(self._record)

    @property
    def modified(self):
        return self._record.modified()

    @property
    def allowedRolesAndUsers(self):
        return sorted(current_builder().allowed(self._record))


@implementer(IIndexableObject)
class CataloguedDocument:
    """A document, of which there are hundreds of thousands, or a folder of a month: what it is, where the one with this
    UID is and who may view it, so that Plone's own search and folders show it to people; no more.

    How it stands is asked of the records index alone: here each state and title would be a tree more that every new
    document, and every act, has to write.
    """

    def __init__(self, content, catalogue):
        self._content = content
        self.portal_type = content.portal_type
        self.getPhysicalPath = content.getPhysicalPath
        self.UID = content.UID()
        self.Title = content.Title()

    @property
    def allowedRolesAndUsers(self):
        return sorted(current_builder().allowed(self._content))
