"""What a plan has to be like, who is whose heir, what something was called: tables of cases."""

from dataclasses import replace
from datetime import date
import pytest
from qlvb.content.organisation.interfaces import DepartmentInfo
from qlvb.content.organisation.succession import forebears_of
from qlvb.content.organisation.succession import heir_of
from qlvb.content.organisation.succession import name_on
from qlvb.content.reorganisation.interfaces import Change
from qlvb.content.reorganisation.interfaces import Successor
from qlvb.content.reorganisation.reading import change_json
from qlvb.content.reorganisation.reading import read_change
from qlvb.content.reorganisation.rules import Known
from qlvb.content.reorganisation.rules import days_left
from qlvb.content.reorganisation.rules import mistakes
from qlvb.content.violations import Refused


TODAY = date(2026, 12, 1)


def unit(unit_id, title="", closed=None, successors=()):
    return DepartmentInfo(
        unit_id, "s", title or f"Phòng {unit_id}", unit_id.upper(), "", closed_on=closed, successors=successors
    )


KNOWN = Known(
    agencies=frozenset({"s"}),
    title="Sở",
    symbol="S",
    units={one.id: one for one in (unit("a"), unit("b"), unit("c"), unit("old", closed=TODAY, successors=("a",)))},
    posts={"head-a": "a", "one-b": "b"},
    today=TODAY,
)
NEW = Successor("", "Phòng Mới", "M")
GOOD = Change("s", "merge_units", ("a", "b"), (NEW,), (), "45/QĐ", date(2026, 11, 20), date(2026, 12, 5))


def codes(**changes):
    return {(one.field, one.code) for one in mistakes(replace(GOOD, **changes), KNOWN)}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"effective": TODAY},
        {"successors": (Successor("c"),)},
        {"kind": "dissolve_unit", "units": ("a",), "successors": (Successor("b"),)},
        {"kind": "split_unit", "units": ("a",), "successors": (NEW, Successor("b")), "posts": (("head-a", 1),)},
        {"kind": "split_unit", "units": ("a",), "successors": (Successor("a"), NEW)},
        {"kind": "rename_unit", "units": ("a",)},
        {"kind": "rename_unit", "units": ("a",), "successors": (Successor("", "Phòng a", "A2"),)},
        {"kind": "rename_agency", "units": ()},
        {"successors": (Successor("", "Phòng a", "A"),)},  # takes over the name of one that ends
    ],
)
def test_good_plans(changes):
    assert codes(**changes) == set()


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"kind": "marry"}, "kind", "kind_unknown"),
        ({"agency": "t"}, "agency", "agency_unknown"),
        ({"units": ("a",)}, "units", "units_wrong"),
        ({"units": ("a", "a")}, "units", "units_wrong"),
        ({"units": ("a", "z")}, "units", "unit_unknown"),
        ({"units": ("a", "old")}, "units", "unit_closed"),
        ({"successors": ()}, "successors", "successor_missing"),
        ({"successors": (Successor(),)}, "successors", "successor_missing"),
        ({"successors": (Successor("z"),)}, "successors", "unit_unknown"),
        ({"successors": (Successor("old"),)}, "successors", "unit_closed"),
        ({"successors": (Successor("a"),)}, "successors", "successor_circular"),
        ({"successors": (Successor("", "Phòng C", ""),)}, "successors", "title_taken"),
        ({"successors": (Successor("", "x" * 201, ""),)}, "successors", "text_long"),
        (
            {"kind": "dissolve_unit", "units": ("a",), "successors": (Successor("a"),)},
            "successors",
            "successor_circular",
        ),
        ({"kind": "split_unit", "units": ("a",)}, "successors", "successor_missing"),
        ({"kind": "split_unit", "units": ("a",), "successors": (NEW, NEW)}, "successors", "successor_twice"),
        (
            {"kind": "split_unit", "units": ("a",), "successors": (NEW, Successor("b")), "posts": (("one-b", 0),)},
            "posts",
            "post_unknown",
        ),
        (
            {"kind": "split_unit", "units": ("a",), "successors": (NEW, Successor("b")), "posts": (("head-a", 2),)},
            "posts",
            "post_nowhere",
        ),
        (
            {"kind": "rename_unit", "units": ("a",), "successors": (Successor("", "Phòng a", "A"),)},
            "successors",
            "name_same",
        ),
        ({"kind": "rename_unit", "units": ("a",), "successors": (Successor("b"),)}, "successors", "successor_missing"),
        ({"kind": "rename_agency", "units": (), "successors": (Successor("", "Sở", "S"),)}, "successors", "name_same"),
        (
            {"kind": "rename_agency", "units": (), "successors": (Successor("", "Sở Mới", ""),)},
            "successors",
            "successor_missing",
        ),
        ({"decision": ""}, "decision", "decision_missing"),
        ({"decision": "x" * 101}, "decision", "decision_missing"),
        ({"decision_date": None}, "decision_date", "date_missing"),
        ({"effective": None}, "effective", "date_missing"),
        ({"effective": date(2026, 11, 30)}, "effective", "date_past"),
        ({"decision_date": date(2026, 12, 6)}, "decision_date", "decided_later"),
    ],
)
def test_mistakes(changes, field, code):
    assert (field, code) in codes(**changes)


def test_all_mistakes_are_said_at_once():
    assert len(codes(units=("a",), successors=(), decision="", effective=None)) == 4


def test_heirs():
    units = {
        one.id: one
        for one in (
            unit("a", closed=TODAY, successors=("b",)),
            unit("b", closed=TODAY, successors=("c", "d")),
            unit("c"),
            unit("d"),
            unit("x", closed=TODAY, successors=("y",)),
            unit("y", closed=TODAY, successors=("x",)),
            unit("gone", closed=TODAY, successors=("nowhere",)),
        )
    }
    expected = {"a": "c", "b": "c", "c": "c", "d": "d", "unknown": "unknown", "gone": "nowhere"}
    assert {one: heir_of(units, one) for one in expected} == expected
    assert heir_of(units, "x") == "y" and heir_of(units, "y") == "x"
    assert forebears_of(units, "c") == ["a", "b"] and forebears_of(units, "d") == []


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 1, 1), "Một"),
        (date(2026, 5, 31), "Một"),
        (date(2026, 6, 1), "Hai"),
        (date(2026, 12, 1), "Ba"),
        (None, "Ba"),
    ],
)
def test_names(day, name):
    assert name_on("Ba", (("Một", "M", date(2026, 6, 1)), ("Hai", "H", date(2026, 7, 1))), day) == name


def test_the_clock_of_a_code():
    assert [days_left(date(2026, 12, 16), date(2026, 12, day)) for day in (1, 16, 18)] == [15, 0, -2]


def test_what_is_sent_is_read_and_said_again():
    split = replace(GOOD, kind="split_unit", units=("a",), successors=(NEW, Successor("b")), posts=(("head-a", 1),))
    for one in (GOOD, split):
        assert read_change(change_json(one)) == one


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"units": "a"}, "units"),
        ({"units": [1]}, "units"),
        ({"successors": ["a"]}, "successors"),
        ({"successors": [{"name": "a"}]}, "successors"),
        ({"posts": {"p": "1"}}, "posts"),
        ({"posts": {"p": True}}, "posts"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_other_shapes_are_refused(values, field):
    with pytest.raises(Refused) as caught:
        read_change(values)
    assert caught.value.status == 400 and field in {one.field for one in caught.value.violations}


def test_a_day_that_is_none_is_no_day():
    assert read_change({"effective": "2026-02-30", "decision_date": 5}).effective is None
