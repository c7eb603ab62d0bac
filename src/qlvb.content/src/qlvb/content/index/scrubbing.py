"""Leaving nothing in the files of the index of rows and words that were taken out of it: for destroyed records."""

from qlvb.content.index import database
from qlvb.content.index.failures import said_plainly
from qlvb.content.index.tables import metadata


def scrub(site=None):
    """Merge the parts of the search's index, in which words live on until their part is written anew, and let the
    database give up the old versions of rows. Takes a lock of its own, so nobody's uncommitted words are touched.

    SQLite overwrites what it deletes (it is built with SECURE_DELETE); its log is emptied unless somebody reads at this
    moment, then with the next checkpoint. PostgreSQL vacuums.

    :raises IndexUnavailable: 503.
    """
    site = site or database.current_site()
    engine = database.engine(site)
    with said_plainly():
        if engine.dialect.name == "sqlite":
            _scrub_sqlite(engine)
        else:
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                for table in metadata.sorted_tables:
                    connection.exec_driver_sql(f'VACUUM "{table.name}"')


def _scrub_sqlite(engine):
    with engine.connect().execution_options(sqlite_begin="IMMEDIATE") as connection, connection.begin():
        connection.exec_driver_sql("INSERT INTO record_search (record_search) VALUES ('optimize')")
    record = engine.raw_connection()
    try:
        cursor = record.cursor()
        cursor.execute("PRAGMA busy_timeout=0")  # readers are not waited for
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        record.invalidate()  # with its impatience
