"""Rows of generated documents written straight into the tables of a records index: COPY into PostgreSQL, many rows at a
time into SQLite, indexes made afterwards. What costs most, cutting texts into words, is done by other processes.
"""

from benchmarks.data import making
from benchmarks.data.records import Records
from datetime import date
import io
from itertools import islice
import json
from qlvb.content.index import fulltext
from qlvb.content.index.fulltext.base import documents
from qlvb.content.index.fulltext.found import place_of
from qlvb.content.index.fulltext.vocabulary import Learner
from qlvb.content.index.known import fill_known
from qlvb.content.index.schema import INCOMPLETE
from qlvb.content.index.tables import about
from qlvb.content.index.tables import acl_principals
from qlvb.content.index.tables import assignment_lines
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import metadata
from qlvb.content.index.tables import numbers
from qlvb.content.index.tables import record_texts
from qlvb.content.index.tables import records as records_table
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy import text


#: Changes when the same seed and size would give other rows.
VERSION = 2
_NAME = "generated"
#: Row of ``about`` with how far a data set has come.
_PLACE = "generating"
#: Parts that are written in one transaction.
_PARTS = 5
EPOCH = date(1970, 1, 1).toordinal()
_FILLED = (records_table, record_texts, acl_principals, box_entries, assignment_lines, numbers)


def label(records, bodies):
    """What a data set says of itself in the table ``about``: str."""
    return json.dumps([VERSION, records.count, records.seed, len(records.province), len(records.people), bodies])


def is_loaded(engine, records, bodies=True):
    """True if the tables hold this data set already, whole."""
    with engine.connect() as connection:
        return _said(connection, _NAME) == label(records, bodies)


def load(engine, records, bodies=True, progress=None):
    """Fill the tables (which exist) with the documents of ``records``; what was in them goes. It counts when whole.

    Cut off, it goes on where it was: ``about`` says how many documents are there.
    """
    wanted = label(records, bodies)
    with engine.connect() as connection:
        known = json.loads(_said(connection, _PLACE) or "{}")
    done = known.get("done", 0) if known.get("label") == wanted else None
    indexes = sorted((index for table in _FILLED for index in table.indexes), key=lambda index: index.name)
    indexes = [index for index in indexes if index.info.get("only", engine.dialect.name) == engine.dialect.name]
    if done is None:
        done = 0
        with engine.begin() as connection:
            _empty(connection)
            for index in indexes:
                index.drop(connection, checkfirst=True)
            search = fulltext.index_of(connection)
            search.drop(connection)
            search.create(connection)
            search.begin(connection)
            _note(connection, _PLACE, json.dumps({"label": wanted, "done": 0}))
    with engine.connect() as connection:
        acls = set(connection.scalars(select(acl_principals.c.acl).distinct()))
    some = making.parts(records, bodies, done)
    while group := list(islice(some, _PARTS)):
        with engine.begin() as connection:
            for made in group:
                _write(connection, made, acls)
                done += len(made.rows.records)
            _note(connection, _PLACE, json.dumps({"label": wanted, "done": done}))
        if progress is not None:
            progress(done)
    for index in indexes:
        with engine.begin() as connection:
            index.create(connection, checkfirst=True)
    with engine.begin() as connection:
        fulltext.index_of(connection).finish(connection)
        fill_known(connection)
        connection.execute(text("ANALYZE"))
        _note(connection, _NAME, wanted)


def _said(connection, name):
    return connection.scalar(select(about.c.value).where(about.c.name == name))


def _note(connection, name, value):
    connection.execute(delete(about).where(about.c.name == name))
    connection.execute(insert(about).values(name=name, value=value))


def _empty(connection):
    connection.execute(delete(about).where(about.c.name.in_((_NAME, _PLACE, INCOMPLETE))))
    for table in reversed(metadata.sorted_tables):
        if table is not about:
            statement = (
                text(f"TRUNCATE {table.name} CASCADE") if connection.dialect.name == "postgresql" else delete(table)
            )
            connection.execute(statement)


def _write(connection, made, known):
    """Write a part (:class:`~benchmarks.data.making.Made`); ``known`` are the sets of principals that are there."""
    rows = made.rows
    write = _copy if connection.dialect.name == "postgresql" else _insert
    new = [(key, *rows.acls[key]) for key in rows.acls if key not in known]
    known.update(rows.acls)
    places = [place_of(row["id"], row["arrival_day"] or row["issue_day"] or created_day(row)) for row in rows.records]
    told = [
        {
            "record_id": row["id"],
            "place": place,
            "issue_day": row["issue_day"],
            "arrival_day": row["arrival_day"],
        }
        for row, place in zip(rows.records, places, strict=True)
    ]
    for table, some in (
        (records_table, rows.records),
        (record_texts, [{"record_id": record_id, **said} for record_id, said in rows.texts]),
        (
            acl_principals,
            [
                {"principal": one, "agency": agency, "acl": key}
                for key, agency, members in new
                for one in sorted(members)
            ],
        ),
        (box_entries, rows.box_entries),
        (assignment_lines, rows.assignment_lines),
        (numbers, rows.numbers),
        (documents, told),
    ):
        if some:
            write(connection, table, some)
    search = fulltext.index_of(connection)
    search.put(connection, [(place, said.split(" ")) for place, said in zip(places, made.searched, strict=True)])
    learned = Learner(connection)
    learned.words = made.words
    learned.finish()


def created_day(row):
    """Ordinal of the day on which the record of a row came into being, where it has no other."""
    return EPOCH + int(row["created"] // 86400)


def _insert(connection, table, rows):
    connection.execute(insert(table), rows)


def _copy(connection, table, rows):
    names = list(rows[0])
    lines = io.StringIO()
    for row in rows:
        lines.write("\t".join(_copied(row[name]) for name in names) + "\n")
    lines.seek(0)
    with connection.connection.cursor() as cursor:
        cursor.copy_expert(f"COPY {table.name} ({', '.join(names)}) FROM STDIN", lines)


def _copied(value):
    if isinstance(value, bool):
        return "t" if value else "f"
    if isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str):
        return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
    return str(value)


def generated(count, seed=1):
    """The Records of the standard data set of this size."""
    return Records(count, seed)
