"""Rows of generated documents written straight into the tables of a records index: COPY into PostgreSQL, many rows at a
time into SQLite, indexes made afterwards.
"""

from benchmarks.data.records import Records
from benchmarks.data.rows import RowMaker
import io
import json
from qlvb.content.index import fulltext
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
VERSION = 1
_NAME = "generated"
_FILLED = (records_table, record_texts, acl_principals, box_entries, assignment_lines, numbers)


def label(records, bodies):
    """What a data set says of itself in the table ``about``: str."""
    return json.dumps([VERSION, records.count, records.seed, len(records.province), len(records.people), bodies])


def is_loaded(engine, records, bodies=True):
    """True if the tables hold this data set already, whole."""
    with engine.connect() as connection:
        return connection.scalar(select(about.c.value).where(about.c.name == _NAME)) == label(records, bodies)


def load(engine, records, bodies=True, progress=None):
    """Fill the tables (which exist) with the documents of ``records``; what was in them goes. It counts when whole."""
    dialect = engine.dialect.name
    with engine.begin() as connection:
        connection.execute(delete(about).where(about.c.name == _NAME))
        for table in reversed(metadata.sorted_tables):
            if table is not about:
                connection.execute(text(f"TRUNCATE {table.name} CASCADE") if dialect == "postgresql" else delete(table))
    with engine.begin() as connection:
        indexes = sorted((index for table in _FILLED for index in table.indexes), key=lambda index: index.name)
        for index in indexes:
            index.drop(connection)
        _fill(connection, RowMaker(records, bodies), _copy if dialect == "postgresql" else _insert, progress)
        for index in indexes:
            index.create(connection)
    with engine.begin() as connection:
        fulltext.index_of(connection).rebuild(connection)
        connection.execute(text("ANALYZE"))
        connection.execute(insert(about).values(name=_NAME, value=label(records, bodies)))


def _fill(connection, maker, write, progress):
    known, done = set(), 0
    for rows in maker.chunks():
        new = [(key, *rows.acls[key]) for key in rows.acls if key not in known]
        known.update(rows.acls)
        acls = [
            {"principal": one, "agency": agency, "acl": key} for key, agency, members in new for one in sorted(members)
        ]
        texts = [{"record_id": record_id, **said} for record_id, said in rows.texts]
        for table, some in (
            (records_table, rows.records),
            (record_texts, texts),
            (acl_principals, acls),
            (box_entries, rows.box_entries),
            (assignment_lines, rows.assignment_lines),
            (numbers, rows.numbers),
        ):
            if some:
                write(connection, table, some)
        done += len(rows.records)
        if progress is not None:
            progress(done)


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
