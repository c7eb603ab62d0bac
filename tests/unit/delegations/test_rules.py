"""What makes a delegation lawful, as tables."""

from datetime import date
import pytest
from qlvb.content.delegations.rules import Scope
from qlvb.content.delegations.rules import leads_back
from qlvb.content.delegations.rules import overlaps
from qlvb.content.delegations.rules import period_violations
from qlvb.content.delegations.rules import standing_violations
from qlvb.content.organisation.capacity import delegated_capacities
from qlvb.content.organisation.interfaces import AgencyInfo
from qlvb.content.organisation.interfaces import PostInfo


TODAY = date(2026, 11, 22)


def scope(giver="a", receiver="b", first=1, last=10, mode="review", uid="", **more):
    days = {"valid_from": date(2026, 12, first), "valid_to": date(2026, 12, last)}
    return Scope(uid=uid or f"{giver}{receiver}{first}", giver=giver, receiver=receiver, agency="x", mode=mode, **days, **more)


@pytest.mark.parametrize(
    "first, last, code",
    [
        (date(2026, 11, 22), date(2026, 11, 22), None),
        (date(2026, 11, 22), date(2027, 11, 22), None),
        (date(2026, 11, 21), date(2026, 12, 1), "period_past"),
        (date(2026, 12, 1), date(2026, 11, 30), "period_reversed"),
        (date(2026, 11, 22), date(2027, 11, 23), "period_long"),
        (None, date(2026, 12, 1), "period_missing"),
        (date(2026, 12, 1), None, "period_missing"),
    ],
)
def test_periods(first, last, code):
    assert [violation.code for violation in period_violations(first, last, TODAY)] == ([code] if code else [])


@pytest.mark.parametrize(
    "other, expected",
    [
        (scope(first=10, last=12), True),
        (scope(first=11, last=12), False),
        (scope(directions=("incoming",)), False),
        (scope(directions=("outgoing", "incoming")), True),
        (scope(document_types=("decision",)), True),
        (scope(document_types=("plan",)), False),
    ],
)
def test_overlaps(other, expected):
    assert overlaps(scope(directions=("outgoing",), document_types=("decision",)), other) is expected


def test_two_cannot_be_handed_the_same_tasks():
    one = scope(directions=("outgoing",), tasks=True)
    assert overlaps(one, scope(directions=("incoming",), tasks=True))
    assert not overlaps(one, scope(directions=("incoming",)))


@pytest.mark.parametrize(
    "more, agencies, secret, covered",
    [
        ({"tasks": True}, {"x"}, False, True),
        ({"tasks": True}, {"y", "x"}, False, True),
        ({"tasks": True, "document_types": ("plan",), "directions": ("incoming",)}, {"x"}, False, True),
        ({}, {"x"}, False, False),
        ({"tasks": True}, {"y"}, False, False),
        ({"tasks": True}, {"x"}, True, False),
    ],
)
def test_tasks_are_covered_when_it_says_so(more, agencies, secret, covered):
    assert scope(**more).covers_task(agencies, secret) is covered


@pytest.mark.parametrize(
    "others, chain",
    [
        ([], []),
        ([scope("b", "a")], ["a"]),
        ([scope("b", "a", 11, 20)], []),
        ([scope("b", "c"), scope("c", "a")], ["c", "a"]),
        ([scope("b", "c", 1, 4), scope("c", "a", 5, 10)], []),
        ([scope("b", "c"), scope("c", "b")], []),
    ],
)
def test_circles(others, chain):
    assert [found.receiver for found in leads_back(scope(), others)] == (["b", *chain] if chain else [])


def codes(new, *others):
    return [violation.code for violation in standing_violations(new, others, str)]


def test_two_people_for_the_same_work():
    assert codes(scope(), scope(receiver="c")) == ["overlapping"]
    assert codes(scope(), scope(receiver="c", first=11, last=12)) == []


def test_assistants_stand_beside_deputies():
    assert codes(scope(mode="assist"), scope(receiver="c")) == []
    assert codes(scope(mode="assist"), scope(mode="assist")) == ["overlapping"]
    assert codes(scope(mode="assist"), scope("b", "a")) == []


def test_secret_documents_are_never_covered():
    assert scope().covers("x", "outgoing", "plan", secret=False)
    assert not scope().covers("x", "outgoing", "plan", secret=True)
    assert not scope().covers("y", "outgoing", "plan", secret=False)


AGENCY = AgencyInfo("x", "", "", "", "", "", 2, False, "SỞ", "Giám đốc", "", "", "")


def post(capacity, department=""):
    return PostInfo("p", "x", department, "", (), capacity, "", None, None, 0)


@pytest.mark.parametrize(
    "giver, receiver, expected",
    [
        ("direct", "deputy", ("deputy",)),
        ("deputy", "deputy", ("deputy",)),
        ("deputy", "direct", ("direct",)),
        ("direct", "by_order", ("by_order", "by_authorisation")),
        ("acting", "by_authorisation", ("by_authorisation", "by_order")),
        ("deputy", "by_order", ()),
        ("by_order", "by_order", ()),
        ("by_order", "by_authorisation", ()),
        ("direct", "none", ()),
        ("none", "deputy", ()),
    ],
)
def test_who_may_sign_for_whom(giver, receiver, expected):
    assert delegated_capacities(AGENCY, post(giver), post(receiver)) == expected


def test_the_deputy_of_a_unit_signs_under_its_head():
    assert delegated_capacities(AGENCY, post("by_order", "vp"), post("by_order", "vp")) == ("by_order",)
    assert delegated_capacities(AGENCY, post("by_order", "vp"), post("by_order", "cntt")) == ()
