"""Writing to the index outside the transactions of records: while rows are computed, nobody else writes."""

from contextlib import contextmanager
from qlvb.content.index import database
from qlvb.content.index.failures import said_plainly
import transaction


def announce(connection):
    """Say at the beginning of a transaction of SQL that it will write: before it reads what is there already.

    SQLite says it with BEGIN IMMEDIATE.
    """
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("LOCK TABLE records, acl_principals, numbers IN ROW EXCLUSIVE MODE")


@contextmanager
def writing_alone(site=None):
    """``with writing_alone() as connection: …`` has the lock of the index and a snapshot of the ZODB that is younger.

    Whoever committed a record before has written it to the index before; whoever is in his vote waits for the lock and
    writes after us. So what is computed inside is never older than what it replaces. The lock of the storage is not
    taken: nobody can wait for us while we wait for him. Commits at the end.

    :raises IndexUnavailable: 503.
    """
    site = site or database.current_site()
    transaction.abort()
    with said_plainly():
        engine = database.engine(site)
        with engine.connect().execution_options(sqlite_begin="IMMEDIATE") as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("LOCK TABLE records, acl_principals, numbers IN SHARE ROW EXCLUSIVE MODE")
            transaction.begin()
            yield connection
    transaction.abort()
