"""The full-text index of the records, whatever the database."""

from zope.interface import Interface


class IFullText(Interface):
    """Words of ``record_texts`` and where to find them. Every method works in the transaction of its connection."""

    def create(connection):
        """Make the index's own tables, empty (``records`` and ``record_texts`` exist)."""

    def drop(connection):
        """Take them away, if they are there."""

    def is_current(connection):
        """bool: the index is there and made by the same rules as this code; otherwise :meth:`rebuild` it."""

    def is_sound(connection):
        """bool: the index has every record and, as far as the database can say, no broken parts."""

    def store(connection, record_id, texts):
        """Say the texts of a record: dict column of ``record_texts`` -> str; columns not given stay as they are.

        The row of ``records`` must be there, with the days it has now; say the texts (or ``{}``) again when one
        changes. Too long texts are cut (:func:`tokens.cut`). Says nothing to the database when nothing changed.
        """

    def store_many(connection, texts):
        """As :meth:`store`, for dict record id -> texts, a few statements for all."""

    def remove(connection, record_ids):
        """Forget records; to be called before their rows of ``records`` and ``record_texts`` go."""

    def rebuild(connection, progress=None, each=map):
        """Make the index anew from ``record_texts``, which may be filled in bulk before: about 5,000 short records/s.

        ``progress(done)`` is called now and then with the number of records done; ``each`` as ``map``, by which words
        are cut, perhaps by other processes.
        """

    def occurring(connection, words):
        """Those of ``words`` (folded, letters only) that at least one record has: set of str."""

    def among(connection, asked, scopes=None, where=(), principals=None):
        """Clause on ``records``: those that :meth:`search` finds and counts, for facets and exports. The newest
        ``MOST_COUNTED`` when there are more.
        """

    def search(connection, asked, scopes=None, where=(), order=None, start=0, size=25, principals=None):
        """:class:`Found` of :class:`Asked`.

        ``where``: clauses on ``tables.records``, all of which a hit must meet. ``principals``: tokens of the person,
        who finds what ``acl_principals`` opens to one of them (None: rights are left to ``where``); better than a
        clause, because the search can begin with the records when they are few. ``scopes``: ids of the agencies
        outside which the person certainly sees nothing (None: anywhere). ``order``: (column of ``records``, bool: the
        largest first) or an expression, None for the best first.
        """
