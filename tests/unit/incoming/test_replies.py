"""Which line an issued reply answers."""

import pytest
from qlvb.workflows.incoming.replies import answered_line
from types import SimpleNamespace


def line(name, role="lead", state="in_progress", recipient="yen", reply=""):
    return SimpleNamespace(id=name, role=role, state=state, recipient=recipient, reply=reply)


@pytest.mark.parametrize(
    "lines,expected",
    [
        ([], None),
        ([line("a", reply="R")], "a"),
        ([line("a", recipient="khanh"), line("b", reply="R", recipient="khanh")], "b"),
        ([line("a")], "a"),  # drafted by hand by the holder
        ([line("a", recipient="khanh")], None),
        ([line("a", reply="another")], None),
        ([line("a", reply="R", state="finished")], None),
        ([line("a", role="information", state="new")], None),
    ],
)
def test_answered_line(lines, expected):
    found = answered_line(lines, "R", "yen")
    assert (found.id if found else None) == expected
