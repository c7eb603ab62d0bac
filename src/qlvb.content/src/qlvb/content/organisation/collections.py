"""Little collections that an agency keeps under titles: its templates, its groups of recipients."""

from BTrees.OOBTree import OOBTree
from qlvb.content.kept import kept_under
from qlvb.content.text import fold
from qlvb.content.violations import Refused
from zope.annotation.interfaces import IAnnotations


class AgencyCollection:
    """Base of adapters of an agency: items with ``id`` and ``title`` in an annotation, made with the first of them. A
    subclass gives ``annotation`` and ``missing`` (the Violation when there is no such item). Checks no rights.
    """

    annotation = ""
    missing = None

    def __init__(self, agency):
        self.agency = agency

    @property
    def _kept(self):
        return IAnnotations(self.agency).get(self.annotation, {})

    def all(self):
        """By title: list."""
        return sorted(self._kept.values(), key=lambda one: (fold(one.title), one.id))

    def get(self, item_id):
        """The item, or None."""
        return self._kept.get(item_id)

    def put(self, item):
        """Keep an item, in place of the one with its id; returns it."""
        kept_under(self.agency, self.annotation, OOBTree)[item.id] = item
        return item

    def remove(self, item_id):
        """Drop it; what was made with it stays. :raises Refused: 404 there is none."""
        if self.get(item_id) is None:
            raise Refused(self.missing, 404)
        del IAnnotations(self.agency)[self.annotation][item_id]
