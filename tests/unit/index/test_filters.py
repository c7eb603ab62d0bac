"""From what people ask to clauses of SQL."""

from datetime import date
import pytest
from qlvb.content.index.filters import check_batch
from qlvb.content.index.filters import clauses_of
from qlvb.content.index.filters import sort_of
from qlvb.content.index.tables import records
from qlvb.content.violations import Refused


def said(clauses):
    return " AND ".join(str(clause.compile(compile_kwargs={"literal_binds": True})) for clause in clauses)


def test_days_become_spans():
    clauses = clauses_of({"issue_from": "2026-01-05", "issue_to": date(2026, 1, 7)})
    first = date(2026, 1, 5).toordinal()
    assert f"records.issue_day >= {first}" in said(clauses)
    assert f"records.issue_day <= {first + 2}" in said(clauses)


def test_a_day_that_is_not_known_is_not_before_another():
    assert "records.arrival_day > 0" in said(clauses_of({"arrival_to": "2026-02-01"}))


def test_empty_values_are_no_filter():
    assert clauses_of({"text": "", "urgency": [], "year": None}) == []


def test_a_folder_holds_what_lies_below_it():
    assert said(clauses_of({"folder": "/skhcn/incoming/2026"})) == (
        "records.path >= '/skhcn/incoming/2026/' AND records.path < '/skhcn/incoming/20260'"
    )


def test_a_reference_is_found_however_it_is_separated():
    assert said(clauses_of({"reference": "12/QĐ-UB"})) == said(clauses_of({"reference": "12 qd ub"}))


def test_every_wrong_filter_is_named():
    with pytest.raises(Refused) as caught:
        clauses_of({"urgency": ["urgent", "soon"], "year": "26", "issue_from": "5/1/2026", "colour": "red"})
    assert caught.value.status == 400
    assert sorted((v.field, v.code) for v in caught.value.violations) == [
        ("colour", "unknown_filter"),
        ("issue_from", "invalid_filter"),
        ("urgency", "invalid_filter"),
        ("year", "invalid_filter"),
    ]


@pytest.mark.parametrize("value", ["a\0b", ["x"] * 101, ["a\0"]])
def test_values_that_no_database_takes(value):
    with pytest.raises(Refused):
        clauses_of({"state": value})


def test_sort():
    default = (records.c.priority, False)
    assert sort_of(None, default) is default
    assert sort_of("-issue_date", None) == (records.c.issue_day, True)
    for unknown in ("portal_type", "--issue_date", ["issue_date"]):
        with pytest.raises(Refused):
            sort_of(unknown, None)


@pytest.mark.parametrize("start, size", [(-1, 25), (0, 0), (0, 201), ("0", 25)])
def test_impossible_batches(start, size):
    with pytest.raises(Refused):
        check_batch(start, size)
