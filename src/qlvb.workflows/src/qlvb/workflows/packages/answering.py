"""What the services of every shelf of packages answer alike."""

from abc import abstractmethod
from qlvb.content.answering import FileService


class EntriesGet(FileService):
    """Base: the entries of a shelf, the newest first; ``<id>`` one of them, ``<id>/file`` its bytes."""

    name = ""

    @property
    @abstractmethod
    def packages(self):
        """The shelf."""

    @abstractmethod
    def shown(self, entry):
        """dict of one."""

    @abstractmethod
    def stream(self, entry_id):
        """The stream of its file. :raises Refused: he may not have it."""

    def answer(self):
        if self.path[1:] == ("file",):
            return self.send(self.stream(self.path[0]))
        if self.path:
            return self.shown(self.packages.get(self.path[0]))
        items = [self.shown(entry) for entry in self.packages.all()]
        return {"@id": f"{self.context.absolute_url()}/{self.name}", "items": items, "items_total": len(items)}
