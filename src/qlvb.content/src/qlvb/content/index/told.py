"""What the tables say of records, in the words in which :mod:`qlvb.content.index.building` says it of the ZODB."""

from dataclasses import dataclass
from qlvb.content.index.filling import kept
from qlvb.content.index.fulltext.base import documents
from qlvb.content.index.statements import BATCH
from qlvb.content.index.tables import SATELLITES
from qlvb.content.index.tables import acl_principals
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import record_texts
from qlvb.content.index.tables import records
from qlvb.content.index.writing import blank
from qlvb.content.index.writing import box_rows
from sqlalchemy import select


#: Columns of ``records`` that are compared; the rest are keys.
_COLUMNS = [column for column in records.c if column.name not in ("id", "uid")]


@dataclass
class Told:
    """All rows of one record, by table: ``record`` a dict, the others sorted lists of tuples, ``acl`` a set."""

    id: int
    record: dict
    acl: frozenset
    boxes: list
    satellites: dict
    texts: dict | None
    searchable: bool


def told_of(connection, uids):
    """dict UID -> Told of those that are there, read with a statement per table and batch."""
    found = {}
    for start in range(0, len(uids), BATCH):
        found.update(_batch(connection, uids[start : start + BATCH]))
    return found


def _batch(connection, uids):
    rows = connection.execute(select(records).where(records.c.uid.in_(uids))).mappings().all()
    ids = [row["id"] for row in rows]
    acls = _sets(connection, sorted({row["acl"] for row in rows}))
    boxes = _rows(connection, box_entries, ids)
    satellites = {name: _rows(connection, table, ids) for name, table in SATELLITES.items()}
    texts = {
        row["record_id"]: {name: row[name] for name in row if name != "record_id"}
        for row in connection.execute(select(record_texts).where(record_texts.c.record_id.in_(ids))).mappings()
    }
    searchable = set(connection.scalars(select(documents.c.record_id).where(documents.c.record_id.in_(ids))))
    return {
        row["uid"]: Told(
            id=row["id"],
            record={column.name: row[column.name] for column in _COLUMNS},
            acl=acls.get(row["acl"], frozenset()),
            boxes=boxes.get(row["id"], []),
            satellites={name: found.get(row["id"], []) for name, found in satellites.items()},
            texts=texts.get(row["id"]),
            searchable=row["id"] in searchable,
        )
        for row in rows
    }


def _sets(connection, keys):
    found = {}
    for row in connection.execute(select(acl_principals).where(acl_principals.c.acl.in_(keys))):
        found.setdefault(row.acl, set()).add((row.principal, row.agency))
    return {key: frozenset(members) for key, members in found.items()}


def _compared(table):
    return [column.name for column in table.c if column.name not in ("id", "record_id")]


def _rows(connection, table, ids):
    found = {}
    names = _compared(table)
    for row in connection.execute(select(table).where(table.c.record_id.in_(ids))).mappings():
        found.setdefault(row["record_id"], []).append(tuple(row[name] for name in names))
    return {record_id: sorted(rows) for record_id, rows in found.items()}


def expected(indexed, acl):
    """The Told that an Indexed (with the text of its files) must have; its id is 0. ``acl``: the number under which the
    tables keep its set; its members say whether it is the right one.
    """
    agency = indexed.record["agency"]
    given = {**indexed.record, "acl": acl, "digest": indexed.digest}
    return Told(
        id=0,
        record={column.name: given.get(column.name, blank(column)) for column in _COLUMNS},
        acl=frozenset((principal, agency) for principal in indexed.acl),
        boxes=_tuples(box_entries, box_rows(indexed, 0, acl)),
        satellites={name: _tuples(table, indexed.satellites.get(name, ())) for name, table in SATELLITES.items()},
        texts=kept(indexed.texts),
        searchable=True,
    )


def _tuples(table, rows):
    blanks = {name: blank(table.c[name]) for name in _compared(table)}
    return sorted(tuple({**blanks, **row}[name] for name in blanks) for row in rows)


def differences(told, wanted):
    """Names of what differs: list of column or table names, of facts ``facts.name``; [] for nothing."""
    found = []
    for name, value in wanted.record.items():
        if told.record[name] != value:
            found += _keys(name, told.record[name], value) if name == "facts" else [name]
    found += ["acl_principals"] if told.acl != wanted.acl else []
    found += ["box_entries"] if told.boxes != wanted.boxes else []
    found += [name for name, rows in wanted.satellites.items() if told.satellites[name] != rows]
    found += [] if told.searchable else ["search"]
    texts = told.texts or {}
    return found + [f"text {name}" for name, text in wanted.texts.items() if texts.get(name) != text]


def _keys(column, told, wanted):
    """Names of the values that differ in a column of many."""
    told, wanted = told or {}, wanted or {}
    return [f"{column}.{key}" for key in sorted({*told, *wanted}) if told.get(key) != wanted.get(key)] or [column]
