"""Storing, removing and finding records in the full-text index of SQLite."""

from datetime import date
import pytest
from qlvb.content.index import tables
from qlvb.content.index.asked import read
from qlvb.content.index import fulltext
from qlvb.content.index.fulltext import searching
from qlvb.content.index.fulltext.base import documents
from sqlalchemy import create_engine
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy import update


DAY = date(2026, 3, 15).toordinal()


@pytest.fixture
def connection():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        tables.metadata.create_all(connection)
        fulltext.create(connection)
        yield connection


def add(connection, number, subject, acl=1, day=DAY, **texts):
    record = {"id": number, "uid": f"u{number}", "acl": acl, "issue_day": day, "facts": {}}
    connection.execute(insert(tables.records), record)
    fulltext.store(connection, number, {"subject": subject, "scope": "skhcn", **texts})


def found(connection, text, **options):
    return fulltext.search(connection, read(text), **options)


def test_a_stored_record_is_found_by_each_of_its_fields(connection):
    add(
        connection,
        1,
        "Kế hoạch thủy lợi",
        reference="123/UBND-VX",
        people="Trần Thị Mơ",
        fields="hỏa tốc",
        content="đê điều",
    )
    add(connection, 2, "Báo cáo tháng")
    for text in (
        "thuỷ lợi",
        "ke hoach",
        "123/UBND-VX",
        "123 ubnd vx",
        "123ubndvx",
        "tran thi mo",
        "hoả tốc",
        "de dieu",
    ):
        assert found(connection, text).ids == (1,), text
    assert found(connection, "15/3/2026").ids == (2, 1)
    assert found(connection, "cháy").ids == ()
    assert found(connection, "").ids == ()


def test_columns_not_given_stay(connection):
    add(connection, 1, "Kế hoạch", content="đê điều")
    fulltext.store(connection, 1, {"subject": "Báo cáo"})
    assert found(connection, "báo cáo đê điều").ids == (1,)
    assert found(connection, "kế hoạch").ids == ()
    assert connection.scalar(select(tables.record_texts.c.content)) == "đê điều"


def test_many_at_once_say_the_same_as_one_by_one(connection):
    add(connection, 1, "Kế hoạch", content="đê điều")
    add(connection, 2, "Báo cáo")
    insert_record = {"id": 3, "uid": "u3", "acl": 1, "issue_day": DAY, "facts": {}}
    connection.execute(insert(tables.records), insert_record)
    texts = {1: {"subject": "Thông báo"}, 2: {}, 3: {"subject": "Quyết định", "scope": "skhcn"}}
    fulltext.store_many(connection, texts)
    for text, ids in (("thông báo đê điều", (1,)), ("kế hoạch", ()), ("báo cáo", (2,)), ("quyết định", (3,))):
        assert found(connection, text).ids == ids, text
    assert fulltext.is_sound(connection)
    fulltext.store_many(connection, texts)
    fulltext.remove(connection, [1, 2, 3])
    for text in ("thông báo", "báo cáo", "quyết định"):
        assert found(connection, text).ids == ()


def test_a_record_that_the_search_lacks_is_noticed(connection):
    add(connection, 1, "Kế hoạch")
    connection.execute(delete(documents))
    assert not fulltext.is_sound(connection)
    fulltext.rebuild(connection)
    assert fulltext.is_sound(connection)


def test_a_changed_day_is_found_and_the_old_one_is_not(connection):
    add(connection, 1, "Kế hoạch")
    connection.execute(update(tables.records).values(issue_day=DAY + 40))
    fulltext.store(connection, 1, {})
    assert found(connection, "ngày 15 tháng 3 năm 2026").ids == ()
    assert found(connection, "24/4/2026").ids == (1,)


def test_a_removed_record_is_gone_and_its_id_may_be_used_again(connection):
    add(connection, 1, "Kế hoạch")
    fulltext.remove(connection, [1])
    connection.execute(delete(tables.records))
    assert found(connection, "kế hoạch").total == 0
    add(connection, 1, "Báo cáo")
    assert found(connection, "kế hoạch").ids == ()
    assert found(connection, "báo cáo").ids == (1,)


def test_rebuilding_finds_the_same(connection):
    for number in range(1, 30):
        add(connection, number, f"Kế hoạch số {number} về thủy lợi", day=DAY - number)
    before = found(connection, "kế hoạch thủy lợi", size=100)
    done = []
    fulltext.rebuild(connection, done.append)
    assert found(connection, "kế hoạch thủy lợi", size=100) == before
    assert done[-1] == before.total == 29
    assert fulltext.is_current(connection)


def test_rights_and_filters_narrow_pages_and_totals(connection):
    connection.execute(insert(tables.acl_principals), [{"principal": "user:a", "agency": "skhcn", "acl": 7}])
    for number in range(1, 20):
        add(connection, number, f"Kế hoạch số {number}", acl=7 if number % 2 else 8)
    mine = found(connection, "kế hoạch", principals=["user:a"], size=100)
    assert mine.total == 10
    assert all(number % 2 for number in mine.ids)
    assert found(connection, "kế hoạch", principals=["user:b"]).total == 0
    assert found(connection, "kế hoạch", where=[tables.records.c.id > 15]).total == 4
    assert found(connection, "kế hoạch", scopes=["khac"]).total == 0
    assert found(connection, "kế hoạch", scopes=["khac", "skhcn"]).total == 19
    assert found(connection, "kế hoạch", scopes=[]).total == 0


def test_an_order_given_is_kept(connection):
    for number, subject in enumerate(["Kế hoạch b", "Kế hoạch a", "Kế hoạch c"], 1):
        add(connection, number, subject)
    connection.execute(update(tables.records).values(number_sort=-tables.records.c.id))
    assert found(connection, "kế hoạch", order=tables.records.c.number_sort).ids == (3, 2, 1)


def test_the_clause_for_facets_has_the_hits_of_the_search(connection):
    for number in range(1, 8):
        add(connection, number, "Kế hoạch" if number % 2 else "Báo cáo")
    clause = fulltext.among(connection, read("kế hoạch"), where=[tables.records.c.id > 1])
    assert set(connection.scalars(select(tables.records.c.id).where(clause))) == {3, 5, 7}
    clause = fulltext.among(connection, read("thủy lợi"))
    assert not connection.scalars(select(tables.records.c.id).where(clause)).all()


def test_a_phrase_of_three_words_stands_in_order(connection):
    add(connection, 1, "Về kế hoạch năm 2026")
    add(connection, 2, "Kế hoạch của tỉnh, quy hoạch năm 2026")
    add(connection, 3, "Báo cáo", content="thực hiện KẾ\nHOẠCH — năm sau")
    add(connection, 4, "Kế hoạch của tỉnh", people="hoạch năm")
    assert set(found(connection, '"kế hoạch năm"').ids) == {1, 3}
    assert set(found(connection, "kế hoạch năm").ids) == {1, 2, 3, 4}
    result = found(connection, '"ke hoach nam"', size=1)
    assert (result.total, result.total_is_exact, len(result.ids)) == (2, True, 1)
    assert found(connection, '"kế hoạch năm" -báo').ids == (1,)
    # What is among the hits is what is counted.
    named = select(tables.records.c.id).where(fulltext.among(connection, read('"kế hoạch năm"')))
    assert set(connection.scalars(named)) == {1, 3}


@pytest.mark.parametrize(
    "typed, text, stands",
    [
        ("lí do khác", "Lý do khác", True),
        ("kỹ thuật số", "kĩ thuật số", True),
        ("ky thuat 5", "kỹ thuật 05", True),
        ("ky thuat 5", "kỹ thuật 50", False),
        ("thuỷ lợi đê", "thủy lợi - đê", True),
        ("thủy lợi đê", "thủy lợi điều đê", False),
        ("hoà bình xanh", "Hòa bình XANH", True),
    ],
)
def test_phrases_however_they_are_written(connection, typed, text, stands):
    add(connection, 1, text)
    assert found(connection, f'"{typed}"').ids == ((1,) if stands else ())


def test_what_was_meant_is_counted_to_the_end(connection):
    add(connection, 1, "Thủy lợi nội đồng")
    for number in range(2, 82):
        add(connection, number, f"Thủy lợi nội địa {number}")
    # One record says it as it was typed, eighty others begin so.
    result = found(connection, "thuy loi noi d", size=25)
    assert (result.total, result.total_is_exact) == (81, True)
    pages = [found(connection, "thuy loi noi d", start=start, size=25).ids for start in (0, 25, 50, 75)]
    assert [len(page) for page in pages] == [25, 25, 25, 6]
    assert len({number for page in pages for number in page}) == 81


def test_a_number_that_many_have_is_counted_to_the_end(connection):
    for number in range(1, 71):
        add(connection, number, "Công văn", reference=f"45/{number}-AB")
    result = found(connection, "45/")
    assert result.total == 70
    assert len(found(connection, "45/", start=50, size=25).ids) == 20


def test_what_stands_together_in_an_old_file_comes_first(connection):
    """However many newer records have some of its words together."""
    add(connection, 1, "Công văn", day=DAY - 100, content="Căn cứ kế hoạch kiểm tra đã duyệt")
    for number in range(2, 10):
        add(connection, number, "Công văn", content="kiểm soát, tra cứu; hoạch toán, kế toán")
    for number in range(10, 40):
        add(connection, number, "Công văn", content="kế hoạch của năm; kiểm tra của tháng")
    assert found(connection, "ke hoach kiem tra").ids[0] == 1


def test_the_rest_of_many_hits_follows_by_day(connection, monkeypatch):
    monkeypatch.setattr(searching, "MOST_RANKED", 5)
    monkeypatch.setattr(searching, "MOST_COUNTED", 30)
    for number in range(1, 41):
        add(connection, number, "Kế hoạch" if number == 3 else "Công văn", day=DAY + number, content="kế hoạch")
    pages = [found(connection, "ke hoach", start=start, size=10) for start in (0, 10, 20, 30)]
    assert {(page.total, page.total_is_exact) for page in pages} == {(30, False)}
    ids = [one for page in pages for one in page.ids]
    # What ranks best need not be among the newest that are counted.
    assert ids[0] == 3 and len(ids) == len(set(ids)) == 30
    assert ids[1:] == sorted(ids[1:], reverse=True)
