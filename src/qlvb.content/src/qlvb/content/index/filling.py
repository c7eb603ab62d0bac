"""Many records at once: whatever the tables hold of them is taken away and said anew."""

from qlvb.content.index import fulltext
from qlvb.content.index.acl_rows import keep_sets
from qlvb.content.index.fulltext.tokens import cut
from qlvb.content.index.known import write_known
from qlvb.content.index.statements import BATCH
from qlvb.content.index.tables import SATELLITES
from qlvb.content.index.tables import record_texts
from qlvb.content.index.tables import records
from qlvb.content.index.writing import forget_rows
from qlvb.content.index.writing import put_rows
from qlvb.content.index.writing import remove
from sqlalchemy import insert
from sqlalchemy import select


_TEXTS = [column.name for column in record_texts.c if column.name != "record_id"]


def fill(connection, indexed, searchable=True):
    """Write a list of :class:`~qlvb.content.index.indexed.Indexed` (with the text of their files) in the transaction of
    ``connection``, a statement per table. Records that are there keep their ids; other UIDs at the same paths go.
    Returns the ids.

    ``searchable`` False leaves the full-text index to a ``fulltext.rebuild`` afterwards, which is quicker for many. The
    caller must be the only writer: see :mod:`qlvb.content.index.exclusive`.
    """
    if not indexed:
        return []
    there = _ids_by_uid(connection, records.c.path, [one.record["path"] for one in indexed])
    wanted = {one.uid for one in indexed}
    remove(connection, [record_id for uid, record_id in there.items() if uid not in wanted])
    known = _ids_by_uid(connection, records.c.uid, sorted(wanted))
    acls = keep_sets(connection, indexed)
    write_known(connection, (one.record for one in indexed))
    for table in SATELLITES.values():
        forget_rows(connection, table, list(known.values()))
    numbered = put_rows(connection, indexed, known, acls)
    if searchable:
        fulltext.store_many(connection, {record_id: one.texts for record_id, one in numbered})
    else:
        fulltext.remove(connection, list(known.values()))
        rows = [{**dict.fromkeys(_TEXTS, ""), **kept(one.texts), "record_id": at} for at, one in numbered]
        connection.execute(insert(record_texts), rows)
    return [record_id for record_id, _one in numbered]


def kept(texts):
    """``texts`` as ``record_texts`` keeps them: dict."""
    return {name: text if name == "scope" else cut(name, text) for name, text in texts.items()}


def _ids_by_uid(connection, column, values):
    """dict UID -> id of the records that have one of ``values`` in ``column``."""
    found = {}
    for start in range(0, len(values), BATCH):
        question = select(records.c.uid, records.c.id).where(column.in_(values[start : start + BATCH]))
        found.update(connection.execute(question).tuples().all())
    return found
