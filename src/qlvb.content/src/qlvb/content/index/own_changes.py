"""How a transaction that has changed records sees its own changes in the index."""

from contextlib import contextmanager
from qlvb.content.index import schema
from qlvb.content.index.interfaces import IOwnChanges
from qlvb.content.index.writing import write
from zope.interface import implementer


@implementer(IOwnChanges)
class TakenBack:
    """Applied for one question and taken back: no lock of the index is held when the transaction comes to its vote."""

    @contextmanager
    def applied(self, site, changes):
        """See IOwnChanges."""
        writing = schema.ready_engine(site).connect().execution_options(sqlite_begin="IMMEDIATE")
        with writing as connection, connection.begin() as own:
            write(connection, changes)
            yield connection
            own.rollback()


@implementer(IOwnChanges)
class Kept:
    """Applied once and kept until they are others: for tests, which ask much, never commit and are alone."""

    def __init__(self):
        self._connection = None
        self._applied = None

    @contextmanager
    def applied(self, site, changes):
        """See IOwnChanges."""
        now = (site, changes.records, changes.numbers)
        if self._applied != now:
            self.close()
            engine = schema.ready_engine(site)
            self._connection = engine.connect().execution_options(sqlite_begin="IMMEDIATE")
            self._connection.begin()
            write(self._connection, changes)
            kept = changes.copy()
            self._applied = (site, kept.records, kept.numbers)
        yield self._connection

    def close(self):
        """Take the changes back."""
        connection, self._connection, self._applied = self._connection, None, None
        if connection is not None:
            connection.close()
