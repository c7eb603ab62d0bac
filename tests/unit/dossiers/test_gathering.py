"""What follows from documents, step by step."""

import pytest
from qlvb.workflows.filing.gathering import reached


CHAIN = {"a": ["b"], "b": ["c", "d"], "c": ["a"], "x": ["y"]}


def following(step):
    return [after for uid in step for after in CHAIN.get(uid, ())]


@pytest.mark.parametrize(
    "starts,expected",
    [
        ([], []),
        (["a"], ["b", "c", "d"]),
        (["b"], ["c", "d", "a"]),
        (["a", "x"], ["b", "y", "c", "d"]),
        (["a", "b"], ["c", "d"]),
        (["unknown"], []),
    ],
)
def test_reached(starts, expected):
    assert reached(starts, following) == expected


def test_an_endless_chain_ends():
    assert len(reached([0], lambda step: [number + 1 for number in step], 300)) == 300
