"""``@@recipient-groups``: the agency's groups and their removal. They are made in the form of a draft."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from qlvb.content import _
from qlvb.content.organisation.browser.collections import CollectionView
from qlvb.content.recipientgroups.interfaces import IRecipientGroups


class GroupsView(CollectionView):
    """List and removal."""

    index = ViewPageTemplateFile("groups.pt")
    provided = IRecipientGroups
    removed = _("recipient_group_removed", default="Đã bỏ nhóm nơi nhận.")

    def row(self, item):
        return {"names": [row["name"] for row in item.recipients]}
