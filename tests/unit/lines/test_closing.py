"""When lines close each other: a table of cases. ``1L`` is line 1, lead; ``2C<1`` line 2, co-handler, forwarded from
line 1.
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
    "D": "finished",
    "R": "returned",
    "W": "withdrawn",
}
WORDS = {value: key for key, value in STATES.items()}


def parse(text):
    lines = []
    for word in text.split():
        number, role, parent, state = re.fullmatch(r"(\d)([LCI])(?:<(\d))?=(\w)", word).groups()
        lines.append(SimpleNamespace(id=number, role=ROLES[role], parent=parent or "", state=STATES[state]))
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
    ],
)
def test_consequences(before, after, settled, stranded):
    lines = parse(before)
    for _turn in range(10):
        changes = closing.consequences(lines)
        if not changes:
            break
        for line, state, _reason in changes:
            line.state = state
    assert "".join(WORDS[line.state] for line in lines) == after
    assert closing.consequences(lines) == []
    assert closing.settled(lines) is settled
    assert closing.stranded(lines) is stranded


def test_descendants():
    lines = parse("1L=f 2L<1=f 3L<2=n 4C<1=n 5L=n")
    assert {line.id for line in closing.descendants(lines, lines[0])} == {"2", "3", "4"}
    assert closing.descendants(lines, lines[4]) == []
