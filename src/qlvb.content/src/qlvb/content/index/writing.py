"""Writing changes into the tables, in an order that every writer keeps, so that none waits for another in a ring."""

from functools import cache
from qlvb.content.index import fulltext
from qlvb.content.index.acl_rows import keep_sets
from qlvb.content.index.boxes import order_in
from qlvb.content.index.boxes import place_of
from qlvb.content.index.known import write_known
from qlvb.content.index.statements import BATCH
from qlvb.content.index.tables import SATELLITES
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import numbers
from qlvb.content.index.tables import records
from sqlalchemy import JSON
from sqlalchemy import Text
from sqlalchemy import bindparam
from sqlalchemy import cast
from sqlalchemy import delete
from sqlalchemy import func
from sqlalchemy import insert
from sqlalchemy import or_
from sqlalchemy import select
from sqlalchemy import text
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite


_FORGET_NUMBER = delete(numbers).where(
    numbers.c.register == bindparam("in_register"), numbers.c.number == bindparam("its_number")
)


def write(connection, changes):
    """Write ``changes`` (see :class:`~qlvb.content.index.pending.Changes`) in the transaction of ``connection``.

    What is as it was is not written. Returns the number of records that were.
    """
    known = _known(connection, list(changes.records))
    # Rows that are there are locked in one order by all writers; new ones keep the order in which they were made, as
    # records with one value of what a list is sorted by stand in the order of their ids.
    there = sorted(uid for uid in changes.records if uid in known)
    wanted = {uid: changes.records[uid] for uid in (*there, *(uid for uid in changes.records if uid not in known))}
    changed = {
        uid: indexed
        for uid, indexed in wanted.items()
        if indexed is not None
        and (uid not in known or known[uid].digest != indexed.digest or "content" in indexed.texts)
    }
    acls = keep_sets(connection, changed.values())
    gone = [known[uid].id for uid, indexed in wanted.items() if indexed is None and uid in known]
    write_known(connection, (indexed.record for indexed in changed.values()))
    remove(connection, gone)
    ids = {uid: known[uid].id for uid in changed if uid in known}
    numbered = put_rows(connection, list(changed.values()), ids, acls)
    # Without new texts too: the search knows the days of a record.
    fulltext.store_many(connection, {record_id: indexed.texts for record_id, indexed in numbered})
    _write_numbers(connection, changes.numbers)
    return len(changed) + len(gone)


def _known(connection, uids):
    """UID -> row (id, digest, acl) of those that are there."""
    columns = (records.c.id, records.c.uid, records.c.digest, records.c.acl)
    found = {}
    for start in range(0, len(uids), BATCH):
        question = select(*columns).where(records.c.uid.in_(uids[start : start + BATCH]))
        found.update({row.uid: row for row in connection.execute(question)})
    return found


def remove(connection, ids):
    """Take the records with these ids away, with all that hangs on them."""
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        fulltext.remove(connection, some)
        connection.execute(delete(records).where(records.c.id.in_(some)))


def put_rows(connection, indexed, ids, acls):
    """Write the rows of records in a statement per table, but for their texts. ``ids``: UID -> id of those that are
    there, whose rows go before; ``acls``: what :func:`keep_sets` says. Returns [(id, Indexed)].
    """
    if not indexed:
        return []
    new = iter(_new_ids(connection, len(indexed) - len(ids)))
    numbered = [(ids[one.uid] if one.uid in ids else next(new), one) for one in indexed]
    rows = [
        {"id": record_id, "uid": one.uid, **one.record, "acl": acls[one.acl_set], "digest": one.digest}
        for record_id, one in numbered
    ]
    # Rooms leave columns out; a statement for many rows wants them all.
    names = {name for row in rows for name in row}
    blanks = {column.name: blank(column) for column in records.c if column.name in names}
    connection.execute(_put_records(connection, frozenset(names)), [{**blanks, **row} for row in rows])
    named = {name for one in indexed for name in one.satellites}
    for table in (box_entries, *(table for name, table in SATELLITES.items() if name in named)):
        forget_rows(connection, table, list(ids.values()))
    entries = [row for record_id, one in numbered for row in box_rows(one, record_id, acls[one.acl_set])]
    _add_rows(connection, box_entries, entries)
    for name in sorted(named):
        found = [{"record_id": record_id, **row} for record_id, one in numbered for row in one.satellites.get(name, ())]
        _add_rows(connection, SATELLITES[name], found)
    return numbered


def forget_rows(connection, table, ids):
    """Take the rows of these records out of a table that hangs on ``records``."""
    for start in range(0, len(ids), BATCH):
        connection.execute(_forget(table), {"ids": ids[start : start + BATCH]})


@cache
def _forget(table):
    return delete(table).where(table.c.record_id.in_(bindparam("ids", expanding=True)))


def _put_records(connection, names):
    return _put_statement(connection.dialect.name, names)


@cache
def _put_statement(dialect, names):
    """INSERT of these columns, or what they say instead where the id is there already; a row that says the same is left
    alone, with its entries in sixteen indexes.
    """
    statement = (postgresql if dialect == "postgresql" else sqlite).insert(records)
    said = {name: statement.excluded[name] for name in sorted(names - {"id"})}
    differs = or_(*(_plain(records.c[name]).is_distinct_from(_plain(new)) for name, new in said.items()))
    return statement.on_conflict_do_update(index_elements=[records.c.id], set_=said, where=differs)


def _plain(column):
    """The column so that it can be compared: PostgreSQL compares JSON by nothing but its text."""
    return cast(column, Text) if isinstance(column.type, JSON) else column


def blank(column):
    """What a column holds when nothing is said."""
    return column.type.python_type() if column.server_default is not None else None


def _new_ids(connection, count):
    if not count:
        return []
    if connection.dialect.name == "postgresql":
        sequence = text("SELECT nextval(pg_get_serial_sequence('records', 'id')) FROM generate_series(1, :count)")
        return list(connection.scalars(sequence, {"count": count}))
    first = (connection.scalar(select(func.max(records.c.id))) or 0) + 1
    return range(first, first + count)


def _add_rows(connection, table, rows):
    if rows:
        connection.execute(insert(table), rows)


def box_rows(indexed, record_id, acl):
    """The rows of ``box_entries`` of a record: list of dict. ``acl``: the number of its set."""
    free = indexed.open_boxes
    return [
        {
            "principal": principal,
            "box": box,
            "record_id": record_id,
            "agency": indexed.record["agency"],
            "deadline_day": indexed.box_days.get((box, principal), indexed.record.get("deadline_day", 0)),
            "acl": acl,
            "open": (box, principal) in free,
            "place": place_of(order_in(box), indexed.record),
        }
        for box, principal in sorted(indexed.boxes)
    ]


def _write_numbers(connection, changed):
    keys = [{"in_register": register, "its_number": number} for register, number in sorted(changed)]
    if keys:
        connection.execute(_FORGET_NUMBER, keys)
    said = [{"register": key[0], "number": key[1], **values} for key, values in sorted(changed.items()) if values]
    for row in said:
        for column in numbers.c:
            row.setdefault(column.name, blank(column))
    _add_rows(connection, numbers, said)
