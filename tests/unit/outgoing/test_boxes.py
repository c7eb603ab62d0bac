"""Whose turn it is and who looks on, by state: pure functions."""

import pytest
from qlvb.workflows.outgoing.boxes import at_work
from qlvb.workflows.outgoing.boxes import given_back
from qlvb.workflows.outgoing.boxes import in_sight
from types import SimpleNamespace


@pytest.mark.parametrize(
    "state, sealed, expected",
    [
        ("draft", False, [("outgoing.drafts", "d")]),
        ("returned", False, [("outgoing.returned", "h")]),
        ("in_review", False, [("outgoing.to_review", "h")]),
        ("appraisal", False, [("outgoing.to_review", "h"), ("outgoing.to_appraise", "h")]),
        ("to_sign", False, [("outgoing.to_review", "h"), ("outgoing.to_sign", "h")]),
        ("to_issue", False, [("outgoing.to_number", "c")]),
        ("numbered", False, [("outgoing.to_seal", "c")]),
        ("numbered", True, [("outgoing.to_send", "c")]),
        ("issued", True, []),
        ("cancelled", False, []),
    ],
)
def test_at_work(state, sealed, expected):
    assert at_work(state, "d", "h", "c", sealed) == expected


@pytest.mark.parametrize(
    "state, expected",
    [
        ("draft", []),
        ("in_review", [("outgoing.with_other_leader", "a")]),
        ("to_sign", [("outgoing.with_other_leader", "a")]),
        ("returned", [("outgoing.to_rework", "a")]),
        ("to_issue", [("outgoing.at_clerk", "a")]),
        ("issued", []),
    ],
)
def test_leaders_see_where_it_went_but_not_twice(state, expected):
    assert in_sight(state, ["a", "h"], "h") == expected


@pytest.mark.parametrize(
    "state, outcome, expected",
    [
        ("returned", "refused", [("outgoing.number_refused", "c")]),
        ("returned", "returned", []),
        ("returned", None, []),
        ("to_sign", "refused", []),
        ("in_review", "resubmitted", []),
    ],
)
def test_clerks_see_what_they_refused_until_it_comes_again(state, outcome, expected):
    closed = SimpleNamespace(outcome=outcome) if outcome else None
    assert given_back(state, closed, "c") == expected
