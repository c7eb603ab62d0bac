"""In which boxes a document sits, by state and lines."""

import pytest
from qlvb.workflows.incoming.boxes import agency_pairs
from qlvb.workflows.incoming.boxes import line_pairs
from qlvb.workflows.incoming.boxes import open_pairs
from qlvb.workflows.incoming.handling import Handling
from types import SimpleNamespace


def decider(line):
    return "snv.leader" if line.assigned_by == "gone" else line.assigned_by


def handling(**values):
    made = Handling()
    for name, value in values.items():
        setattr(made, name, value)
    return made


def line(role, state, recipient="yen", assigned_by="long", assigned_at=1, closed_at=2, assigned_for="", department=""):
    return SimpleNamespace(
        department=department,
        role=role,
        state=state,
        recipient=recipient,
        assigned_by=assigned_by,
        assigned_for=assigned_for,
        assigned_at=assigned_at,
        closed_at=closed_at,
    )


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
        # given to somebody else since: one matter, one place
        ("in_progress", {}, [line("lead", "returned"), line("lead", "new", "lan", assigned_at=3)], {("unread", "lan")}),
        (
            "in_progress",
            {},
            [line("lead", "returned"), line("information", "new", "lan", assigned_at=3)],
            {("returned", "long"), ("information", "lan")},
        ),
        ("in_progress", {}, [line("lead", "to_extend")], {("in_progress", "yen"), ("to_extend", "long")}),
        ("in_progress", {}, [line("lead", "to_confirm")], {("forwarded", "yen"), ("to_confirm", "long")}),
        (
            "in_progress",
            {},
            [line("lead", "to_confirm", assigned_by="gone")],
            {("forwarded", "yen"), ("to_confirm", "snv.leader")},
        ),
        (
            "in_progress",
            {},
            [line("lead", "to_extend", assigned_for="ha")],
            {("in_progress", "yen"), ("to_extend", "long"), ("to_extend", "ha")},
        ),
        ("in_progress", {}, [line("lead", "withdrawn")], set()),
        ("in_progress", {"directed_by": "long"}, [line("lead", "new")], {("unread", "yen"), ("forwarded", "long")}),
        ("finished", {"directed_by": "long"}, [line("lead", "finished")], {("done", "yen"), ("done", "long")}),
        ("to_direct", {"directed_by": "long"}, [], set()),
    ],
)
def test_boxes_of_people(state, known, lines, expected):
    found = set(line_pairs(state, handling(**known), lines, decider))
    assert found == {(f"incoming.{box}", principal) for box, principal in expected}


@pytest.mark.parametrize(
    "role,state,department,expected",
    [
        ("lead", "new", "", {("lead", "yen")}),
        ("lead", "to_extend", "", {("lead", "yen")}),
        ("coordinate", "in_progress", "ccvc", {("coordinated", "yen"), ("unit", "snv.ccvc.unit_leader")}),
        ("lead", "forwarded", "ccvc", {("unit", "snv.ccvc.unit_leader")}),
        ("lead", "finished", "ccvc", set()),
        ("information", "new", "ccvc", set()),
    ],
)
def test_boxes_of_open_work_by_role_and_department(role, state, department, expected):
    found = set(open_pairs([line(role, state, department=department)], "snv"))
    assert found == {(f"incoming.{box}", principal) for box, principal in expected}
