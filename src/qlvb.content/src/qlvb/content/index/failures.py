"""Errors of the database as what they mean to people and to the publisher."""

from contextlib import contextmanager
from qlvb.content.index.refusals import IndexUnavailable
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import SQLAlchemyError
from transaction.interfaces import TransientError


class IndexConflict(TransientError):
    """Two writers met in the index; the publisher tries the request again."""


#: SQLSTATE of PostgreSQL -> try again.
_CONFLICTS = {"40001", "40P01", "23505"}
_LOCKED = {"55P03"}
_NO_TABLE = {"42P01", "42703", "3F000"}


@contextmanager
def said_plainly():
    """Turn errors of the database into IndexConflict (tried again) or IndexUnavailable (503, told to the person)."""
    try:
        yield
    except DBAPIError as error:
        raise _meaning(error) from error
    except SQLAlchemyError as error:
        raise IndexUnavailable.broken() from error


def _meaning(error):
    state = getattr(error.orig, "pgcode", None)
    text = str(error.orig).lower()
    if state in _CONFLICTS:
        return IndexConflict(text)
    if state in _LOCKED or "database is locked" in text or "database table is locked" in text:
        return IndexUnavailable.busy()
    if state in _NO_TABLE or "no such table" in text or "no such column" in text or "has no column" in text:
        return IndexUnavailable.outdated()
    if error.connection_invalidated or "unable to open" in text:
        return IndexUnavailable.missing()
    return IndexUnavailable.broken()
