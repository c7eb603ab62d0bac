"""Work that comes again and again."""

from datetime import timedelta
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.workflows.outbox import periodic
from qlvb.workflows.outbox.claims import WorkerMark
from qlvb.workflows.outbox.interfaces import IPeriodicWork
from qlvb.workflows.outbox.transactions import Savepoints
from zope.component import getGlobalSiteManager
from zope.interface import implementer


@implementer(IPeriodicWork)
class Work:
    """Counts its runs, or fails as told."""

    title = "Work"
    interval = timedelta(minutes=10)

    def __init__(self):
        self.runs = []
        self.failure = None

    def run(self, now):
        self.runs.append(now)
        if self.failure is not None:
            raise self.failure
        return {"runs": len(self.runs)}


@pytest.fixture
def works(portal, monkeypatch, tmp_path):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))
    works = {"a": Work(), "b": Work()}
    manager = getGlobalSiteManager()
    for name, work in works.items():
        manager.registerUtility(work, IPeriodicWork, name=name)
    monkeypatch.setattr(periodic, "works", lambda: sorted(works.items()))
    yield works
    for name, work in works.items():
        manager.unregisterUtility(work, IPeriodicWork, name=name)


def run(worker="me", **options):
    return [name for name, _last in periodic.run_due(worker, transactions=Savepoints(), **options)]


def test_it_runs_when_its_interval_is_over(works):
    with held(now()) as start:
        assert run() == ["a", "b"] and run() == []
    with held(start + timedelta(minutes=9)):
        assert run() == []
    with held(start + timedelta(minutes=10)):
        assert run() == ["a", "b"]
    assert periodic.last_run("a").result == {"runs": 2}


def test_one_that_fails_does_not_stop_the_others(works):
    works["a"].failure = ZeroDivisionError("một")
    assert run() == ["a", "b"]
    assert periodic.last_run("a").error == "ZeroDivisionError: một"
    assert (periodic.last_run("b").error, periodic.last_run("b").result) == ("", {"runs": 1})


def test_by_hand(works):
    assert run(only="b") == ["b"]
    assert run(only="b") == [] and run(only="b", always=True) == ["b"]
    assert works["a"].runs == []


def test_a_run_of_a_living_worker_is_left_to_it_and_of_a_dead_one_done_again(works):
    mark = WorkerMark()
    Savepoints().attempt(lambda: periodic._claim("a", works["a"], mark.id, False))
    assert run(only="a", always=True) == []
    mark.release()
    assert run(only="a") == ["a"]
