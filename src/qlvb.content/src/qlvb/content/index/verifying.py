"""Comparing the index with the ZODB, and mending it.

The ZODB's own tree is walked, so nothing that an index forgot is forgotten here. People go on working meanwhile: what
differs at first sight is looked at again while nobody writes, and only what differs then is told.
"""

from dataclasses import dataclass
from dataclasses import field
from itertools import islice
from plone import api
from plone.uuid.interfaces import IUUID
from qlvb.content.index import database
from qlvb.content.index import schema
from qlvb.content.index.acl_rows import count_orphans
from qlvb.content.index.acl_rows import remove_orphans
from qlvb.content.index.building import Builder
from qlvb.content.index.building import site_path
from qlvb.content.index.exclusive import writing_alone
from qlvb.content.index.failures import said_plainly
from qlvb.content.index.filling import fill
from qlvb.content.index.known import KEYS
from qlvb.content.index.known import count_unknown
from qlvb.content.index.known import fill_known
from qlvb.content.index.number_rows import different_registers
from qlvb.content.index.number_rows import fill_numbers
from qlvb.content.index.tables import records
from qlvb.content.index.told import differences
from qlvb.content.index.told import expected
from qlvb.content.index.told import told_of
from qlvb.content.index.walking import how_many
from qlvb.content.index.walking import record_at
from qlvb.content.index.walking import records_below
from qlvb.content.index.walking import wake
from qlvb.content.index.writing import remove
from random import Random
from sqlalchemy import select
import transaction


BATCH = 500


@dataclass(frozen=True)
class Difference:
    """``kind``: missing, superfluous, different, numbers, values; ``what``: names of columns and tables that differ."""

    kind: str
    path: str
    uid: str
    what: tuple = ()

    def __str__(self):
        return f"{self.kind} {self.path} {self.uid} {', '.join(self.what)}".rstrip()


@dataclass
class Verdict:
    """``compared``: how many records; ``differences``: list of Difference; ``orphans``: sets of principals without a
    record, which do no harm; ``mended``: how many differences are no more.
    """

    compared: int = 0
    differences: list = field(default_factory=list)
    orphans: int = 0
    mended: int = 0


def verify(repair=False, sample=None, progress=lambda done, total: None):
    """Compare all records of the site at work with the index; ``repair`` mends what differs. ``sample``: about how many
    records are looked into, instead of all; missing and superfluous ones are found all the same.

    Begins transactions of its own: changes of the current one are lost.

    :raises IndexUnavailable: 503 the tables are missing, broken, locked …
    """
    schema.check()
    transaction.abort()
    verdict = Verdict()
    total = how_many(api.portal.get())
    share = 1 if sample is None else min(1, sample / max(1, total))
    rows = _paths()
    seen, place, chance = set(), (), Random()
    while batch := list(islice(records_below(api.portal.get(), place), BATCH)):
        place = batch[-1][0]
        found = {IUUID(record): record for _place, record in batch}
        seen.update(found)
        chosen = [uid for uid in found if uid not in rows or chance.random() < share]
        verdict.compared += len(chosen)
        suspicious = _suspicious({uid: found[uid] for uid in chosen})
        if suspicious:
            _look_again(verdict, suspicious, repair)
        progress(len(seen), total)
        # A new snapshot of ZODB and index for the next batch.
        transaction.abort()
        api.portal.get()._p_jar.cacheGC()
    _superfluous(verdict, {uid: path for uid, path in rows.items() if uid not in seen}, repair)
    _others(verdict, repair)
    if repair:
        schema.gather_statistics()
    return verdict


def _paths():
    """dict UID -> path of all rows."""
    with said_plainly(), database.engine().connect() as connection:
        return dict(connection.execute(select(records.c.uid, records.c.path)).all())


def _suspicious(by_uid):
    """dict UID -> path of those that differ from what the tables say."""
    with said_plainly(), database.engine().connect() as connection:
        told = told_of(connection, list(by_uid))
    builder = Builder()
    wake(by_uid.values())
    return {uid: site_path(record) for uid, record in by_uid.items() if _compare(told, uid, record, builder)}


def _compare(told, uid, record, builder):
    """Difference, or None."""
    if uid not in told:
        return Difference("missing", site_path(record), uid)
    indexed = builder.build(record, with_content=True)
    what = differences(told[uid], expected(indexed, told[uid].record["acl"]))
    return Difference("different", site_path(record), uid, tuple(what)) if what else None


def _look_again(verdict, suspicious, repair):
    with writing_alone() as connection:
        told, builder = told_of(connection, list(suspicious)), Builder()
        wrong = []
        for uid, path in suspicious.items():
            record = record_at(path, uid)
            difference = record is not None and _compare(told, uid, record, builder)
            if difference:
                verdict.differences.append(difference)
                wrong.append(record)
        if repair:
            fill(connection, [builder.build(record, with_content=True) for record in wrong])
            verdict.mended += len(wrong)


def _superfluous(verdict, suspicious, repair):
    """Rows without a record: look again, for it may have been made or moved while we walked."""
    if not suspicious:
        return
    with writing_alone() as connection:
        told = told_of(connection, list(suspicious))
        gone = [uid for uid, rows in told.items() if record_at(rows.record["path"], uid) is None]
        verdict.differences += [Difference("superfluous", told[uid].record["path"], uid) for uid in gone]
        if repair:
            remove(connection, [told[uid].id for uid in gone])
            verdict.mended += len(gone)


def _others(verdict, repair):
    """Numbers, values that are asked for by a part, and sets of principals that nobody has."""
    with writing_alone() as connection:
        wrong = [Difference("numbers", path, uid) for uid, path in different_registers(connection)]
        verdict.differences += wrong
        verdict.orphans = count_orphans(connection)
        if repair and wrong:
            fill_numbers(connection)
            verdict.mended += len(wrong)
        if count_unknown(connection):
            verdict.differences.append(Difference("values", "", "", tuple(KEYS)))
            verdict.mended += 1 if repair else 0
        if repair:
            fill_known(connection)
        if repair:
            remove_orphans(connection)
