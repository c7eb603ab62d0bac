"""``GET @recipient-groups``, ``POST @recipient-groups``, ``DELETE @recipient-groups/<id>``."""

from qlvb.content.organisation.api.collections import CollectionDelete
from qlvb.content.organisation.api.collections import CollectionGet
from qlvb.content.organisation.api.collections import CollectionPost
from qlvb.content.recipientgroups.interfaces import IRecipientGroups


class GroupsGet(CollectionGet):
    """The groups of the agency, by title, with their rows as a draft takes them."""

    provided = IRecipientGroups
    name = "@recipient-groups"

    def as_json(self, item):
        return {**super().as_json(item), "recipients": [dict(row) for row in item.recipients]}


class GroupsPost(CollectionPost, GroupsGet):
    """Keep ``recipients`` (rows as in a document) under ``title``; a group of that name is replaced (201)."""

    def kept(self, sent):
        return self.collection.save(sent.get("title"), sent.get("recipients"), self.userid)


class GroupsDelete(CollectionDelete, GroupsGet):
    """Drop the group that the path names; drafts made with it stay."""
