"""Errors of the database as what they mean to people and to the publisher."""

from contextlib import contextmanager
import psycopg2
from qlvb.content.index.refusals import IndexUnavailable
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import SQLAlchemyError
from transaction.interfaces import TransientError


class IndexConflict(TransientError):
    """Two writers met in the index; the publisher tries the request again."""


#: SQLSTATE of PostgreSQL -> try again.
_CONFLICTS = {"40001", "40P01", "23505"}
#: The first two characters say which class of errors it is: connections, and servers that are going down.
_UNREACHABLE = ("08", "57P")
_MEANINGS = (
    ("busy", {"55P03", "57014"}, ("database is locked", "database table is locked")),
    ("outdated", {"42P01", "42703", "3F000"}, ("no such table", "no such column", "has no column")),
    ("unwritable", {"53100", "25006"}, ("disk is full", "readonly database", "disk i/o error")),
    ("missing", {"3D000"}, ("unable to open",)),
)


@contextmanager
def said_plainly():
    """Turn errors of the database into IndexConflict (tried again) or IndexUnavailable (503, told to the person)."""
    try:
        yield
    except DBAPIError as error:
        raise _meaning(error.orig, error.connection_invalidated) from error
    except psycopg2.Error as error:  # COPY goes past SQLAlchemy
        raise _meaning(error) from error
    except SQLAlchemyError as error:
        raise IndexUnavailable("broken") from error


def _meaning(error, lost=False):
    """What an error of the database's driver means; ``lost``: the connection is."""
    state = getattr(error, "pgcode", None)
    text = str(error).lower()
    if state in _CONFLICTS:
        return IndexConflict(text)
    for why, states, words in _MEANINGS:
        if state in states or any(word in text for word in words):
            return IndexUnavailable(why)
    of_postgresql = isinstance(error, psycopg2.Error)
    if lost or (state or "").startswith(_UNREACHABLE) or (of_postgresql and state is None):
        return IndexUnavailable("unreachable")
    return IndexUnavailable("broken")
