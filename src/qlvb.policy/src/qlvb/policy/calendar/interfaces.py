"""The work schedule: what the leaders of an agency do, week by week."""

from zope.interface import Attribute
from zope.interface import Interface


class IEntry(Interface):
    """One entry. A draft is seen by those who keep the schedule; published ones by everybody in the agency."""

    id = Attribute("str")
    start = Attribute("aware datetime")
    end = Attribute("aware datetime or None")
    title = Attribute("str")
    place = Attribute("str")
    leaders = Attribute("tuple of userids: who attends or chairs")
    participants = Attribute("str")
    note = Attribute("str: what is to be prepared, and by whom")
    published = Attribute("bool")
    source = Attribute("UID of the invitation, or ''")
    by = Attribute("userid, or system")
    quotes = Attribute("tuple of (start, place or chair; words of the invitation that it was read from)")
    untouched = Attribute("bool: a draft from an invitation that nobody has looked through yet")
    sequence = Attribute("int that grows with every change")


class ISchedule(Interface):
    """Adapter of an agency. Nothing here checks rights."""

    def entries(first, last, drafts=False):
        """By time: list of IEntry that touch the days from ``first`` to ``last`` (dates, both included)."""

    def cancelled():
        """What was published and then taken off, or made a draft again, in the last 90 days: list of objects with id,
        start, end, title, place, sequence and when.
        """

    def get(entry_id):
        """IEntry, or None."""

    def add(values, by, source=""):
        """Add an entry; ``values`` as of REST. Returns IEntry. :raises Refused: 400, all mistakes."""

    def change(entry_id, values):
        """Change what ``values`` names. :raises Refused: 400, 404."""

    def of_source(uid):
        """The IEntry drafted from the document with this UID, or None."""

    def reread(entry, values, quotes):
        """Take what the invitation says into a draft that is ``untouched``."""

    def remove(entry_id):
        """:raises Refused: 404."""
