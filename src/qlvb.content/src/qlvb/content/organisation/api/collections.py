"""Bases of the services of an agency's little collections (:mod:`qlvb.content.organisation.collections`)."""

from abc import abstractmethod
from qlvb.content.answering import PathService


class CollectionGet(PathService):
    """All items. A subclass gives ``provided`` (the interface of the adapter), ``name`` (of the service) and
    ``as_json(item)``.
    """

    provided = None
    name = ""

    @property
    def collection(self):
        return self.provided(self.context)

    def as_json(self, item):
        """dict of JSON values."""
        return {"id": item.id, "title": item.title, "by": item.by, "when": item.when.isoformat()}

    def answer(self):
        return {
            "@id": f"{self.context.absolute_url()}/{self.name}",
            "items": [self.as_json(item) for item in self.collection.all()],
        }


class CollectionPost(CollectionGet):
    """Keep what was sent (201): ``kept(sent)`` gives the item."""

    def answer(self):
        item = self.kept(self.body())
        self.request.response.setStatus(201)
        return self.as_json(item)

    @abstractmethod
    def kept(self, sent):
        """The item. :raises Refused: 400."""


class CollectionDelete(CollectionGet):
    """Drop the item that the path names."""

    def answer(self):
        self.collection.remove(self.only_name)
        return self.reply_no_content()
