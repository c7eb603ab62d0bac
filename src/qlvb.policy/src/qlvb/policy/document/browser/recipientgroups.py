"""Nhóm nơi nhận in the form of a draft: chosen whole, and saved from the rows of the table."""

from functools import cached_property
import json
from plone import api
from qlvb.content.recipientgroups.interfaces import IRecipientGroups


class GroupChoice:
    """What the recipients' table offers of an agency's groups."""

    def __init__(self, agency):
        self.agency = agency

    @cached_property
    def items(self):
        """list of IRecipientGroup."""
        return IRecipientGroups(self.agency).all()

    @property
    def json(self):
        """str: id of each group -> its rows, as the script fills them in."""
        return json.dumps({group.id: [dict(row) for row in group.recipients] for group in self.items})

    @property
    def save(self):
        """Where the rows of the table are saved as a group; "" for who may not."""
        allowed = api.user.has_permission("qlvb: Manage recipient groups", obj=self.agency)
        return f"{self.agency.absolute_url()}/@recipient-groups" if allowed else ""
