"""Notices lie on the desk of each person, never in one shared object. Rooms tell; how it reaches the person is his
choice.
"""

from zope.interface import Attribute
from zope.interface import Interface


CHANNELS = ("email", "push", "sms")


class INoticeKind(Interface):
    """Named utility: an event that people are told of; the name is the event's id."""

    title = Attribute("message id: what the person sees in his settings")
    default_channels = Attribute("tuple of CHANNELS by which it goes out unless the person says otherwise")
    record_page = Attribute("name of the page of its record to which a notice leads, '' for the record itself")
    page = Attribute("path below the site to which a notice leads that is about no record, '' for nowhere")


class INotice(Interface):
    """One thing that one person was told."""

    id = Attribute("str, unique on the desk; a later notice has a greater one")
    event = Attribute("id of the INoticeKind")
    record = Attribute("UID of the record, or ''")
    text = Attribute("message id or str")
    urgent = Attribute("bool")
    due = Attribute("date or None: the deadline that it is about")
    created = Attribute("aware datetime")
    read = Attribute("aware datetime or None")
    owed = Attribute("dict channel -> now or digest: by which channels it has still to go out")
    sent = Attribute("dict channel -> aware datetime when it went out")


class INoticeChannel(Interface):
    """Named utility: a way out of the house; the name is one of CHANNELS."""

    title = Attribute("message id")

    def lacks(agency_id=None):
        """Message id of what the site must set before it works, or None; of what an agency must set, too, when it is
        about people of that one.
        """

    def offered(userid):
        """bool: the person may choose it at all."""

    def rule(userid, event):
        """on, urgent or off: what somebody else has decided for the person (``preferences.BY_AGENCY``)."""

    def reaches(userid):
        """bool: it works, and the person has an address or device."""

    def send(userid, notices, job):
        """Send the notices (list of Shown) to the person, for the job. What it says may be repeated.

        :raises JobFailed: with ``retry``.
        """


class IAnswerable(Interface):
    """Named utility; the name is the id of an event: the letter that tells of it can be answered by a reply, or on the
    form of an act to which it leads.
    """

    acts = Attribute("ids of acts: the letter leads to the form of the first that its reader may do")

    def address(userid, record):
        """The e-mail address to which the person's reply goes, "" when there is nothing for him to answer."""

    def take(userid, record, text):
        """Do what the reply says, as the person who is signed in. :raises Refused: why it cannot be done."""


class INoticesWent(Interface):
    """Event, on the desk: notices went out, or could not for good; in the transaction that writes it down."""

    channel = Attribute("one of CHANNELS")
    notices = Attribute("list of INotice")
    job = Attribute("IJob")
    error = Attribute("message id or str: why not; '' when they went")


class INotices(Interface):
    """Utility."""

    def tell(userids, event, record, text, urgent=False, due=None, once="", by=(), if_untold=False):
        """Tell people something; returns the userids that were told (list).

        ``userids``: ids of people or of function groups (``skhcn.clerk``). ``event``: id of a registered INoticeKind.
        ``record``: any record, or None. ``text``: message id or str, shown only to who may view the record.
        The same event and record twice in a transaction is told once; with ``once`` (str: a line, a step, a day) it is
        told once for each of these, for ever. ``by``: channels by which it goes at once, whatever rules and settings
        would choose, as far as they allow it at all (see ``asking.why_not``). ``if_untold``: who has
        been told of the record by another event in the same transaction is left out.

        :raises LookupError: no such kind.
        """

    def of(userid):
        """INoticeBoard of the person; an empty one that cannot be written when he has been told nothing yet."""


class INoticeBoard(Interface):
    """The notices of one person."""

    def newest(unread_only=False, before="", size=20):
        """The newest first, those older than the notice ``before``: list of INotice."""

    def get(notice_id):
        """INotice, or None."""

    def unread():
        """int: how many he has not read."""

    def mark(notice_ids):
        """Mark as read; returns how many were unread. Unknown ids are passed over."""

    def mark_alike(notice_id):
        """Mark it and those before it of the same kind about the same record as read, which are one row to the reader
        (``grouping``); returns how many were unread. What was told later stays unread.
        """

    def mark_all():
        """Mark all as read; returns how many were unread."""

    def stamp():
        """str that changes whenever something is told or read."""
