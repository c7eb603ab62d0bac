"""The records index: lists, counts and search over all records, on tables of SQL (:mod:`qlvb.content.index.tables`).

A *box* is a list with a name: tile, menu count, tab and list are the same box (one query, one number). A record says
itself where it sits: adapters ``IBoxTokens`` give tokens ``"<box>|<principal>"``. A list without a box is a
:class:`~qlvb.content.index.question.Question` of its own; both are asked through :class:`IListing`.
"""

from zope.interface import Attribute
from zope.interface import Interface


class IBoxTokens(Interface):
    """Named subscriber-like adapter of a record (several may exist, named by room)."""

    def tokens():
        """iterable of "<box id>|<principal id>", or "<box id>|<principal id>|<ordinal day>" where the record sits in
        the box under a deadline of its own there.
        """


class IRowFacts(Interface):
    """Named adapter of a record (several may exist): what a row of a list shows besides the record's fields."""

    def facts():
        """dict of JSON values.

        Known keys: ``holders`` (userids whose turn it is), ``lines`` (dict userid -> dict ``role``, ``state``,
        ``deadline`` as ISO date), ``deadline`` (ISO date: the earliest open one), ``progress`` (percent, int),
        ``parent`` (UID of the record above).
        """


class IIndexRows(Interface):
    """Named adapter of a record (several may exist): its rows in the tables that hang on it."""

    def rows():
        """dict: name in ``tables.SATELLITES`` -> list of dict column -> value, without ``id`` and ``record_id``."""


class IIndexedFields(Interface):
    """Adapter of a record: what its fields are in the index."""

    def read(facts):
        """``facts`` are those of the rooms. Returns three dicts: columns of ``records``, more facts (JSON values),
        columns of ``record_texts`` but ``content`` and ``scope``.
        """


class IBox(Interface):
    """Named utility: a list."""

    id = Attribute("e.g. outgoing.to_sign")
    title = Attribute("message id")
    columns = Attribute("tuple of column ids")
    scope = Attribute("outgoing, incoming, lines, dossiers, all")
    sort = Attribute("(column of records, reverse)")
    members = Attribute("ids of the boxes whose tokens count here, () for a list of all that may be viewed")
    types = Attribute("portal types of a list without members")
    relay = Attribute("name of the IBoxRelay that says whose entries are shown, '' for those of who asks")
    empty = Attribute("message id: the sentence that an empty list shows")

    def deadlines(today):
        """(first, last) ordinal days between which the deadline lies, or None for no matter."""


class IBoxRelay(Interface):
    """Named utility, named in ``IBox.relay``: whose entries a box shows."""

    def seats(userid):
        """list of :class:`~qlvb.content.index.relays.Seat`. Everything in it may be viewed by this person today."""


class IOwnChanges(Interface):
    """Utility: a look at the index as it will be when the transaction has committed."""

    def applied(site, changes):
        """Context manager: a connection on which ``changes`` (Changes) of the site (id) are applied."""


class IListing(Interface):
    """Utility. Every answer holds only what the current user may view."""

    def query(box_id, principals=None, filters=None, sort=None, start=0, size=25, after=None):
        """A page of a box: :class:`~qlvb.content.index.rows.Page`.

        ``principals`` default to those of the current user; ``filters`` is a dict of names in ``filters.FILTERS``;
        ``sort`` the name of a sort in ``filters.SORTS``, ``-`` before it turns it round; ``after`` the cursor of a page
        (``Page.next``, ``Page.previous``), which finds the page at once however far it is.

        :raises Refused: 400 unknown box, filter, sort, size; 503 the index cannot answer.
        """

    def counts(box_ids, principals=None, filters=None):
        """dict box id -> int, in one statement."""

    def search(text, filters=None, sort=None, start=0, size=25):
        """A page of everything that has what ``text`` asks for; by relevance without ``sort``. ``Page.corrected`` says
        what was searched instead when ``text`` seems mistyped.
        """

    def page(question, start=0, size=25, after=None):
        """A page of a Question."""

    def count(question):
        """int: how many records answer a Question."""

    def facets(question, names, most=20):
        """dict name -> list of (value, count), at most ``most``, the commonest first; names from ``facets.FACETS``."""
