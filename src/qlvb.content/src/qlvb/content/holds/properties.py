"""Zope's own properties of a record: edited in the manage screens and by WebDAV's PROPPATCH without any event."""

from qlvb.content.holds.interfaces import IHolds


class HeldProperties:
    """Mixed into records that can be held: before Zope's PropertyManager, after our mixin for what objects provide
    (zope.interface writes ``__providedBy__`` into every class that it looks at, and the first one counts).
    """

    def _setPropValue(self, id, value):
        IHolds(self).check()
        super()._setPropValue(id, value)

    def _delPropValue(self, id):
        IHolds(self).check()
        super()._delPropValue(id)
