"""A process that ended is started again: after a pause that grows while it ends soon after its start."""

import pytest
from qlvb.policy.commands.keeping import Kept
from qlvb.policy.commands.keeping import LONGEST
from qlvb.policy.commands.keeping import SHORTEST
from qlvb.policy.commands.keeping import WELL
import sys


class Clock:
    def __init__(self):
        self.now = 0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def kept(clock):
    made = []

    def kept(code):
        made.append(Kept([sys.executable, "-c", code], clock))
        return made[-1]

    yield kept
    for one in made:
        one.process.kill()
        one.process.wait()


def ended_again(one, clock):
    """Seconds that it waits after its next end."""
    one.process.wait()
    said = one.tend()
    waits = one.due - clock.now
    assert said == f"It ended with status 3 and is started again in {waits} s."
    assert one.tend() is None  # said once
    return waits


def test_what_runs_is_left_alone(kept):
    one = kept("import time; time.sleep(60)")
    pid = one.process.pid
    assert one.tend() is None
    assert one.process.pid == pid


def test_it_starts_anew_when_its_pause_is_over(kept, clock):
    one = kept("import sys; sys.exit(3)")
    pid = one.process.pid
    assert ended_again(one, clock) == SHORTEST
    assert one.process.pid == pid
    clock.now += SHORTEST
    assert one.tend() is None
    assert one.process.pid != pid


def test_the_pause_grows_and_is_short_again_after_a_good_while(kept, clock):
    one, waits = kept("import sys; sys.exit(3)"), []
    for _turn in range(8):
        waits.append(ended_again(one, clock))
        clock.now = one.due
        one.tend()
    assert waits == [1, 2, 4, 8, 16, 32, LONGEST, LONGEST]
    clock.now += WELL
    assert ended_again(one, clock) == SHORTEST
