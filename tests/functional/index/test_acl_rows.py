"""Sets of principals are kept once each, also where two have the same hash; on both databases."""

from plone.app.uuid.utils import uuidToObject
import pytest
from qlvb.content.index import acl_rows
from qlvb.content.index import schema
from qlvb.content.index.acl import acl_key
from qlvb.content.index.acl_rows import count_orphans
from qlvb.content.index.acl_rows import keep_sets
from qlvb.content.index.acl_rows import remove_orphans
from qlvb.content.index.indexed import Indexed
from qlvb.content.index.pending import Changes
from qlvb.content.index.tables import acl_principals
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import records
from qlvb.content.index.verifying import verify
from qlvb.content.index.viewer import Viewer
from qlvb.content.index.writing import write
from qlvb.workflows.rights.interfaces import IGrants
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
import transaction


@pytest.fixture
def tables(connection):
    schema.migrate(connection)
    return connection


@pytest.fixture
def few_hashes(monkeypatch):
    """Every set has one of two numbers at first."""
    monkeypatch.setattr(
        acl_rows,
        "acl_key",
        lambda agency, some, attempt=0: acl_key(agency, some, attempt) % (2 if attempt == 0 else 2**62),
    )


def said(number, principals, boxes=()):
    row = {"path": f"/skhcn/{number}", "agency": "skhcn", "deadline_day": 0, "facts": {}, "subject": str(number)}
    return Indexed(str(number), row, frozenset(principals), frozenset(boxes))


def seen(connection, who):
    question = select(records.c.uid).where(Viewer(frozenset([who]), frozenset([f"user:{who}"])).may_view)
    return sorted(connection.scalars(question), key=int)


def test_a_set_is_kept_once(tables):
    first = keep_sets(tables, [said(1, ["user:a", "user:b"]), said(2, ["user:b", "user:a"]), said(3, ["user:c"])])
    assert len(first) == 2
    assert keep_sets(tables, [said(4, ["user:c"])]) == {("skhcn", frozenset(["user:c"])): first["skhcn", frozenset(["user:c"])]}
    assert len(tables.execute(select(acl_principals)).all()) == 3


def test_sets_of_one_hash_let_nobody_see_what_is_not_his(tables, few_hashes):
    some = {str(number): said(number, [f"user:p{number}", "user:all"], [("todo", f"p{number}")]) for number in range(9)}
    write(tables, Changes(some))
    for number in range(9):
        assert seen(tables, f"p{number}") == [str(number)]
    assert seen(tables, "all") == list("012345678")
    write(tables, Changes({"3": said(3, ["user:p4", "user:all"])}))
    assert (seen(tables, "p3"), seen(tables, "p4")) == ([], ["3", "4"])
    entries = select(box_entries.c.acl, records.c.acl).join(records, records.c.id == box_entries.c.record_id)
    assert all(one == other for one, other in tables.execute(entries))


def test_a_number_with_other_rows_is_not_believed(tables):
    write(tables, Changes({"1": said(1, ["user:a"])}))
    tables.execute(insert(acl_principals).values(principal="user:b", agency="skhcn", acl=acl_key("skhcn", ["user:a"])))
    write(tables, Changes({"2": said(2, ["user:a"])}))
    assert seen(tables, "b") == ["1"]
    write(tables, Changes({"1": said(1, ["user:a", "user:c"])}))
    assert (seen(tables, "a"), seen(tables, "b"), seen(tables, "c")) == (["1", "2"], [], ["1"])
    assert count_orphans(tables) == 1
    remove_orphans(tables)
    assert count_orphans(tables) == 0


def test_verify_names_and_mends_what_shares_a_number(make, spoil):
    """As an index of an older version may have it: two sets under one number."""
    one, other = make(2)
    IGrants(uuidToObject(other, unrestricted=True)).grant("leminhanh", "Participant", "sharing", "test")
    uuidToObject(other, unrestricted=True).reindexObject()
    transaction.commit()
    with spoil() as connection:
        acls = dict(connection.execute(select(records.c.uid, records.c.acl)).all())
        assert acls[one] != acls[other]
        connection.execute(records.update().where(records.c.uid == one).values(acl=acls[other]))
        connection.execute(box_entries.update().values(acl=acls[other]))
        connection.execute(delete(acl_principals).where(acl_principals.c.acl == acls[one]))
    assert [(found.uid, found.what) for found in verify().differences] == [(one, ("acl_principals",))]
    assert verify(repair=True).mended == 1
    assert verify().differences == []
