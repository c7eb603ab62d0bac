"""When lines close each other: a table of cases. ``1L`` is line 1, lead; ``2C<1`` line 2, co-handler, forwarded from
line 1; ``!`` its result is to be accepted; ``x`` waits for a later deadline, ``y`` so and forwarded, ``a`` reported.
"""

import pytest
from qlvb.workflows.lines import closing
import re
from types import SimpleNamespace


ROLES = {"L": "lead", "C": "coordinate", "I": "information"}
STATES = {
    "n": "new",
    "p": "in_progress",
    "f": "forwarded",
    "x": "to_extend",
    "a": "to_confirm",
    "D": "finished",
    "R": "returned",
    "W": "withdrawn",
}
WORDS = {value: key for key, value in STATES.items()}


def parse(text):
    lines = []
    for word in text.split():
        number, role, parent, confirm, state = re.fullmatch(r"(\d)([LCI])(?:<(\d))?(!?)=(\w)", word).groups()
        resume = {"x": "in_progress", "y": "forwarded"}.get(state, "")
        lines.append(
            SimpleNamespace(
                id=number,
                role=ROLES[role],
                parent=parent or "",
                state=STATES["x" if state == "y" else state],
                resume=resume,
                confirm=bool(confirm),
            )
        )
    return lines


@pytest.mark.parametrize(
    "before,after,settled,stranded",
    [
        # nothing assigned, nothing to settle
        ("", "", False, False),
        ("1I=D", "D", False, False),
        # one lead
        ("1L=n", "n", False, False),
        ("1L=D", "D", True, False),
        ("1L=R", "R", False, True),
        ("1L=W", "W", False, True),
        # co-handlers and readers close with the lead, never the other way round
        ("1L=D 2C=p 3I=n", "DDD", True, False),
        ("1L=p 2C=D 3I=D", "pDD", False, False),
        ("1L=R 2C=p", "Rp", False, True),
        # several leads: all must be through, one at least finished
        ("1L=D 2L=p 3C=p", "Dpp", False, False),
        ("1L=D 2L=D 3C=p", "DDD", True, False),
        ("1L=D 2L=R 3C=p", "DRD", True, False),
        ("1L=D 2L=W 3I=n", "DWD", True, False),
        ("1L=R 2L=W", "RW", False, True),
        # forwarding: the line waits for its lead child
        ("1L=f 2L<1=n", "fn", False, False),
        ("1L=f 2L<1=D", "DD", True, False),
        ("1L=f 2L<1=R", "pR", False, False),
        ("1L=f 2L<1=W", "pW", False, False),
        ("1L=f 2L<1=D 3L<1=p", "fDp", False, False),
        ("1L=f 2L<1=D 3L<1=R 4C=p", "DDRD", True, False),
        # two levels
        ("1L=f 2L<1=f 3L<2=D", "DDD", True, False),
        ("1L=f 2L<1=f 3L<2=R", "fpR", False, False),
        # a co-handler's branch never decides for the record
        ("1L=p 2C=f 3L<2=D", "pDD", False, False),
        ("1L=D 2C=f 3L<2=p", "DDD", True, False),
        # forwarded for information only: nobody is waited for
        ("1L=f 2I<1=n", "pn", False, False),
        # a result that is to be accepted keeps the record open until it is
        ("1L!=a 2C=p", "ap", False, False),
        ("1L!=D 2C=p", "DD", True, False),
        ("1L!=f 2L<1=D", "aD", False, False),
        ("1L=D 2L!=a 3I=n", "Dan", False, False),
        # who waits for a later deadline works on; what happens below him still counts
        ("1L=x", "x", False, False),
        ("1L=y 2L<1=n", "xn", False, False),
        ("1L=y 2L<1=D", "DD", True, False),
        ("1L=y 2L<1=R", "xR", False, False),
        ("1L=D 2C=x", "DD", True, False),
    ],
)
def test_consequences(before, after, settled, stranded):
    lines = parse(before)
    for _turn in range(10):
        changes = closing.consequences(lines)
        if not changes:
            break
        for line, state, _reason in changes:
            closing.become(line, state)
    assert "".join(WORDS[line.state] for line in lines) == after
    assert closing.consequences(lines) == []
    assert closing.settled(lines) is settled
    assert closing.stranded(lines) is stranded


def test_descendants():
    lines = parse("1L=f 2L<1=f 3L<2=n 4C<1=n 5L=n")
    assert {line.id for line in closing.descendants(lines, lines[0])} == {"2", "3", "4"}
    assert closing.descendants(lines, lines[4]) == []


@pytest.mark.parametrize(
    "lines,resumes",
    [("1L=y 2L<1=R", "in_progress"), ("1L=x", "in_progress"), ("1L=y 2L<1=n", "forwarded"), ("1L=y 2L<1=D", "")],
)
def test_where_a_waiting_line_goes_on(lines, resumes):
    found = parse(lines)
    while changes := closing.consequences(found):
        for line, state, _reason in changes:
            closing.become(line, state)
    assert found[0].resume == resumes


@pytest.mark.parametrize(
    "state,turn",
    [("n", True), ("p", True), ("x", True), ("y", False), ("f", False), ("a", False), ("D", False), ("W", False)],
)
def test_whose_turn_it_is(state, turn):
    assert closing.has_work(parse(f"1L={state}")[0]) is turn
    assert not closing.has_work(parse(f"1I={state}")[0])


def test_lines_given_together_share_their_deadline():
    lines = parse("1L=n 2C=p 3L=n 4I=n 5L=D 6L<1=n")
    for line, by, deadline in zip(lines, "aaabaa", (5, 5, 9, 5, 5, 5), strict=True):
        line.assigned_by, line.deadline = by, deadline
    assert [line.id for line in closing.sharing(lines, lines[0])] == ["1", "2"]
    assert [line.id for line in closing.sharing(lines, lines[2])] == ["3"]
    assert [line.id for line in closing.sharing(lines, lines[5])] == ["6"]
