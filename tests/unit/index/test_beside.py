"""Processes beside this one: answers in order, whatever becomes of the processes."""

from itertools import count
import os
from qlvb.content.index.beside import Beside
import signal
import time


def start(value):
    os.environ["STARTED_WITH"] = value


def fail(value):
    raise RuntimeError(value)


def answered(part):
    return os.getpid(), os.environ.get("STARTED_WITH"), part * 2


def die_at_three(part):
    if part == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return part * 2


def wait_for(beside):
    until = time.monotonic() + 60
    while not beside.ready and time.monotonic() < until:
        time.sleep(0.05)
    assert beside.ready


def test_others_answer_in_order_and_have_begun():
    with Beside(start, "here") as beside:
        wait_for(beside)
        found = list(beside.each(answered, range(40)))
    assert [answer for _pid, _said, answer in found] == [part * 2 for part in range(40)]
    assert {said for _pid, said, _answer in found} == {"here"}
    assert os.getpid() not in {pid for pid, _said, _answer in found}


def test_only_a_few_parts_are_taken_ahead():
    with Beside(start, "here") as beside:
        wait_for(beside)
        parts = count()
        answers = beside.each(answered, parts)
        assert next(answers)[2] == 0
        assert next(parts) < 20


def test_what_a_dead_process_leaves_is_done_here():
    with Beside(start, "here") as beside:
        wait_for(beside)
        assert list(beside.each(die_at_three, range(10), here=lambda part: part * 2)) == [n * 2 for n in range(10)]
        assert not beside.ready or list(beside.each(answered, range(3)))


def test_who_cannot_begin_is_never_ready():
    with Beside(fail, "no database") as beside:
        time.sleep(3)
        assert not beside.ready


def test_processes_end_with_the_block():
    with Beside(start, "here") as beside:
        wait_for(beside)
        pids = {pid for pid, _said, _answer in beside.each(answered, range(20))}
    until = time.monotonic() + 20
    while time.monotonic() < until and any(os.path.exists(f"/proc/{pid}") for pid in pids):
        time.sleep(0.1)
    assert not [pid for pid in pids if os.path.exists(f"/proc/{pid}")]
