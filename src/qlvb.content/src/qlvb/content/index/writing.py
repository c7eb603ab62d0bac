"""Writing changes into the tables, in an order that every writer keeps, so that none waits for another in a ring."""

from qlvb.content.index import fulltext
from qlvb.content.index.known import write_known
from qlvb.content.index.tables import SATELLITES
from qlvb.content.index.tables import acl_principals
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import numbers
from qlvb.content.index.tables import record_texts
from qlvb.content.index.tables import records
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy import update
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite


#: How many UIDs one statement names.
BATCH = 500


def insert_new(connection, table):
    """An INSERT that passes over rows that are there already."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table).on_conflict_do_nothing()


def write(connection, changes):
    """Write ``changes`` (see :class:`~qlvb.content.index.pending.Changes`) in the transaction of ``connection``.

    What is as it was is not written. Returns the number of records that were.
    """
    wanted = dict(sorted(changes.records.items()))
    known = _known(connection, list(wanted))
    changed = {
        uid: indexed
        for uid, indexed in wanted.items()
        if indexed is not None
        and (uid not in known or known[uid].digest != indexed.digest or "content" in indexed.texts)
    }
    write_acls(connection, changed.values())
    gone = [known[uid].id for uid, indexed in wanted.items() if indexed is None and uid in known]
    write_known(connection, (indexed.record for indexed in changed.values()))
    remove(connection, gone)
    for uid, indexed in changed.items():
        _write_record(connection, indexed, known.get(uid))
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


def write_acls(connection, indexed, anew=False):
    """Write the sets of principals that are not there yet; ``anew`` trusts none that is there."""
    sets = {one.acl_key: one for one in indexed}
    keys = sorted(sets)
    there = set()
    for start in range(0, len(keys), BATCH):
        some = acl_principals.c.acl.in_(keys[start : start + BATCH])
        if anew:
            connection.execute(delete(acl_principals).where(some))
        else:
            there.update(connection.scalars(select(acl_principals.c.acl).where(some).distinct()))
    rows = [
        {"principal": one, "agency": sets[key].record["agency"], "acl": key}
        for key in keys
        if key not in there
        for one in sorted(sets[key].acl)
    ]
    if rows:
        connection.execute(insert_new(connection, acl_principals), rows)


def remove(connection, ids):
    """Take the records with these ids away, with all that hangs on them."""
    for start in range(0, len(ids), BATCH):
        some = ids[start : start + BATCH]
        fulltext.remove(connection, some)
        connection.execute(delete(records).where(records.c.id.in_(some)))


def _write_record(connection, indexed, known):
    values = {**indexed.record, "acl": indexed.acl_key, "digest": indexed.digest}
    if known is None:
        done = connection.execute(insert(records).values(uid=indexed.uid, **values))
        record_id = done.inserted_primary_key[0]
    else:
        record_id = known.id
        connection.execute(update(records).where(records.c.id == record_id).values(**values))
        connection.execute(delete(box_entries).where(box_entries.c.record_id == record_id))
    _add_rows(connection, box_entries, box_rows(indexed, record_id))
    for name, rows in indexed.satellites.items():
        table = SATELLITES[name]
        if known is not None:
            connection.execute(delete(table).where(table.c.record_id == record_id))
        _add_rows(connection, table, [{"record_id": record_id, **row} for row in rows])
    texts = _changed_texts(connection, record_id, indexed.texts) if known is not None else indexed.texts
    # Without new texts too: the search knows the days of a record.
    fulltext.store(connection, record_id, texts)


def _add_rows(connection, table, rows):
    if rows:
        connection.execute(insert(table), rows)


def box_rows(indexed, record_id):
    """The rows of ``box_entries`` of a record: list of dict."""
    free = indexed.open_boxes
    return [
        {
            "principal": principal,
            "box": box,
            "record_id": record_id,
            "agency": indexed.record["agency"],
            "deadline_day": indexed.record["deadline_day"],
            "acl": indexed.acl_key,
            "open": (box, principal) in free,
        }
        for box, principal in sorted(indexed.boxes)
    ]


def _changed_texts(connection, record_id, texts):
    columns = [record_texts.c[name] for name in texts]
    row = connection.execute(select(*columns).where(record_texts.c.record_id == record_id)).first() if columns else None
    if row is None:
        return texts
    return {name: text for name, text in texts.items() if getattr(row, name) != text}


def _write_numbers(connection, changed):
    for (register, number), values in sorted(changed.items()):
        here = (numbers.c.register == register) & (numbers.c.number == number)
        connection.execute(delete(numbers).where(here))
        if values is not None:
            connection.execute(insert(numbers).values(register=register, number=number, **values))
