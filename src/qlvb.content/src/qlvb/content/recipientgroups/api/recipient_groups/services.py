"""``GET @recipient-groups``, ``POST @recipient-groups``, ``DELETE @recipient-groups/<id>``."""

from plone.restapi.services import Service
from qlvb.content.answering import AnsweringService
from qlvb.content.answering import PathService
from qlvb.content.recipientgroups.interfaces import IRecipientGroups


class GroupsGet(Service):
    """The groups of the agency, by title, with their rows as a draft takes them."""

    def reply(self):
        return {
            "@id": f"{self.context.absolute_url()}/@recipient-groups",
            "items": [as_json(group) for group in IRecipientGroups(self.context).all()],
        }


class GroupsPost(AnsweringService):
    """Keep ``recipients`` (rows as in a document) under ``title``; a group of that name is replaced (201)."""

    def answer(self):
        sent = self.body()
        group = IRecipientGroups(self.context).save(sent.get("title"), sent.get("recipients"), self.userid)
        self.request.response.setStatus(201)
        return as_json(group)


class GroupsDelete(PathService):
    """Drop the group that the path names; drafts made with it stay."""

    def answer(self):
        IRecipientGroups(self.context).remove(self.only_name)
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
