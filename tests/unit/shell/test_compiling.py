"""Templates that are asked for at once are compiled one after another."""

from concurrent.futures import ThreadPoolExecutor
from Products.PageTemplates.engine import Program
from qlvb.policy.shell.compiling import OneAtATime
from threading import Barrier
import time


def test_no_two_are_compiled_at_once(monkeypatch):
    inside, together, start = [], [], Barrier(4)

    def compile_slowly(cls, *args):
        inside.append(args)
        time.sleep(0.01)
        together.append(len(inside))
        inside.remove(args)
        return cls

    def ask(number):
        start.wait()
        return OneAtATime.cook(f"{number}.pt", "<p />", None, "text/html")

    monkeypatch.setattr(Program, "cook", classmethod(compile_slowly))
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(ask, range(4))) == {OneAtATime}
    assert together == [1, 1, 1, 1]
