"""Base of the pages of an agency's little collections (:mod:`qlvb.content.organisation.collections`)."""

from plone import api
from qlvb.content.organisation.browser.posted import PostedForm
from qlvb.content.organisation.interfaces import IDirectory
from zope.component import getUtility


class CollectionView(PostedForm):
    """List, removal, and what a subclass adds. It gives ``provided``, ``removed`` (message id) and ``row(item)``."""

    provided = None
    removed = ""

    @property
    def collection(self):
        return self.provided(self.context)

    @property
    def page(self):
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    def save(self):
        message = self.changed()
        api.portal.show_message(message, self.request)
        return self.page

    def changed(self):
        """Do what was asked for; message id. :raises Refused: it cannot be done."""
        self.collection.remove(self.value("remove"))
        return self.removed

    def rows(self):
        """list of dict."""
        person = getUtility(IDirectory).person
        return [
            {
                "id": one.id,
                "title": one.title,
                "by": person(one.by).fullname,
                "when": one.when.strftime("%d/%m/%Y"),
                **self.row(one),
            }
            for one in self.collection.all()
        ]

    def row(self, item):
        """dict: what else the list shows of an item."""
        return {}
