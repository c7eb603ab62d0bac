"""Pages by cursor and by position: every row once, in the order asked for, whatever happens between two pages."""

from base64 import urlsafe_b64encode
from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
import json
import pytest
from qlvb.content.index import paging
from qlvb.content.index.filters import SORTS
from qlvb.content.index.paging import Walk
from qlvb.content.index.paging import cut
from qlvb.content.index.tables import metadata
from qlvb.content.index.tables import records
from qlvb.content.violations import Refused
from sqlalchemy import create_engine
from sqlalchemy import delete
from sqlalchemy import insert


#: Few values, so that many rows have the same; texts that databases and Python might order differently.
NUMBERS = st.integers(-2, 2)
MOMENTS = st.sampled_from([0.0, 1.5, 1.5000001, 1789000000.123456])
TEXTS = st.sampled_from(["", "a", "a b", "ab", "A", "đ", "z", "12 quyet dinh", "9"])
VALUES = {int: NUMBERS, float: MOMENTS, str: TEXTS}
AGENCIES = ("skhcn", "snv", "ubnd")


@st.composite
def lists(draw):
    """(name of a sort, rows): a row is (id, agency, sort value)."""
    sort = draw(st.sampled_from(sorted(SORTS)))
    values = VALUES[SORTS[sort].type.python_type]
    found = draw(st.lists(st.tuples(st.sampled_from(AGENCIES), values), max_size=25))
    return sort, [(number, agency, value) for number, (agency, value) in enumerate(found, 1)]


@pytest.fixture(scope="module")
def connection():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        metadata.create_all(connection, tables=[records])
        yield connection
    engine.dispose()


def fill(connection, sort, rows):
    connection.execute(delete(records))
    if rows:
        names = ("id", "agency", SORTS[sort].name)
        connection.execute(
            insert(records), [{**dict(zip(names, row, strict=True)), "uid": str(row[0]), "facts": {}} for row in rows]
        )


def walk_of(sort, reverse, in_parts=False):
    parts = tuple((records.c.agency == agency,) for agency in AGENCIES) if in_parts else ((),)
    return Walk([records.c.year == 0], SORTS[sort], records.c.id, reverse, parts)


def expected(rows, reverse):
    """Ids in order: bytes of UTF-8 are what both databases go by."""
    return [
        number
        for number, _agency, _value in sorted(
            rows, key=lambda row: (row[2].encode() if isinstance(row[2], str) else row[2], row[0]), reverse=reverse
        )
    ]


CASES = given(lists(), st.booleans(), st.integers(1, 7), st.booleans())


@pytest.mark.parametrize("far", [0, 1000])
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@CASES
def test_cursors_and_positions_give_every_row_once(connection, monkeypatch, far, case, reverse, size, in_parts):
    """Whether parts are merged as they are, or cut before."""
    monkeypatch.setattr(paging, "_FAR", far)
    sort, rows = case
    fill(connection, sort, rows)
    walk = walk_of(sort, reverse, in_parts)
    wanted = expected(rows, reverse)
    by_position = [cut(connection, walk, start, size, None, len(rows)) for start in range(0, len(rows), size)]
    assert [key for page in by_position for key in page.keys] == wanted
    page = cut(connection, walk, 0, size, None, len(rows))
    assert page.previous is None
    forward = [page]
    while forward[-1].next:
        forward.append(cut(connection, walk, 0, size, forward[-1].next, len(rows)))
    assert forward == (by_position or [page])
    back = [forward[-1]]
    while back[-1].previous:
        back.append(cut(connection, walk, 0, size, back[-1].previous, len(rows)))
    assert [found.keys for found in back[::-1]] == [found.keys for found in forward]


@settings(max_examples=300, deadline=None)
@given(lists(), st.booleans(), st.integers(1, 5), st.data())
def test_rows_that_go_between_two_pages_take_no_other_along(connection, case, reverse, size, data):
    sort, rows = case
    fill(connection, sort, rows)
    walk = walk_of(sort, reverse)
    there = len(rows)
    gone = set()
    seen = []
    page = cut(connection, walk, 0, size, None, there)
    while True:
        seen.extend(page.keys)
        if not page.next:
            break
        left = sorted({row[0] for row in rows} - gone)
        some = data.draw(st.sets(st.sampled_from(left), max_size=3)) if left else set()
        connection.execute(delete(records).where(records.c.id.in_(some)))
        gone |= some
        page = cut(connection, walk, 0, size, page.next, there - len(gone))
    assert len(seen) == len(set(seen))
    assert [key for key in expected(rows, reverse) if key not in gone or key in seen] == seen


@pytest.mark.parametrize("reverse", [False, True])
def test_a_page_whose_followers_are_gone_is_empty(connection, reverse):
    fill(connection, "number", [(number, "snv", number) for number in range(1, 5)])
    walk = walk_of("number", reverse)
    first = cut(connection, walk, 0, 2, None, 4)
    connection.execute(delete(records).where(records.c.id.not_in(first.keys)))
    page = cut(connection, walk, 2, 2, first.next, 2)
    assert (page.keys, page.next, page.previous) == ([], None, None)
    assert cut(connection, walk, 2, 2, None, 2).keys == []


def written(*said):
    return urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "cursor",
    [
        "x",
        "é",
        "AAAA",
        "=" * 5,
        ["a", "b"],
        "A" * 100000,
        written(),
        written("records.number_sort", False, 1),
        written("records.number_sort", False, "1", 1),
        written("records.number_sort", False, 1.5, 1),
        written("records.number_sort", False, True, 1),
        written("records.number_sort", False, 2**70, 1),
        written("records.number_sort", False, 1, None),
        written("-records.number_sort", False, 1, 1),
        written("records.modified", False, 1, 1),
        written("[" * 500, False, 1, 1),
    ],
)
def test_other_cursors_are_refused(connection, cursor):
    with pytest.raises(Refused) as refused:
        cut(connection, walk_of("number", False), 0, 5, cursor, 10)
    assert (refused.value.status, refused.value.violations[0].field) == (400, "after")


@pytest.mark.parametrize(("sort", "value"), [("subject", "a\0b"), ("subject", "\ud800"), ("changed", float("nan"))])
def test_values_that_no_database_takes_are_refused(connection, sort, value):
    with pytest.raises(Refused):
        cut(connection, walk_of(sort, False), 0, 5, written(walk_of(sort, False).name, False, value, 1), 10)
