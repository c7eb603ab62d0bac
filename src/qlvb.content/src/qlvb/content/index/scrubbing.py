"""Leaving nothing in the files of the index of rows and words that were taken out of it: for destroyed records."""

from qlvb.content.index import database
from qlvb.content.index import fulltext
from qlvb.content.index.failures import said_plainly
from qlvb.content.index.fulltext import vocabulary
from qlvb.content.index.tables import metadata
from time import sleep


#: Pages of the search's index (4 kB each) that are written under one lock, and seconds until the next: others who wait
#: to write look every tenth of a second.
STEP = 500
PAUSE = 0.12
#: Words that are looked at under one lock.
WORDS = 500


def scrub(site=None):
    """Forget the words that only records had that are gone; merge the parts of the search's index, in which words live
    on until their part is written anew; let the database give up the old versions of rows. Takes locks of its own, so
    nobody's uncommitted words are touched, and short ones, so nobody waits for all of it.

    SQLite overwrites what it deletes (it is built with SECURE_DELETE); its log is emptied unless somebody reads at this
    moment, then with the next checkpoint. PostgreSQL vacuums.

    :raises IndexUnavailable: 503.
    """
    site = site or database.current_site()
    engine = database.engine(site)
    with said_plainly():
        _forget_words(engine)
        if engine.dialect.name == "sqlite":
            _scrub_sqlite(engine)
        else:
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                for table in metadata.sorted_tables:
                    connection.exec_driver_sql(f'VACUUM "{table.name}"')


def _forget_words(engine):
    last = ""
    while last is not None:
        # A word that somebody brings back at this moment is missed by PostgreSQL until the next record has it: it is
        # found all the same, only no slip of typing is taken for it.
        with engine.connect().execution_options(sqlite_begin="IMMEDIATE") as connection, connection.begin():
            words = vocabulary.words_after(connection, last, WORDS)
            vocabulary.forget(connection, set(words) - fulltext.occurring(connection, words))
            last = words[-1] if words else None
        sleep(PAUSE)


def _scrub_sqlite(engine):
    # As ``optimize`` would, which holds the lock for minutes where there are a million records.
    pages = -STEP
    while _merge(engine, pages) or pages < 0:
        pages = STEP
        sleep(PAUSE)
    record = engine.raw_connection()
    try:
        cursor = record.cursor()
        cursor.execute("PRAGMA busy_timeout=0")  # readers are not waited for
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        record.invalidate()  # with its impatience


def _merge(engine, pages):
    """bool: there was something to merge. ``pages``: at most so many are written; less than 0 takes up every part."""
    with engine.connect().execution_options(sqlite_begin="IMMEDIATE") as connection, connection.begin():
        raw = connection.connection.dbapi_connection
        before = raw.total_changes
        connection.exec_driver_sql("INSERT INTO record_search (record_search, rank) VALUES ('merge', ?)", (pages,))
        return raw.total_changes - before >= 2  # https://sqlite.org/fts5.html#the_merge_command
