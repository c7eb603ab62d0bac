"""``<site>/++desk++<owner>``: the path by which jobs find the desk they lie on."""

from qlvb.content.desks.interfaces import IDesks
from zope.component import getUtility
from zope.interface import implementer
from zope.location.interfaces import LocationError
from zope.traversing.interfaces import ITraversable


@implementer(ITraversable)
class DeskTraverser:
    """Namespace ``desk`` of the site."""

    def __init__(self, context, request=None):
        self.context = context

    def traverse(self, name, ignored):
        """The desk. :raises LocationError: the owner has none."""
        desk = getUtility(IDesks).get(name)
        if desk is None:
            raise LocationError(self.context, name)
        return desk.__of__(self.context)
