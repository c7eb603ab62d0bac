"""Rules of reading and lending."""

from datetime import date
import doctest
import pytest
from qlvb.content.readings import rules


TODAY = date(2026, 11, 23)


def test_examples():
    assert doctest.testmod(rules).failed == 0
    assert doctest.testmod(rules).attempted > 0


@pytest.mark.parametrize(
    "kind, begin, due, codes",
    [
        ("screen", TODAY, date(2026, 12, 8), []),
        ("screen", TODAY, date(2026, 12, 9), ["due_long"]),
        ("copy", date(2026, 11, 20), date(2026, 12, 6), ["due_long"]),
        ("screen", TODAY, TODAY, []),
        ("screen", TODAY, date(2026, 11, 22), ["due_past"]),
        ("paper", TODAY, date(2026, 12, 9), []),
        ("paper", TODAY, date(2027, 2, 21), []),
        ("paper", TODAY, date(2027, 2, 22), ["due_long"]),
    ],
)
def test_days_of_return(kind, begin, due, codes):
    assert [one.code for one in rules.due_violations(kind, begin, due, TODAY)] == codes


@pytest.mark.parametrize(
    "kind, state, due, is_open",
    [
        ("screen", "lent", TODAY, True),
        ("copy", "lent", date(2026, 11, 22), False),
        ("screen", "returned", TODAY, False),
        ("screen", "requested", None, False),
        ("paper", "lent", TODAY, False),
    ],
)
def test_copies_are_open_while_they_are_lent(kind, state, due, is_open):
    assert rules.is_open_to_read(kind, state, due, TODAY) is is_open


@pytest.mark.parametrize(
    "ended, gone", [(date(2026, 11, 18), True), (date(2026, 11, 19), False), (None, False), (TODAY, False)]
)
def test_copies_are_deleted_five_days_after_their_end(ended, gone):
    assert rules.is_to_delete(ended, TODAY) is gone


def test_an_outsider_is_written_down():
    assert {one.field for one in rules.reader_violations({})} == {"reader_name", "reader_paper"}
    assert rules.reader_violations({"reader_name": "Trần Văn Bình", "reader_paper": "GT 12/2026"}) == []
