"""Chains by a table of arrows."""

import pytest
from qlvb.workflows.chain.walk import depths


def walk(arrows, start, most=60):
    pairs = [tuple(arrow) for arrow in arrows.split()]
    return depths(
        start,
        lambda uid: [one for one, other in pairs if other == uid],
        lambda uid: [other for one, other in pairs if one == uid],
        most,
    )


@pytest.mark.parametrize("start", "abcd")
def test_the_same_from_each_of_them(start):
    assert walk("ab bc cd", start) == {"a": 0, "b": 1, "c": 2, "d": 3}


@pytest.mark.parametrize(
    "arrows,start,found",
    [
        ("", "a", {"a": 0}),
        ("ab ac", "b", {"a": 0, "b": 1, "c": 1}),
        ("ab cb", "a", {"a": 0, "b": 1, "c": 0}),
        ("ab ba", "a", {"a": 1, "b": 0}),  # a circle ends
        ("aa", "a", {"a": 0}),
        ("xy", "a", {"a": 0}),
    ],
)
def test_shapes(arrows, start, found):
    assert walk(arrows, start) == found


def test_it_ends():
    arrows = " ".join(f"{chr(65 + n)}{chr(66 + n)}" for n in range(25))
    assert len(walk(arrows, "A", most=10)) == 10
