"""From what people ask to the words of the catalogue."""

from datetime import date
import pytest
from qlvb.content.index.filters import catalogue_query
from qlvb.content.index.filters import catalogue_sort
from qlvb.content.index.filters import check_batch
from qlvb.content.index.filters import words_of
from qlvb.content.violations import Refused


@pytest.mark.parametrize(
    "text, words",
    [
        ("Quyết định", "quyet AND dinh*"),
        ("QUYẾT ĐỊNH 12", "quyet AND dinh AND 12"),
        ("05/QĐ-SKHCN", "05 AND qd AND skhcn*"),
        ('"đô thị" OR (*', "do AND thi AND or*"),
        ("  ", ""),
        ("***", ""),
        ("a", "a"),
        ("x" * 500, "x" * 200 + "*"),
    ],
)
def test_words(text, words):
    assert words_of(text) == words


def test_days_become_spans():
    query = catalogue_query({"issue_from": "2026-01-05", "issue_to": date(2026, 1, 7), "arrival_to": "2026-02-01"})
    first = date(2026, 1, 5).toordinal()
    assert query["issue_day"] == {"query": (first, first + 2), "range": "min:max"}
    assert query["arrival_day"] == {"query": (1, date(2026, 2, 1).toordinal()), "range": "min:max"}


def test_empty_values_are_no_filter():
    assert catalogue_query({"text": "", "urgency": [], "year": None}) == {}


def test_every_wrong_filter_is_named():
    with pytest.raises(Refused) as caught:
        catalogue_query({"urgency": ["urgent", "soon"], "year": "26", "issue_from": "5/1/2026", "colour": "red"})
    assert caught.value.status == 400
    assert sorted((v.field, v.code) for v in caught.value.violations) == [
        ("colour", "unknown_filter"),
        ("issue_from", "invalid_filter"),
        ("urgency", "invalid_filter"),
        ("year", "invalid_filter"),
    ]


def test_sort():
    assert catalogue_sort(None, ("priority", False)) == ("priority", False)
    assert catalogue_sort("-issue_date", None) == ("issue_day", True)
    with pytest.raises(Refused):
        catalogue_sort("portal_type", None)


@pytest.mark.parametrize("start, size", [(-1, 25), (0, 0), (0, 201), ("0", 25)])
def test_impossible_batches(start, size):
    with pytest.raises(Refused):
        check_batch(start, size)
