"""Many records at once: whatever the tables hold of them is taken away and said anew."""

from qlvb.content.index import fulltext
from qlvb.content.index.fulltext.tokens import cut
from qlvb.content.index.known import write_known
from qlvb.content.index.tables import SATELLITES
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import record_texts
from qlvb.content.index.tables import records
from qlvb.content.index.writing import BATCH
from qlvb.content.index.writing import box_rows
from qlvb.content.index.writing import remove
from qlvb.content.index.writing import write_acls
from sqlalchemy import func
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy import text


_TEXTS = [column.name for column in record_texts.c if column.name != "record_id"]


def fill(connection, indexed, searchable=True):
    """Write a list of :class:`~qlvb.content.index.indexed.Indexed` (with the text of their files) in the transaction of
    ``connection``, a statement per table. Rows of the same UIDs, and of other UIDs at the same paths, go before.

    ``searchable`` False leaves the full-text index to a ``fulltext.rebuild`` afterwards, which is quicker for many. The
    caller must be the only writer: see :mod:`qlvb.content.index.exclusive`.
    """
    if not indexed:
        return
    remove(connection, ids_of(connection, records.c.uid, [one.uid for one in indexed]))
    remove(connection, ids_of(connection, records.c.path, [one.record["path"] for one in indexed]))
    write_acls(connection, indexed, anew=True)
    write_known(connection, (one.record for one in indexed))
    numbered = list(zip(_new_ids(connection, len(indexed)), indexed, strict=True))
    rows = [
        {"id": record_id, "uid": one.uid, **one.record, "acl": one.acl_key, "digest": one.digest}
        for record_id, one in numbered
    ]
    # Rooms leave columns out; statements for many rows want them all.
    names = sorted({name for row in rows for name in row})
    blanks = {name: blank(records.c[name]) for name in names}
    connection.execute(insert(records), [{**blanks, **row} for row in rows])
    _insert(connection, box_entries, [row for record_id, one in numbered for row in box_rows(one, record_id)])
    for name, table in SATELLITES.items():
        found = [{"record_id": record_id, **row} for record_id, one in numbered for row in one.satellites.get(name, ())]
        _insert(connection, table, found)
    if not searchable:
        rows = [{**dict.fromkeys(_TEXTS, ""), **kept(one.texts), "record_id": at} for at, one in numbered]
        connection.execute(insert(record_texts), rows)
        return
    for record_id, one in numbered:
        fulltext.store(connection, record_id, one.texts)


def kept(texts):
    """``texts`` as ``record_texts`` keeps them: dict."""
    return {name: text if name == "scope" else cut(name, text) for name, text in texts.items()}


def ids_of(connection, column, values):
    """Ids of the records that have one of ``values`` in ``column``: list of int."""
    found = []
    for start in range(0, len(values), BATCH):
        found += connection.scalars(select(records.c.id).where(column.in_(values[start : start + BATCH])))
    return found


def _insert(connection, table, rows):
    if rows:
        connection.execute(insert(table), rows)


def blank(column):
    """What a column holds when nothing is said."""
    return column.type.python_type() if column.server_default is not None else None


def _new_ids(connection, count):
    if connection.dialect.name == "postgresql":
        sequence = text("SELECT nextval(pg_get_serial_sequence('records', 'id')) FROM generate_series(1, :count)")
        return list(connection.scalars(sequence, {"count": count}))
    first = (connection.scalar(select(func.max(records.c.id))) or 0) + 1
    return range(first, first + count)
