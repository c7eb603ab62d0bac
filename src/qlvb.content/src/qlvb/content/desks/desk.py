"""Desks in the database."""

from Acquisition import Implicit
from BTrees.OOBTree import OOBTree
from persistent import Persistent
from persistent.mapping import PersistentMapping
from plone.base.interfaces import IPloneSiteRoot
from plone.uuid.interfaces import ATTRIBUTE_NAME
from plone.uuid.interfaces import IAttributeUUID
from qlvb.content import clock
from qlvb.content.desks.interfaces import IDesk
from qlvb.content.desks.interfaces import IDesks
from uuid import uuid4
from zope.annotation.interfaces import IAnnotations
from zope.annotation.interfaces import IAttributeAnnotatable
from zope.component import getUtility
from zope.interface import implementer


ANNOTATION = "qlvb.desks"


@implementer(IDesk, IAttributeAnnotatable, IAttributeUUID)
class Desk(Implicit, Persistent):
    """See IDesk. It is found by its path (``++desk++<owner>``), so that jobs can lie on it, and by nobody over the
    web.
    """

    __roles__ = ()  # Zope: nobody may publish it
    phrases = None  # of a desk older than these
    marks = None
    tiles = None  # (order, hidden), tuples of tile ids; None: as the product has them

    def __init__(self, owner):
        self.owner = owner
        self.id = self.__name__ = f"++desk++{owner}"
        self.searches = OOBTree()
        self.columns = PersistentMapping()
        self.phrases = OOBTree()
        self.marks = OOBTree()
        setattr(self, ATTRIBUTE_NAME, uuid4().hex)

    def getId(self):
        return self.id

    def getPhysicalPath(self):
        return (*getUtility(IPloneSiteRoot).getPhysicalPath(), self.id)


class SavedSearch(Persistent):
    """A list with a name of one's own: which list (``where``), narrowed how (``filters``), in which order (``sort``).

    ``filters`` is a dict of names in ``index.filters.FILTERS``; ``by`` is who saved it.
    """

    removed = None  # when it was taken off the desk

    def __init__(self, owner, name, where, filters, sort, pinned, by, key=""):
        self.id = uuid4().hex
        self.owner = owner
        self.name = name
        self.where = where
        self.filters = PersistentMapping(filters)
        self.sort = sort
        self.pinned = pinned
        self.by = by
        self.key = key
        self.created = clock.now()


@implementer(IDesks)
class Desks:
    """See IDesks."""

    @property
    def _annotations(self):
        return IAnnotations(getUtility(IPloneSiteRoot))

    def get(self, owner):
        return self._annotations.get(ANNOTATION, {}).get(owner)

    def open(self, owner):
        annotations = self._annotations
        if ANNOTATION not in annotations:
            annotations[ANNOTATION] = OOBTree()
        desks = annotations[ANNOTATION]
        if owner not in desks:
            desks[owner] = Desk(owner)
        return desks[owner]
