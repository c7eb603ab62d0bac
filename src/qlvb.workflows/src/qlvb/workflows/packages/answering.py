"""What the services of every shelf of packages answer alike."""

from plone.protect.interfaces import IDisableCSRFProtection
from qlvb.content.answering import PathService
from qlvb.content.violations import Refused
from zope.interface import alsoProvides


class EntriesGet(PathService):
    """Base: the entries of a shelf, the newest first; ``<id>`` one of them, ``<id>/file`` its bytes."""

    name = ""
    _refused = None

    @property
    def packages(self):
        """The shelf."""
        raise NotImplementedError

    def shown(self, entry):
        """dict of one."""
        raise NotImplementedError

    def send(self, entry_id):
        """The stream of its file. :raises Refused: he may not have it."""
        raise NotImplementedError

    def render(self):
        if len(self.path) == 2 and self.path[1] == "file":
            alsoProvides(self.request, IDisableCSRFProtection)  # the journal says who took it
            try:
                return self.send(self.path[0])
            except Refused as refused:
                self._refused = refused
        return super().render()

    def answer(self):
        if self._refused is not None:
            raise self._refused
        if self.path:
            return self.shown(self.packages.get(self.path[0]))
        items = [self.shown(entry) for entry in self.packages.all()]
        return {"@id": f"{self.context.absolute_url()}/{self.name}", "items": items, "items_total": len(items)}
