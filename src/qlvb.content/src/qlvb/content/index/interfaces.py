"""Lists. A *box* is a list with a name: tile, menu count, tab and list are the same box (one query, one number).

Now the boxes run on portal_catalog; the interface is what the records index in SQL will implement.
A record says itself where it sits: adapters ``IBoxTokens`` give tokens ``"<box>|<principal>"``, indexed in the
KeywordIndex ``boxes``. So every box of a person is one keyword query over the tokens of his principals.
"""

from zope.interface import Attribute
from zope.interface import Interface


class IBoxTokens(Interface):
    """Named subscriber-like adapter of a record (several may exist, named by room)."""

    def tokens():
        """iterable of "<box id>|<principal id>"."""


class IRowFacts(Interface):
    """Named adapter of a record (several may exist): what a row of a list shows besides the record's fields."""

    def facts():
        """dict of JSON values.

        Known keys: ``holders`` (userids whose turn it is), ``lines`` (dict userid -> dict ``role``, ``state``,
        ``deadline`` as ISO date), ``deadline`` (ISO date: the earliest open one).
        """


class IBox(Interface):
    """Named utility: a list."""

    id = Attribute("e.g. outgoing.to_sign")
    title = Attribute("message id")
    columns = Attribute("tuple of column ids")
    scope = Attribute("outgoing, incoming, lines, dossiers, all")
    sort = Attribute("(index, reverse)")
    members = Attribute("ids of the boxes whose tokens count here; the box's own id in the common case")
    empty = Attribute("message id: the sentence that an empty list shows")

    def narrow(today):
        """dict: what else a record must answer to now, in the words of portal_catalog; {} as a rule."""


class IListing(Interface):
    """Utility."""

    def query(box_id, principals=None, filters=None, sort=None, start=0, size=25):
        """A page of a box: object with ``total`` (int), ``rows`` (list of Row), ``start``, ``size``.

        ``principals`` default to those of the current user; ``filters`` is a dict (text, document_type, urgency,
        secrecy, year, issue_from, issue_to, arrival_from, arrival_to, state, agency, folder: a path below the site such
        as ``/skhcn/incoming/2026/03``); ``sort`` the name of a sort, ``-`` before it turns it round. Only what the user
        may view. :raises Refused: 400 unknown box, filter, sort, size.
        """

    def counts(box_ids, principals=None, filters=None):
        """dict box id -> int."""

    def search(text, filters=None, sort=None, start=0, size=25):
        """A page of everything the user may view that has the words of ``text``: as :meth:`query`."""
