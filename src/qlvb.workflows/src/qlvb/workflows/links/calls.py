"""What has to be known of the calls of other systems by all processes at once: when the latest ones came, and which
signed calls came already. Tables of their own beside those of the index (a small file of SQLite, a schema of
PostgreSQL): nothing of it is worth a transaction of the site, and a writer of the index is not waited for.
"""

from contextlib import contextmanager
from qlvb.content.index import database
from qlvb.content.index.refusals import IndexUnavailable
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import IntegrityError
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import ProgrammingError
from time import monotonic
from time import sleep


WINDOW = 60.0  # seconds
#: Seconds that a call waits for those of other processes.
PATIENCE = 5
_TABLES = (
    text("CREATE TABLE IF NOT EXISTS counters (who VARCHAR(300) PRIMARY KEY, calls BIGINT NOT NULL)"),
    text(
        "CREATE TABLE IF NOT EXISTS calls (who VARCHAR(300), place BIGINT, at DOUBLE PRECISION NOT NULL, "
        "PRIMARY KEY (who, place))"
    ),
    text(
        "CREATE TABLE IF NOT EXISTS seen (who VARCHAR(300), nonce VARCHAR(100), until DOUBLE PRECISION NOT NULL, "
        "PRIMARY KEY (who, nonce))"
    ),
)
_LOOK = text("SELECT 1 FROM seen WHERE 1 = 0")
#: Locks the row of ``who``, so that processes count one after the other.
_NUMBER = text(
    "INSERT INTO counters (who, calls) VALUES (:who, 0) ON CONFLICT (who) DO UPDATE SET calls = counters.calls "
    "RETURNING calls"
)
_OLDEST = text("SELECT at FROM calls WHERE who = :who AND place = :place")
_PUT = text(
    "INSERT INTO calls (who, place, at) VALUES (:who, :place, :now) ON CONFLICT (who, place) DO UPDATE SET at = :now"
)
_COUNTED = text("UPDATE counters SET calls = calls + 1 WHERE who = :who")
_SEEN = text(
    "INSERT INTO seen (who, nonce, until) VALUES (:who, :nonce, :until) ON CONFLICT (who, nonce) DO NOTHING "
    "RETURNING who"
)
_FORGET = text("DELETE FROM seen WHERE until < :now")


def counted(who, most, now):
    """float: seconds until ``who`` may call again; 0 when this call is one of the ``most`` of any minute, and is
    counted.

    The latest ``most`` moments lie in a ring: the one that would be written over says whether there is room.
    """
    who = f"{who}/{most}"  # another number has a ring of another size
    with _writing() as connection:
        place = connection.execute(_NUMBER, {"who": who}).scalar_one() % most
        oldest = connection.execute(_OLDEST, {"who": who, "place": place}).scalar()
        if oldest is not None and oldest <= now < oldest + WINDOW:
            return oldest + WINDOW - now
        connection.execute(_PUT, {"who": who, "place": place, "now": now})
        connection.execute(_COUNTED, {"who": who})
        return 0


def first_time(who, nonce, until, now):
    """bool: ``who`` has not sent ``nonce`` before; it is remembered ``until`` then (seconds since 1970)."""
    with _writing() as connection:
        connection.execute(_FORGET, {"now": now})
        return connection.execute(_SEEN, {"who": who, "nonce": nonce, "until": until}).scalar() is not None


@contextmanager
def _writing():
    """A connection inside a transaction of its own. :raises IndexUnavailable: 503 the tables cannot be written."""
    try:
        options = {"sqlite_begin": "IMMEDIATE", "sqlite_patience": PATIENCE}
        with _ready(f"{database.current_site()}-calls").execution_options(**options).begin() as connection:
            yield connection
    except DBAPIError as error:
        raise IndexUnavailable(_why(error)) from error


def _why(error):
    if "locked" in str(error):
        return "busy"
    return "unreachable" if database.dsn() else "unwritable"


def _ready(name):
    """The Engine of the tables, which are made when they are missing."""
    try:
        found = database.engine(name)
        with found.connect() as connection:
            connection.execute(_LOOK)
        return found
    except (IndexUnavailable, DBAPIError):
        return _made(name)


def _made(name):
    """As :func:`_ready`, of tables that are missing; several processes may make them at once, and be in each other's
    way.
    """
    until = monotonic() + PATIENCE
    while True:
        try:
            made = database.new_engine(name)
            with made.execution_options(sqlite_begin="IMMEDIATE").begin() as connection:
                for statement in _TABLES:
                    connection.execute(statement)
            return made
        except (OperationalError, ProgrammingError, IntegrityError):
            if monotonic() > until:
                raise
            sleep(0.05)
