"""What people follow (``qlvb.content.desks.interfaces.IMarks``) and what they hear of it."""

from zope.interface import Interface


class IFollowedWith(Interface):
    """Adapter of a record: it is a part of others, and who follows these hears of it, too."""

    def uids():
        """UIDs of the others: list of str."""


class IFollowing(Interface):
    """Utility."""

    def followers(record):
        """userids of those who follow the record or one that it is a part of: set of str."""

    def tell(people, record, message, once="", journal=None):
        """Tell those of ``people`` (userids) who may see ``record``; returns whom (list of userids).

        ``message``: what all of them may read (message id). ``journal``: what is said instead to those who may read
        the record's journal. Whom the same transaction told something else of the record is left out.
        """
