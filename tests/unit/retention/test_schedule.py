"""The schedule shipped as starting data."""

from qlvb.content.retention.schedule import row
from qlvb.content.retention.schedule import schedule
from qlvb.content.retention.schedule import search
from qlvb.content.retention.vocabularies import RetentionKinds
from qlvb.content.retention.vocabularies import RetentionSchedule


def test_every_row_is_there_once():
    rows = schedule()
    assert len(rows) == 296
    assert len({item.token for item in rows}) == len(rows)
    assert sum(1 for item in rows if item.in_force) == 22


def test_rows_in_force_come_first():
    assert [item.in_force for item in schedule()] == sorted((item.in_force for item in schedule()), reverse=True)


def test_search_needs_no_accents_and_every_word():
    with_accents, without = search("quy hoạch cán bộ"), search("quy hoach can bo")
    assert with_accents == without
    assert without[0].period.years == 5
    assert "quy hoạch cán bộ" in without[0].name
    assert search("quy hoạch không có trong bảng") == []
    assert len(search("", limit=7)) == 7


def test_row_by_token():
    found = row("N1")
    assert (found.period.years, found.basis) == (5, "TT 10/2022/TT-BNV, N1")
    assert row("khong-co") is None


def test_vocabularies_have_ascii_tokens():
    terms = list(RetentionSchedule()(None))
    assert len(terms) == 296
    assert all(term.token.isascii() for term in terms)
    assert [term.value for term in RetentionSchedule()(None, query="phieu tin nhiem")] == ["N2"]
    assert [term.value for term in RetentionKinds()(None)] == [
        "years",
        "permanent",
        "years_after_event",
        "until_superseded",
        "life_of_works",
        "life_of_equipment",
    ]
