"""The full-text index in SQLite: FTS5 over tokens of ours.

The table keeps no text and no positions (``content=''``, ``detail=none``): the tokens to take out of it again are
computed from ``record_texts``. Its rowids say the day of a record before its id, so FTS5 gives hits newest first
without sorting, and stops when it has given enough.
"""

import json
from qlvb.content.index.fulltext.base import FullText
from qlvb.content.index.fulltext.expressions import as_fts5
from qlvb.content.index.fulltext.expressions import is_rare
from qlvb.content.index.fulltext.found import ID_MASK
from qlvb.content.index.fulltext.questions import scoped
from qlvb.content.index.tables import records
from sqlalchemy import Integer
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
_ID = _search.c.rowid.op("&")(ID_MASK)
_MATCHES = _search.c.record_search.op("MATCH")(bindparam("tree"))
_MOST = bindparam("most", type_=Integer)

#: FTS5 walks backwards at half the pace, so what has few hits is read forwards, all of it.
_FORWARDS, _BACKWARDS = _search.c.rowid, _search.c.rowid.desc()
# Made once: putting a statement together costs more than many of them.
_OLDEST = select(_search.c.rowid).where(_MATCHES).order_by(_FORWARDS).limit(_MOST)
_NEWEST = select(_search.c.rowid).where(_MATCHES).order_by(_BACKWARDS)
#: How many places are few, and how many are read at once.
_FEW = 2000
_PARTITION = 500
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
        if "places" not in narrowed.made:
            query = self._query(narrowed, _search.c.rowid).limit(_MOST)
            narrowed.made["places"] = query.order_by(_FORWARDS), query.order_by(_BACKWARDS)
        oldest, newest = narrowed.made["places"]
        said = {**_asked_for(tree, narrowed), "most": limit + offset}
        if narrowed.few is not None or is_rare(tree):
            found = connection.scalars(oldest, said).all()
            if len(found) < limit + offset:
                return found[::-1][offset:]
        return connection.scalars(newest, said).all()[offset:]

    def places_within(self, connection, tree, narrowed, within, limit):
        said = {**_asked_for(tree, narrowed), "most": _FEW}
        if is_rare(tree):
            every = connection.scalars(_OLDEST, said).all()
            if len(every) < _FEW:
                return [place for place in reversed(every) if place in within][:limit]
        found = []
        with connection.execute(_NEWEST, said) as result:
            for some in result.scalars().partitions(_PARTITION):
                found += [place for place in some if place in within]
                if len(found) >= limit:
                    break
        return found[:limit]

    def count(self, connection, tree, narrowed, most):
        if "count" not in narrowed.made:
            inner = self._query(narrowed, _search.c.rowid).limit(_MOST).subquery()
            narrowed.made["count"] = select(func.count()).select_from(inner)
        return connection.scalar(narrowed.made["count"], {**_asked_for(tree, narrowed), "most": most})

    def sorted_ids(self, connection, tree, narrowed, order, start, size):
        query = select(records.c.id).where(records.c.id.in_(self._query(narrowed, _ID)))
        query = query.order_by(order, records.c.id.desc()).limit(size).offset(start)
        return connection.scalars(query, _asked_for(tree, narrowed)).all()

    def _query(self, narrowed, wanted):
        query = select(wanted).where(_MATCHES)
        if narrowed.few is not None:
            # A sum, not the bare rowid: FTS5 would be asked anew for each of them.
            query = query.where((_ID + 0).in_(narrowed.few))
            if not narrowed.clauses:
                return query
        # As a subquery, so that FTS5 stays the one who walks, newest first.
        return query.where(exists().where(records.c.id == _ID, *narrowed.clauses))


def _asked_for(tree, narrowed):
    return {"tree": as_fts5(scoped(tree, narrowed.scopes))}


def _set(connection, name, value):
    connection.exec_driver_sql(f"INSERT INTO record_search (record_search, rank) VALUES ('{name}', {value})")
