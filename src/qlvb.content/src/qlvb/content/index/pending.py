"""What a transaction has said anew of records, until it is written to the tables.

The order of locks is always the same: the storage of the ZODB first, the index second. Everything is kept here in
memory until the transaction votes; our sort key puts the vote after the storage's. So a writer that waits for the
index's lock already has the storage's, and two writers never wait for each other. (That is why writes do not go through
a session of zope.sqlalchemy: it flushes in ``tpc_begin``, before the storage has its lock, and commits in ``tpc_vote``,
before the storage has finished. Reads do: see :mod:`qlvb.content.index.reading`.)

The index commits after the ZODB. When the process dies between the two, the index lacks what the ZODB has; ``bin/qlvb
index verify --repair`` finds and mends it.
"""

from logging import getLogger
from qlvb.content.index import database
from qlvb.content.index import schema
from qlvb.content.index.exclusive import announce
from qlvb.content.index.failures import said_plainly
from qlvb.content.index.writing import write
import transaction
from transaction.interfaces import IDataManagerSavepoint
from transaction.interfaces import ISavepointDataManager
from zope.interface import implementer


logger = getLogger(__name__)
#: Of which site the pending changes are -> under this key of the transaction's data.
_KEY = object()


def pending(site=None):
    """The Pending of the current transaction and site (id), joined when it is new."""
    site = site or database.current_site()
    current = transaction.get()
    known = _known(current)
    if site not in known:
        known[site] = Pending(site)
        current.join(known[site])
    return known[site]


def pending_changes(site=None):
    """The changes that wait for the vote: Changes, or None for none. Joins nothing."""
    found = _known(transaction.get()).get(site or database.current_site())
    return found.changes if found is not None and found.changes else None


def _known(current):
    try:
        return current.data(_KEY)
    except KeyError:
        current.set_data(_KEY, {})
        return current.data(_KEY)


class Changes:
    """``records``: UID -> Indexed, None for one that is gone; ``numbers``: (register UID, number) -> dict or None."""

    def __init__(self, records=(), numbers=()):
        self.records = dict(records)
        self.numbers = dict(numbers)

    def __bool__(self):
        return bool(self.records or self.numbers)

    def copy(self):
        return Changes(self.records, self.numbers)

    def put(self, indexed):
        """Note a record; a text of files said before in this transaction stays when it is not said again."""
        before = self.records.get(indexed.uid)
        if before is not None and "content" not in indexed.texts and "content" in before.texts:
            indexed.texts["content"] = before.texts["content"]
        self.records[indexed.uid] = indexed

    def drop(self, uid, path):
        """Note that the record at ``path`` is gone, unless it has been seen at another place since."""
        known = self.records.get(uid)
        if known is None or known.record["path"] == path:
            self.records[uid] = None


@implementer(ISavepointDataManager)
class Pending:
    """Data manager: writes at the vote, commits at the end."""

    def __init__(self, site):
        self.transaction_manager = transaction.manager
        self.site = site
        self.changes = Changes()
        self._connection = None

    def sortKey(self):
        """After every storage: theirs begin with letters, digits or brackets."""
        return f"~~qlvb.index:{self.site}"

    def savepoint(self):
        return _Savepoint(self, self.changes.copy())

    def tpc_begin(self, transaction):
        pass

    def commit(self, transaction):
        pass

    def tpc_vote(self, transaction):
        if not self.changes:
            return
        with said_plainly():
            engine = schema.ready_engine(self.site)
            self._connection = engine.connect().execution_options(sqlite_begin="IMMEDIATE")
            self._connection.begin()
            announce(self._connection)
            write(self._connection, self.changes)
            database.make_sure(self._connection)

    def tpc_finish(self, transaction):
        if self._connection is None:
            return
        try:
            self._connection.get_transaction().commit()
        except Exception:
            # The ZODB has committed: raising would only hide it. What is missing here is found by verify.
            uids = ", ".join(sorted(self.changes.records))
            logger.exception("The index lacks what was committed for %s; run `bin/qlvb index verify --repair`", uids)
        finally:
            self._close()

    def abort(self, transaction):
        # Also when a savepoint older than this manager is rolled back: the transaction forgets the manager, and what
        # is said afterwards needs one that is joined.
        _known(transaction).pop(self.site, None)
        self._close()

    def tpc_abort(self, transaction):
        self._close()

    def _close(self):
        self.changes = Changes()
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()


@implementer(IDataManagerSavepoint)
class _Savepoint:
    def __init__(self, manager, changes):
        self.manager = manager
        self.changes = changes

    def rollback(self):
        self.manager.changes = self.changes.copy()
