"""The filters that were slow are answered by indexes, on both databases."""

from contextlib import contextmanager
import pytest
from qlvb.content.index import entries
from qlvb.content.index import paging
from qlvb.content.index import schema
from qlvb.content.index.boxes import Box
from qlvb.content.index.filters import clauses_of
from qlvb.content.index.known import fill_known
from qlvb.content.index.tables import box_entries
from qlvb.content.index.tables import records
from qlvb.content.index.viewer import Viewer
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy import update


ROWS = 20_000


@pytest.fixture
def filled(connection):
    schema.migrate(connection)
    rows = [
        {
            "uid": str(number),
            "path": f"/skhcn/{number}",
            "portal_type": "OutgoingDocument",
            "agency": "skhcn",
            "signatory": f"person{number % 500}",
            "field_of_work": f"Lĩnh vực {number % 400}",
            "symbol": f"skhcnp{number % 300}",
            "parent": str(number // 10),
            "facts": {},
        }
        for number in range(ROWS)
    ]
    connection.execute(insert(records), rows)
    fill_known(connection)
    connection.exec_driver_sql("ANALYZE")
    return connection


def plan(connection, question):
    explain = "EXPLAIN QUERY PLAN " if connection.dialect.name == "sqlite" else "EXPLAIN "
    said = question.compile(connection, compile_kwargs={"literal_binds": True})
    return [str(row[-1]) for row in connection.exec_driver_sql(f"{explain}{said}")]


@pytest.mark.parametrize(
    "filters, count",
    [
        ({"signatory": "person7"}, 40),
        ({"signatory": ["person7", "person8"]}, 80),
        ({"field_of_work": "linh vuc 399"}, 50),
        ({"field_of_work": ["vực 399", "vực 398"]}, 100),
        ({"symbol": "P299"}, 66),
        ({"parent": "12"}, 10),
    ],
)
def test_no_record_is_read_that_is_not_in_the_answer(filled, filters, count):
    question = select(records.c.id).where(*clauses_of(filters))
    assert len(filled.execute(question).all()) == count
    steps = plan(filled, question)
    whole = ("SCAN records", "Seq Scan on records")
    assert not [step for step in steps if any(word in step for word in whole)], steps


@pytest.fixture
def boxed(filled):
    """Every record lies in one of ten boxes of "p"; in a further one those of two groups."""
    ids = filled.scalars(select(records.c.id).order_by(records.c.id)).all()
    rows = [
        {"principal": "p", "box": f"box{number % 10}", "record_id": one, "open": True, "place": -number}
        for number, one in enumerate(ids)
    ]
    rows += [
        {"principal": group, "box": "shared", "record_id": one, "open": True, "place": number}
        for group in ("g1", "g2")
        for number, one in enumerate(ids[:300])
    ]
    filled.execute(insert(box_entries), rows)
    filled.exec_driver_sql("ANALYZE")
    return filled


def test_counts_of_boxes_read_an_index_alone(boxed):
    if boxed.dialect.name == "postgresql":
        # As after a vacuum, which is not for transactions.
        boxed.exec_driver_sql("UPDATE pg_class SET relallvisible = relpages WHERE oid = 'box_entries'::regclass")
    steps = plan(boxed, asked(boxed, ["p"], ("box3",)).count)
    alone = ("COVERING INDEX box_entries_open", "Index Only Scan using box_entries_open")
    assert [step for step in steps if any(word in step for word in alone)], steps


def test_pages_far_back_in_several_agencies_are_merged_in_order(filled):
    filled.execute(update(records).where(records.c.id % 3 == 0).values(agency="snv"))
    filled.exec_driver_sql("ANALYZE")
    agencies = ("skhcn", "snv")
    parts = tuple((records.c.portal_type == "OutgoingDocument", records.c.agency == one) for one in agencies)
    walk = paging.Walk([], records.c.modified, records.c.id, True, parts)
    with said_on(filled) as said:
        found = paging.cut(filled, walk, 9_000, 25, None, ROWS)
    assert found.keys == list(range(ROWS - 9_000, ROWS - 9_025, -1))
    slow = ("TEMP B-TREE", "Sort  (", "SCAN records", "Seq Scan on records")
    prefer_indexes(filled)
    steps = plan(filled, said[-1])
    assert not [step for step in steps if any(word in step for word in slow)], steps


def prefer_indexes(connection):
    """So few rows PostgreSQL would rather sort; can it do without?"""
    if connection.dialect.name == "postgresql":
        for way in ("seqscan", "bitmapscan", "sort"):
            connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")


@contextmanager
def said_on(connection):
    """The statements that are executed in the block: list."""
    said = []
    execute = type(connection).execute

    def heard(self, question, *more):
        said.append(question)
        return execute(self, question, *more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(connection), "execute", heard)
        yield said


def asked(connection, principals, members):
    viewer = Viewer(frozenset(principals), frozenset(f"user:{one}" for one in principals))
    (found,) = entries._entries(connection, [Box("asked", "", "", members=members)], viewer, None)
    return found


def test_a_page_of_a_box_is_read_in_its_order(boxed):
    box = asked(boxed, ["p", "nobody"], ("box3",))
    walk = box.walk(box_entries.c.place, True)
    with said_on(boxed) as said:
        found = paging.cut(boxed, walk, 0, 25, None, boxed.scalar(box.count))
    assert len(found.keys) == 25
    steps = plan(boxed, said[-1])
    slow = ("TEMP B-TREE", "Sort", "Seq Scan on box_entries", "SCAN box_entries")
    assert not [step for step in steps if any(word in step for word in slow)], steps
    assert [step for step in steps if "box_entries_open" in step], steps


@pytest.mark.parametrize("reverse", [True, False])
@pytest.mark.parametrize(
    "principals, members, count",
    [
        (["p"], ("box3",), 2000),
        (["p", "x"], ("box3", "box4", "box5"), 6000),
        (["g1", "g2"], ("shared",), 300),
        (["x"], ("y",), 0),
    ],
)
def test_walking_a_box_gives_every_record_once(boxed, principals, members, count, reverse):
    box = asked(boxed, principals, members)
    walk = box.walk(box_entries.c.place, reverse)
    assert boxed.scalar(box.count) == count
    walked, after = [], None
    while True:
        found = paging.cut(boxed, walk, 0, 400, after, count)
        walked += found.keys
        after = found.next
        if after is None:
            break
    these = select(box_entries.c.record_id, box_entries.c.place).where(box_entries.c.box.in_(members))
    places = dict(boxed.execute(these).all())
    assert len(set(walked)) == len(walked) == count
    assert walked == sorted(places, key=lambda one: (places[one], one), reverse=reverse)
    if count:
        middle = paging.cut(boxed, walk, count // 2 + 10, 25, None, count).keys
        assert middle == walked[count // 2 + 10 :][:25]


def test_a_box_of_many_seats_is_sorted_when_it_is_asked(boxed, monkeypatch):
    box = asked(boxed, ["p", "g1", "g2"], ("box3", "box4", "shared"))
    whole = box.walk(box_entries.c.deadline_day, False)
    assert len(whole.parts) == 4
    monkeypatch.setattr(entries, "MOST_PARTS", 3)
    sorted_at_once = box.walk(box_entries.c.deadline_day, False)
    assert len(sorted_at_once.parts) == 1
    total = boxed.scalar(box.count)
    for start in (0, 100, total - 20):
        pages = [paging.cut(boxed, walk, start, 25, None, total) for walk in (whole, sorted_at_once)]
        assert pages[0] == pages[1]
        assert len(pages[0].keys) == min(25, total - start)


@pytest.mark.parametrize("column", ["modified", "number_sort"])
def test_a_list_of_a_type_is_read_in_its_order(filled, column):
    """Also right after a migration, when nothing is known yet of how an index of it divides the records."""
    if filled.dialect.name == "sqlite":
        filled.exec_driver_sql("DELETE FROM sqlite_stat1 WHERE idx = 'records_retention_due'")
        filled.exec_driver_sql("ANALYZE sqlite_schema")
    order = records.c[column].desc(), records.c.id.desc()
    question = select(records.c.id).where(*clauses_of({"agency": "skhcn"}), records.c.portal_type == "OutgoingDocument")
    steps = plan(filled, question.order_by(*order).limit(25))
    assert not [step for step in steps if "TEMP B-TREE" in step or step.strip().startswith("Sort")], steps
