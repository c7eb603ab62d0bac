"""The full-text index over ``record_texts``: one contract (:class:`IFullText`), an implementation per database.

The functions here are that contract's, for the database of the connection they are given.
"""

from qlvb.content.index.fulltext.found import Found
from qlvb.content.index.fulltext.interfaces import IFullText
from qlvb.content.index.fulltext.postgresql import PostgreSQLFullText
from qlvb.content.index.fulltext.sqlite import SQLiteFullText


_BY_DIALECT = {"sqlite": SQLiteFullText(), "postgresql": PostgreSQLFullText()}


def index_of(connection):
    """The :class:`IFullText` for the database of a connection."""
    return _BY_DIALECT[connection.dialect.name]


def create(connection):
    index_of(connection).create(connection)


def drop(connection):
    index_of(connection).drop(connection)


def is_current(connection):
    return index_of(connection).is_current(connection)


def is_sound(connection):
    return index_of(connection).is_sound(connection)


def store(connection, record_id, texts):
    index_of(connection).store(connection, record_id, texts)


def store_many(connection, texts):
    index_of(connection).store_many(connection, texts)


def remove(connection, record_ids):
    index_of(connection).remove(connection, record_ids)


def occurring(connection, words):
    return index_of(connection).occurring(connection, words)


def rebuild(connection, progress=None, each=map):
    index_of(connection).rebuild(connection, progress, each)


def among(connection, asked, scopes=None, where=(), principals=None):
    return index_of(connection).among(connection, asked, scopes, where, principals)


def search(connection, asked, scopes=None, where=(), order=None, start=0, size=25, principals=None):
    return index_of(connection).search(connection, asked, scopes, where, order, start, size, principals)


__all__ = [
    "Found",
    "IFullText",
    "among",
    "create",
    "drop",
    "is_current",
    "is_sound",
    "occurring",
    "rebuild",
    "remove",
    "search",
    "store",
    "store_many",
]
