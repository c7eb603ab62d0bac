"""The full-text index in PostgreSQL: a ``tsvector`` of our own tokens, without positions, under a GIN index.

GIN knows no order: it gathers all hits before the newest can be picked. So records carry tokens for the stretches of
time they lie in, from a week to five years, and a search looks into the newest stretch first, then into ones four
times as long, until it has enough. What is common is found at once in the first, what is rare is little anyhow.
"""

from contextlib import contextmanager
from io import StringIO
from qlvb.content.index.fulltext.base import FullText
from qlvb.content.index.fulltext.expressions import all_of
from qlvb.content.index.fulltext.expressions import any_of
from qlvb.content.index.fulltext.expressions import as_tsquery
from qlvb.content.index.fulltext.expressions import is_rare
from qlvb.content.index.fulltext.found import day_at
from qlvb.content.index.fulltext.found import id_at
from qlvb.content.index.fulltext.questions import scoped
from qlvb.content.index.tables import records
from sqlalchemy import ARRAY
from sqlalchemy import BigInteger
from sqlalchemy import Column
from sqlalchemy import MetaData
from sqlalchemy import Table
from sqlalchemy import Text
from sqlalchemy import any_
from sqlalchemy import bindparam
from sqlalchemy import cast
from sqlalchemy import delete
from sqlalchemy import exists
from sqlalchemy import false
from sqlalchemy import func
from sqlalchemy import select
from sqlalchemy import true
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.dialects.postgresql import TSVECTOR
from time import time
from weakref import WeakKeyDictionary


_search = Table(
    "record_search",
    MetaData(),
    Column("record_id", BigInteger, primary_key=True, autoincrement=False),
    Column("place", BigInteger, nullable=False),
    Column("tokens", TSVECTOR, nullable=False),
)
_MATCHES = _search.c.tokens.op("@@")(cast(bindparam("tree"), TSQUERY))
_MOST = bindparam("most", type_=BigInteger)
# Made once: putting a statement together costs more than many of them.
_PLACES = select(_search.c.place).where(_MATCHES).order_by((_search.c.place + 0).desc())
_NEWEST = select(func.max(_search.c.place))
#: Tokens lie outside the row, so that the rows that are walked through are short.
_CREATE = (
    "CREATE TABLE record_search (record_id bigint PRIMARY KEY, place bigint NOT NULL, tokens tsvector NOT NULL)"
    " WITH (toast_tuple_target = 128)",
    "CREATE INDEX record_search_place ON record_search (place)",
)
_INDEX = "CREATE INDEX record_search_tokens ON record_search USING gin (tokens) WITH (gin_pending_list_limit = 256)"
#: Records that the newest stretch has at least, and for how many seconds its length is remembered.
_FIRST_STRETCH = 10_000
_LOOK_UP_AFTER = 300
_LOOKED_UP = WeakKeyDictionary()
_UNWANTED = ("enable_seqscan", "enable_hashjoin", "enable_mergejoin")
#: Days that a time token stands for.
_SPANS = (7, 28, 112, 448, 1792)
_LONGER = 4
#: So many hits are more than a question of several words has within a stretch of time.
_MANY = 1000
#: Of so many records the tokens are fetched rather than tiers looked up in the index.
_LOOKED_INTO = 1000


class PostgreSQLFullText(FullText):
    """See :class:`IFullText`."""

    def create_index(self, connection):
        for statement in (*_CREATE, _INDEX):
            connection.exec_driver_sql(statement)

    def drop_index(self, connection):
        connection.exec_driver_sql("DROP TABLE IF EXISTS record_search")

    def begin(self, connection):
        connection.exec_driver_sql("DROP INDEX record_search_tokens")

    def finish(self, connection):
        connection.exec_driver_sql("SET LOCAL maintenance_work_mem = '512MB'")
        connection.exec_driver_sql(_INDEX)
        connection.exec_driver_sql("ANALYZE record_search")

    def put(self, connection, rows):
        lines = StringIO()
        for place, tokens in rows:
            said = " ".join([f"'{token}'" for token in [*tokens, *_time_tokens(day_at(place))]])
            lines.write(f"{id_at(place)}\t{place}\t{said}\n")
        lines.seek(0)
        with connection.connection.cursor() as cursor:
            cursor.copy_expert("COPY record_search (record_id, place, tokens) FROM STDIN", lines)

    def take(self, connection, rows):
        connection.execute(delete(_search).where(_search.c.record_id.in_([id_at(place) for place, _tokens in rows])))

    def occurring(self, connection, words):
        asked = func.unnest(bindparam(None, sorted(words), ARRAY(Text))).column_valued("word")
        quoted = cast("'" + asked + "'", TSQUERY)
        query = select(asked).where(exists().where(_search.c.tokens.op("@@")(quoted)))
        with _plans_for_tokens(connection):
            return set(connection.scalars(query))

    def among(self, connection, asked, scopes=None, where=(), principals=None):
        with _plans_for_tokens(connection):
            ids = super().all_ids(connection, asked, scopes, where, principals)
        return records.c.id == any_(bindparam(None, ids, ARRAY(BigInteger))) if ids else false()

    def search(self, connection, *arguments, **options):
        with _plans_for_tokens(connection):
            return super().search(connection, *arguments, **options)

    def places(self, connection, tree, narrowed, limit, offset=0):
        if "places" not in narrowed.made:
            query = self._query(narrowed, _search.c.place)
            # The sum keeps the database from walking along the places instead of asking the index of tokens.
            narrowed.made["places"] = query.order_by((_search.c.place + 0).desc()).limit(_MOST)
        wanted = limit + offset

        def found_in(stretch):
            said = {"tree": _said(all_of(stretch, tree), narrowed), "most": wanted}
            found = connection.scalars(narrowed.made["places"], said).all()
            return found, len(found)

        return self._asked_by_stretches(connection, narrowed, tree, found_in, wanted)[offset:]

    def graded(self, connection, tiers, narrowed, within, most):
        if not tiers or not within or len(within) > _LOOKED_INTO:
            return super().graded(connection, tiers, narrowed, within, most)
        # Of so few the tokens are read, once for all tiers.
        read = select(_search.c.place, func.strip(_search.c.tokens, type_=TSVECTOR).label("tokens"))
        read = read.where(_search.c.record_id == any_(bindparam(None, [*map(id_at, within)], ARRAY(BigInteger))))
        read = read.offset(0).subquery()
        fits = [read.c.tokens.op("@@")(cast(bindparam(None, as_tsquery(tree)), TSQUERY)) for _close, tree in tiers]
        rows = connection.execute(select(read.c.place, *fits).order_by(read.c.place.desc())).all()
        found = {}
        for at, (close, _tree) in enumerate(tiers, 1):
            for row in [row for row in rows if row[at]][:most]:
                found.setdefault(row[0], close)
            if len(found) >= most:
                break
        return found

    def places_within(self, connection, tree, narrowed, within, limit):
        def found_in(stretch):
            every = connection.scalars(_PLACES, {"tree": _said(all_of(stretch, tree), narrowed)})
            found = [place for place in every if place in within]
            return found, len(found)

        return self._asked_by_stretches(connection, narrowed, tree, found_in, limit)[:limit]

    def count(self, connection, tree, narrowed, most):
        if "count" not in narrowed.made:
            inner = self._query(narrowed, _search.c.place).limit(_MOST).subquery()
            narrowed.made["count"] = select(func.count()).select_from(inner)

        def found_in(stretch):
            said = {"tree": _said(all_of(stretch, tree), narrowed), "most": most}
            return 2 * (connection.scalar(narrowed.made["count"], said),)

        return self._asked_by_stretches(connection, narrowed, tree, found_in, most)

    def sorted_ids(self, connection, tree, narrowed, order, start, size):
        query = select(records.c.id).where(records.c.id.in_(self._query(narrowed, _search.c.record_id)))
        query = query.order_by(order, records.c.id.desc()).limit(size).offset(start)
        return connection.scalars(query, {"tree": _said(tree, narrowed)}).all()

    def _asked_by_stretches(self, connection, narrowed, tree, found_in, wanted):
        """The answer of ``found_in`` (function (stretch) -> (answer, how many are found)) for the shortest stretch of
        time with as many as are ``wanted``, else for all time.
        """
        left = [None] if is_rare(tree) and wanted > _MANY else list(self._stretches(connection, narrowed))
        while True:
            found, many = found_in(left.pop(0))
            if many >= wanted or not left:
                return found
            # A stretch costs as much as all before it: those that will hardly do are passed over.
            while len(left) > 1 and (many := many * _LONGER) * 2 < wanted:
                left.pop(0)

    def _stretches(self, connection, narrowed):
        """Trees for stretches of time, each up to now and containing those before; the last one is None: always."""
        if "stretches" not in narrowed.made:
            newest = connection.scalar(_NEWEST)
            day = day_at(newest or 0)
            spans = [span for span in _SPANS if newest and span >= _days_of_many(connection, newest)]
            stretches = [any_of(f"w{span}:{day // span}", f"w{span}:{day // span - 1}") for span in spans]
            narrowed.made["stretches"] = [*stretches, None]
        return narrowed.made["stretches"]

    def _query(self, narrowed, wanted):
        query = select(wanted).where(_MATCHES)
        if narrowed.few is not None:
            query = query.where(_search.c.record_id.in_(narrowed.few).is_(true()))
            if not narrowed.clauses:
                return query
        return query.where(exists().where(records.c.id == _search.c.record_id, *narrowed.clauses))


@contextmanager
def _plans_for_tokens(connection):
    """The planner does not know what it costs to fetch tokens, which lie outside their rows: it would rather read
    all.
    """
    connection.execute(select(*(func.set_config(name, "off", True) for name in _UNWANTED)))
    yield
    connection.execute(select(*(func.set_config(name, "on", True) for name in _UNWANTED)))


def _said(tree, narrowed):
    return as_tsquery(scoped(tree, narrowed.scopes))


def _time_tokens(day):
    """
    >>> _time_tokens(739000)
    ['w7:105571', 'w28:26392', 'w112:6598', 'w448:1649', 'w1792:412']
    """
    return [f"w{span}:{day // span}" for span in _SPANS]


def _days_of_many(connection, newest):
    """In how many days lie the newest records of the shortest stretch that is worth it; looked up now and then."""
    known, at = _LOOKED_UP.get(connection.engine, (None, 0))
    if known is None or at < time() - _LOOK_UP_AFTER:
        query = select(_search.c.place).order_by(_search.c.place.desc()).offset(_FIRST_STRETCH).limit(1)
        edge = connection.scalar(query)
        known = day_at(newest) - day_at(edge) if edge else _SPANS[-1] + 1
        _LOOKED_UP[connection.engine] = known, time()
    return known
