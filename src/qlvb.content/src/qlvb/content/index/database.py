"""Where the tables of a site lie: an engine per site, made once per process.

``QLVB_INDEX_DSN`` (libpq's words, as in the zope.conf of production) puts them into PostgreSQL, into a schema
``qlvb_index_<site>``; without it they are a file of SQLite, ``<site>.sqlite3`` in the directory
``QLVB_INDEX_DIRECTORY``, by default ``$QLVB_VAR/index``.
"""

from contextlib import closing
from contextlib import suppress
from datetime import datetime
from functools import cache
import os
from pathlib import Path
import psycopg2
from psycopg2.errors import UniqueViolation
from qlvb.content.index.refusals import IndexUnavailable
from qlvb.content.site import site_at_work
import re
from shutil import disk_usage
from sqlalchemy import URL
from sqlalchemy import create_engine
from sqlalchemy import event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import QueuePool
from urllib.parse import quote


#: Seconds that a writer waits for another one before it gives up.
PATIENCE = 30
#: Bytes that must be free on the disk before the last step of a change.
SPARE = 32 << 20
#: The words by which SQLite is set up, on every connection.
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    "cache_size=-65536",
    "mmap_size=1073741824",
    "temp_store=MEMORY",
)

#: Settings of every connection to PostgreSQL. Compiling a plan costs more than lists and searches do.
_SETTINGS = f"-c search_path={{schema}} -c lock_timeout={PATIENCE}s -c jit=off"


def file_of(site):
    """Path of the SQLite file of a site (its id)."""
    directory = os.environ.get("QLVB_INDEX_DIRECTORY")
    var = os.environ.get("QLVB_VAR") or Path(os.environ.get("QLVB_HOME", "."), "var")
    return Path(directory or Path(var, "index"), f"{site}.sqlite3")


def schema_of(site):
    """Name of the PostgreSQL schema of a site (its id).

    >>> schema_of("Sở-KH")
    'qlvb_index_s__kh'
    """
    return "qlvb_index_" + re.sub(r"[^a-z0-9]", "_", site.lower())


def dsn():
    """The DSN of PostgreSQL, "" for SQLite."""
    return os.environ.get("QLVB_INDEX_DSN", "")


def current_site():
    """Id of the site at work."""
    return site_at_work().getId()


def engine(site=None):
    """The sqlalchemy.Engine of a site, by default of the one at work. The tables may be missing: see :mod:`schema`.

    :raises IndexUnavailable: the SQLite file is not there.
    """
    site = site or current_site()
    if dsn():
        return _postgresql(dsn(), schema_of(site))
    path = file_of(site)
    if not path.exists():
        raise IndexUnavailable("missing")
    return _sqlite(path)


def identity(site):
    """What distinguishes the tables that are there now from others that were there before: a value to compare."""
    return (dsn(), schema_of(site)) if dsn() else _identity(file_of(site))


def new_engine(site):
    """As :func:`engine`, making the directory or schema when it is missing."""
    if dsn():
        # PostgreSQL looks whether it exists before it locks the name: of two at once, one is told that it does.
        with suppress(UniqueViolation):
            _in_postgresql(f'CREATE SCHEMA IF NOT EXISTS "{schema_of(site)}"')
        return _postgresql(dsn(), schema_of(site))
    path = file_of(site)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    return _sqlite(path)


def make_sure(connection):
    """Find out before the commit what would make it fail: after it, the ZODB cannot be taken back any more.

    :raises IndexUnavailable: the disk is all but full.
    """
    if connection.dialect.name == "sqlite":
        # FTS5 gathers what it has to write until a savepoint or the commit.
        connection.exec_driver_sql("SAVEPOINT voted")
        connection.exec_driver_sql("RELEASE voted")
        if disk_usage(file_of(current_site()).parent).free < SPARE:
            raise IndexUnavailable("unwritable")


def put_away(site):
    """Make room for new tables: the SQLite file gets another name (which is returned), a PostgreSQL schema goes."""
    if dsn():
        dispose()
        _in_postgresql(f'DROP SCHEMA IF EXISTS "{schema_of(site)}" CASCADE')
        return ""
    path = file_of(site)
    dispose()
    kept = path.with_name(f"{path.name}.{datetime.now():%Y%m%d-%H%M%S}")
    path.rename(kept)
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)
    return str(kept)


def _in_postgresql(statement):
    try:
        with closing(psycopg2.connect(dsn())) as connection, connection, connection.cursor() as cursor:
            cursor.execute(statement)
    except psycopg2.OperationalError as error:
        raise IndexUnavailable("unreachable") from error


def dispose():
    """Close every connection of this process (before files are taken away)."""
    for made in (_sqlite, _postgresql):
        for one in _MADE[made]:
            one.dispose()
        _MADE[made].clear()
        made.cache_clear()


@cache
def _sqlite(path):
    # mode=rw: a file that vanished is not made anew, empty.
    address = URL.create("sqlite", database=f"file:{quote(str(path))}", query={"mode": "rw", "uri": "true"})
    made = create_engine(address, poolclass=QueuePool, pool_size=8, max_overflow=32)
    _MADE[_sqlite].append(made)

    @event.listens_for(made, "connect")
    def _set_up(connection, record):
        # BEGIN is ours to say: pysqlite's own would come too late for a snapshot and too early for a lock.
        connection.isolation_level = None
        for pragma in (_patience(PATIENCE), *_PRAGMAS):
            connection.execute(f"PRAGMA {pragma}")
        record.info["file"] = _identity(path)

    @event.listens_for(made, "checkout")
    def _same_file(_connection, record, _proxy):
        # A file that was put away or put back from a backup leaves connections to the old one behind.
        if record.info["file"] != _identity(path):
            raise DisconnectionError

    @event.listens_for(made, "begin")
    def _begin(connection):
        options = connection.get_execution_options()
        connection.exec_driver_sql(f"PRAGMA {_patience(options.get('sqlite_patience', PATIENCE))}")
        connection.exec_driver_sql(f"BEGIN {options.get('sqlite_begin', 'DEFERRED')}")

    return made


def _patience(seconds):
    return f"busy_timeout={int(seconds * 1000)}"


def _identity(path):
    """Which file lies at ``path``, None for none."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


@cache
def _postgresql(words, schema):
    made = create_engine(
        "postgresql+psycopg2://",
        creator=lambda: psycopg2.connect(words, options=_SETTINGS.format(schema=schema)),
        pool_size=8,
        max_overflow=32,
        pool_pre_ping=True,
    )
    _MADE[_postgresql].append(made)
    return made


_MADE = {_sqlite: [], _postgresql: []}


def _after_fork():
    # The connections are the parent's: not used, not closed.
    for engines in _MADE.values():
        for one in engines:
            one.dispose(close=False)


os.register_at_fork(after_in_child=_after_fork)
