"""In which boxes a document sits, by state and lines."""

import pytest
from qlvb.workflows.incoming.boxes import agency_pairs
from qlvb.workflows.incoming.boxes import line_pairs
from qlvb.workflows.incoming.handling import Handling
from types import SimpleNamespace


def handling(**values):
    made = Handling()
    for name, value in values.items():
        setattr(made, name, value)
    return made


def line(role, state, recipient="yen", assigned_by="long"):
    return SimpleNamespace(role=role, state=state, recipient=recipient, assigned_by=assigned_by)


@pytest.mark.parametrize(
    "state,known,expected",
    [
        ("waiting", {}, {("waiting", "clerk")}),
        ("registered", {}, {("to_distribute", "clerk"), ("unfinished", "clerk"), ("unfinished", "leaders")}),
        (
            "registered",
            {"returned_reason": "x"},
            {("to_distribute", "clerk"), ("returned", "clerk"), ("unfinished", "clerk"), ("unfinished", "leaders")},
        ),
        ("to_direct", {"leader": "long"}, {("to_direct", "long"), ("unfinished", "clerk"), ("unfinished", "leaders")}),
        ("in_progress", {}, {("unfinished", "clerk"), ("unfinished", "leaders")}),
        ("finished", {}, set()),
        ("returned", {}, {("refused", "clerk")}),
    ],
)
def test_boxes_of_the_agency(state, known, expected):
    found = set(agency_pairs(state, handling(**known), "clerk", "leaders"))
    assert found == {(f"incoming.{box}", principal) for box, principal in expected}


@pytest.mark.parametrize(
    "state,known,lines,expected",
    [
        ("in_progress", {}, [line("lead", "new")], {("unread", "yen")}),
        ("in_progress", {}, [line("coordinate", "in_progress")], {("in_progress", "yen")}),
        ("in_progress", {}, [line("lead", "forwarded")], {("forwarded", "yen")}),
        ("finished", {}, [line("lead", "finished")], {("done", "yen")}),
        ("in_progress", {}, [line("information", "new")], {("information", "yen")}),
        ("in_progress", {}, [line("information", "finished")], {("information_read", "yen")}),
        ("in_progress", {}, [line("lead", "returned")], {("returned", "long")}),
        ("finished", {}, [line("lead", "returned")], set()),
        ("in_progress", {}, [line("lead", "withdrawn")], set()),
        ("in_progress", {"directed_by": "long"}, [line("lead", "new")], {("unread", "yen"), ("forwarded", "long")}),
        ("finished", {"directed_by": "long"}, [line("lead", "finished")], {("done", "yen"), ("done", "long")}),
        ("to_direct", {"directed_by": "long"}, [], set()),
    ],
)
def test_boxes_of_people(state, known, lines, expected):
    found = set(line_pairs(state, handling(**known), lines))
    assert found == {(f"incoming.{box}", principal) for box, principal in expected}
