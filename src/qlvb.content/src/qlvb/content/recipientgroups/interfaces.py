"""Groups of recipients of an agency."""

from zope.interface import Attribute
from zope.interface import Interface


class IRecipientGroup(Interface):
    """Recipients that an agency writes to together, under a name."""

    id = Attribute("str")
    title = Attribute("str, unique in the agency but for case and accents")
    recipients = Attribute("tuple of rows of recipients: dict of RECIPIENT_KEYS")
    by = Attribute("userid of who saved it last")
    when = Attribute("datetime, aware")


class IRecipientGroups(Interface):
    """Adapter of IAgency. Created by the first group, never by reading; checks no rights."""

    def all():
        """By title: list of IRecipientGroup."""

    def get(group_id):
        """IRecipientGroup, or None."""

    def save(title, recipients, by):
        """Keep the rows under ``title``, in place of a group of that name; returns the group.

        :raises Refused: 400 with every fault of title and rows: nothing is kept.
        """

    def remove(group_id):
        """Drop it; drafts that were made with it stay. :raises Refused: 404 there is none."""
