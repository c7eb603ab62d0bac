"""Writes of a transaction that was taken back must not be stored with the next one.

RelStorage 4.3.0 on SQLite copies the changed objects of a transaction into a temporary table of its connection before
it looks for conflicts. When it finds that an object only read (``readCurrent``: every BTree of which a bucket grows)
was changed by somebody else, it gives up before it has begun the transaction of the main tables; as the connection is
in no transaction then, nothing is rolled back and the temporary rows stay. The next transaction on this connection
stores them with its own: seen as ``KeyError`` in ``read_temp``, or not at all.
"""

from relstorage.adapters.sqlite.adapter import Sqlite3Adapter
from zope.component import adapter
from zope.processlifetime import IDatabaseOpenedWithRoot


def empty_temporary_tables(cursor, restart=False):
    """Called by RelStorage whenever a connection for writing is handed out."""
    cursor.execute("DELETE FROM temp_store")
    cursor.execute("DELETE FROM temp_blob_chunk")


def guard(database):
    """Have the connections for writing of a ZODB ``DB`` handed out empty, when it lies in SQLite."""
    storage_adapter = getattr(database.storage, "_adapter", None)
    if isinstance(storage_adapter, Sqlite3Adapter):
        storage_adapter.connmanager.add_on_store_opened(empty_temporary_tables)


@adapter(IDatabaseOpenedWithRoot)
def guard_at_start(event):
    """Every process opens its database once."""
    for database in event.database.databases.values():
        guard(database)
