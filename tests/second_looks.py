"""Two who write at the same moment: a second connection to the database of the test."""

from contextlib import contextmanager
from transaction import TransactionManager


@contextmanager
def second_look(record):
    """(manager, record) of a connection of its own, at the state that is committed now."""
    manager = TransactionManager()
    connection = record._p_jar.db().open(manager)
    try:
        yield manager, connection.root()["Application"].unrestrictedTraverse(record.getPhysicalPath())
    finally:
        manager.abort()
        connection.close()
