"""The full-text index in SQLite: FTS5 over tokens of ours.

The table keeps no text and no positions (``content=''``, ``detail=none``): the tokens to take out of it again are
computed from ``record_texts``. Its rowids say the day of a record before its id, so FTS5 gives hits newest first
without sorting, and stops when it has given enough.
"""

import json
from qlvb.content.index.fulltext.base import FullText
from qlvb.content.index.fulltext.expressions import as_fts5
from qlvb.content.index.fulltext.found import ID_MASK
from qlvb.content.index.fulltext.questions import scoped
from qlvb.content.index.tables import records
from sqlalchemy import bindparam
from sqlalchemy import column
from sqlalchemy import exists
from sqlalchemy import false
from sqlalchemy import func
from sqlalchemy import select
from sqlalchemy import table
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError


_search = table("record_search", column("rowid"), column("record_search"))
_INSERT = text("INSERT INTO record_search (rowid, tokens) VALUES (:place, :tokens)")
_DELETE = text("INSERT INTO record_search (record_search, rowid, tokens) VALUES ('delete', :place, :tokens)")
_OCCURS = text("SELECT rowid FROM record_search WHERE record_search MATCH :tree LIMIT 1")
#: Settings of FTS5: bytes gathered before they are written, and how eagerly written parts are joined.
_IN_BULK = {"hashsize": 64 << 20, "automerge": 0, "crisismerge": 2000}
_AS_USUAL = {"hashsize": 1 << 20, "automerge": 4, "crisismerge": 16}


class SQLiteFullText(FullText):
    """See :class:`IFullText`."""

    def create_index(self, connection):
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE record_search USING fts5("
            "tokens, content='', detail=none, columnsize=0, tokenize=\"ascii tokenchars ':_'\")"
        )

    def drop_index(self, connection):
        connection.exec_driver_sql("DROP TABLE IF EXISTS record_search")

    def is_sound(self, connection):
        try:
            with connection.begin_nested():
                connection.exec_driver_sql("INSERT INTO record_search (record_search) VALUES ('integrity-check')")
        except DatabaseError:
            return False
        return super().is_sound(connection)

    def put(self, connection, rows):
        connection.execute(_INSERT, [{"place": place, "tokens": " ".join(tokens)} for place, tokens in rows])

    def take(self, connection, rows):
        connection.execute(_DELETE, [{"place": place, "tokens": " ".join(tokens)} for place, tokens in rows])

    def begin(self, connection):
        # Written in large parts that are joined once, at the end.
        for name, value in _IN_BULK.items():
            _set(connection, name, value)

    def finish(self, connection):
        for name, value in _AS_USUAL.items():
            _set(connection, name, value)
        connection.exec_driver_sql("INSERT INTO record_search (record_search) VALUES ('optimize')")

    def occurring(self, connection, words):
        return {word for word in words if connection.scalar(_OCCURS, {"tree": f'"{word}"'}) is not None}

    def among(self, connection, asked, scopes=None, where=(), principals=None):
        ids = self.all_ids(connection, asked, scopes, where, principals)
        named = func.json_each(json.dumps(ids)).table_valued("value")
        return records.c.id.in_(select(named.c.value)) if ids else false()

    def places(self, connection, tree, narrowed, limit, offset=0):
        query = self._query(connection, tree, narrowed).order_by(_search.c.rowid.desc())
        return connection.scalars(query.limit(limit).offset(offset)).all()

    def count(self, connection, tree, narrowed, most):
        inner = self._query(connection, tree, narrowed).limit(most).subquery()
        return connection.scalar(select(func.count()).select_from(inner))

    def sorted_ids(self, connection, tree, narrowed, order, start, size):
        query = select(records.c.id).where(
            records.c.id.in_(self._query(connection, tree, narrowed, _search.c.rowid.op("&")(ID_MASK)))
        )
        return connection.scalars(query.order_by(order, records.c.id.desc()).limit(size).offset(start)).all()

    def _query(self, connection, tree, narrowed, wanted=_search.c.rowid):
        query = select(wanted).where(_matches(scoped(tree, narrowed.scopes)))
        if narrowed.ids is not None:
            # A sum, not the bare rowid: FTS5 would be asked anew for each of them.
            query = query.where((_search.c.rowid.op("&")(ID_MASK) + 0).in_(narrowed.ids))
        # As a subquery, so that FTS5 stays the one who walks, newest first.
        return query.where(exists().where(records.c.id == _search.c.rowid.op("&")(ID_MASK), *narrowed.clauses))


def _matches(tree):
    return _search.c.record_search.op("MATCH")(bindparam(None, as_fts5(tree)))


def _set(connection, name, value):
    connection.exec_driver_sql(f"INSERT INTO record_search (record_search, rank) VALUES ('{name}', {value})")
