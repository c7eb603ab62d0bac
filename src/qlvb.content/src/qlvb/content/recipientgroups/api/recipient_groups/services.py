"""``GET @recipient-groups``, ``POST @recipient-groups``, ``DELETE @recipient-groups/<id>``."""

from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from qlvb.content.files.requests import sent_json
from qlvb.content.recipientgroups.interfaces import IRecipientGroups
from qlvb.content.violations import Refused
from qlvb.content.violations import refused_response
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


class GroupsGet(Service):
    """The groups of the agency, by title, with their rows as a draft takes them."""

    def reply(self):
        return {
            "@id": f"{self.context.absolute_url()}/@recipient-groups",
            "items": [as_json(group) for group in IRecipientGroups(self.context).all()],
        }


class GroupsPost(Service):
    """Keep ``recipients`` (rows as in a document) under ``title``; a group of that name is replaced (201)."""

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            sent = sent_json(self.request)
            by = api.user.get_current().getId()
            group = IRecipientGroups(self.context).save(sent.get("title"), sent.get("recipients"), by)
        except Refused as refused:
            return refused_response(self.request, refused)
        self.request.response.setStatus(201)
        return as_json(group)


@implementer(IPublishTraverse)
class GroupsDelete(Service):
    """Drop the group that the path names; drafts made with it stay."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.path = []

    def publishTraverse(self, request, name):
        self.path.append(name)
        return self

    def reply(self):
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            IRecipientGroups(self.context).remove("/".join(self.path))
        except Refused as refused:
            return refused_response(self.request, refused)
        return self.reply_no_content()


def as_json(group):
    """dict of JSON values."""
    return {
        "id": group.id,
        "title": group.title,
        "recipients": [dict(row) for row in group.recipients],
        "by": group.by,
        "when": group.when.isoformat(),
    }
