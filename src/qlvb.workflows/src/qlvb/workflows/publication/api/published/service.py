"""``GET @published``: steering documents that are published now."""

from plone import api
from plone.restapi.services import Service
from qlvb.workflows.publication.browser.page import published_rows


class PublishedGet(Service):
    """What is published now, newest first; without an account only what is public."""

    def reply(self):
        return {"@id": f"{api.portal.get().absolute_url()}/@published", "items": published_rows()}
