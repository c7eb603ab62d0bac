"""The distinct values of columns that are asked for by a part of them; see ``tables.known_values``.

A value stays when its last record goes: it finds nothing then. ``verify --repair`` and ``rebuild`` begin anew.
"""

from qlvb.content.index.statements import insert_new
from qlvb.content.index.tables import known_values
from qlvb.content.index.tables import records
from qlvb.content.text import fold
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import or_
from sqlalchemy import select


#: Name of a column of ``records`` -> what is compared of its values. Symbols are kept compact already.
KEYS = {"symbol": str, "field_of_work": fold}


def containing(kind, parts):
    """Clause on ``records``: the column ``kind`` has one of ``parts`` (as ``KEYS`` makes them) anywhere in it."""
    # One subquery: PostgreSQL reads every record for two of them with OR between.
    fits = or_(*(known_values.c.key.contains(part, autoescape=True) for part in parts))
    return records.c[kind].in_(select(known_values.c.value).where(known_values.c.kind == kind, fits))


def write_known(connection, rows):
    """Say the values of these rows of ``records`` (iterable of dict) that are not known yet, in an order that every
    writer keeps.
    """
    found = sorted({(kind, row[kind]) for row in rows for kind in KEYS if row.get(kind)})
    if found:
        said = [{"kind": kind, "value": value, "key": KEYS[kind](value)} for kind, value in found]
        connection.execute(insert_new(connection, known_values), said)


def count_unknown(connection):
    """How many values records have that are not known, or are known by another key."""
    told = {(row.kind, row.value): row.key for row in connection.execute(select(known_values))}
    return sum(told.get((kind, value)) != KEYS[kind](value) for kind, value in _held(connection))


def fill_known(connection):
    """Say all values anew; the caller must be the only writer."""
    connection.execute(delete(known_values))
    said = [{"kind": kind, "value": value, "key": KEYS[kind](value)} for kind, value in _held(connection)]
    if said:
        connection.execute(insert(known_values), said)


def _held(connection):
    """(kind, value) of every value that a record has."""
    for kind in KEYS:
        column = records.c[kind]
        for value in connection.scalars(select(column).where(column > "").distinct()):
            yield kind, value
