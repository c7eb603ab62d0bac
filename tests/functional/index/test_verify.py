"""``bin/qlvb index verify``: names what is missing, superfluous or different in any table, and mends it."""

from plone.app.uuid.utils import uuidToObject
import pytest
from qlvb.content.index.building import build
from qlvb.content.index.filling import fill
from qlvb.content.index.tables import acl_principals
from qlvb.content.index.tables import assignment_lines
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import numbers
from qlvb.content.index.tables import record_texts
from qlvb.content.index.tables import records
from qlvb.content.index.told import told_of
from qlvb.content.index.verifying import verify
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy import update


def found():
    return [(difference.kind, difference.uid, difference.what) for difference in verify().differences]


def spoiled(connection, uid):
    """What may go wrong with the rows of a record: iterable of (statement, expected names)."""
    here = select(records.c.id).where(records.c.uid == uid).scalar_subquery()
    row = connection.execute(select(records.c.id, records.c.acl).where(records.c.uid == uid)).one()
    yield update(records).where(records.c.uid == uid).values(subject="Khác"), ("subject",)
    yield update(records).where(records.c.uid == uid).values(digest="x"), ("digest",)
    yield update(records).where(records.c.uid == uid).values(acl=1), ("acl_principals", "box_entries")
    yield delete(box_entries).where(box_entries.c.record_id == here), ("box_entries",)
    yield insert(assignment_lines).values(record_id=row.id, recipient="leminhanh"), ("lines",)
    yield update(record_texts).where(record_texts.c.record_id == here).values(content="Lạ"), ("text content",)
    yield update(record_texts).where(record_texts.c.record_id == here).values(scope="snv"), ("text scope",)
    yield insert(acl_principals).values(principal="user:ai", agency="skhcn", acl=row.acl), ("acl_principals",)


@pytest.mark.parametrize("which", range(8))
def test_whatever_differs_is_named_and_mended(make, spoil, which):
    uid, *_others = make(2)
    with spoil() as connection:
        statement, expected = list(spoiled(connection, uid))[which]
        connection.execute(statement)
    differences = [difference for difference in found() if difference[1] == uid]
    assert differences == [("different", uid, expected)]
    repaired = verify(repair=True)
    assert repaired.mended == len(repaired.differences) > 0
    assert found() == []


def test_missing_and_superfluous_rows_are_named_and_mended(make, spoil):
    made = make(3)
    with spoil() as connection:
        connection.execute(delete(records).where(records.c.uid == made[0]))
        connection.execute(insert(records).values(uid="ghost", path="/skhcn/incoming/ghost", facts={}))
        connection.execute(insert(numbers).values(register="gone", number=1))
    assert [difference[:2] for difference in found()] == [
        ("missing", made[0]),
        ("superfluous", "ghost"),
        ("numbers", "gone"),
    ]
    assert verify(repair=True).mended == 3
    assert found() == []


def test_sets_without_a_record_are_removed_by_a_repair(make, spoil):
    make(1)
    with spoil() as connection:
        connection.execute(insert(acl_principals).values(principal="user:ai", agency="skhcn", acl=7))
    assert verify().orphans == 1
    verify(repair=True)
    assert verify().orphans == 0


def test_a_sample_finds_what_is_missing_all_the_same(make, spoil):
    made = make(6)
    with spoil() as connection:
        connection.execute(delete(records).where(records.c.uid == made[2]))
    verdict = verify(sample=1)
    assert [difference.uid for difference in verdict.differences] == [made[2]]
    assert verdict.compared < 6


def test_many_rows_at_once_are_what_single_ones_are(make, spoil):
    make(1)
    with spoil() as connection:
        uid = connection.scalar(select(records.c.uid))
        before = told_of(connection, [uid])[uid]
        record = uuidToObject(uid, unrestricted=True)
        fill(connection, [build(record, with_content=True)])
        after = told_of(connection, [uid])[uid]
    assert (after.record, after.acl, after.boxes, after.satellites) == (
        before.record,
        before.acl,
        before.boxes,
        before.satellites,
    )
    assert after.texts == before.texts
