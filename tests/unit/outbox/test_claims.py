"""A worker's mark tells whether it lives."""

import multiprocessing
import os
import pytest
from qlvb.workflows.outbox.claims import WorkerMark
from qlvb.workflows.outbox.claims import worker_is_dead
from qlvb.workflows.outbox.limits import JobTimeout
from qlvb.workflows.outbox.limits import time_limit
import signal
import time


@pytest.fixture(autouse=True)
def var(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))


def _hold(pipe):
    mark = WorkerMark()
    pipe.send(mark.id)
    time.sleep(60)


def test_a_killed_worker_is_known_to_be_dead(tmp_path):
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_hold, args=(theirs,))
    process.start()
    worker = ours.recv()
    assert not worker_is_dead(worker)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert worker_is_dead(worker)
    living = WorkerMark()
    WorkerMark.clear_the_dead()
    assert worker_is_dead(worker)
    assert [path.name for path in tmp_path.iterdir()] == [f"worker-{living.id}.lock"]
    living.release()


def test_a_worker_that_ended_in_good_order_holds_nothing():
    mark = WorkerMark()
    assert not worker_is_dead(mark.id)
    mark.release()
    assert worker_is_dead(mark.id)


def test_workers_of_other_machines_cannot_be_judged():
    assert not worker_is_dead("other-machine-12-abc")
    assert not worker_is_dead("inline")


def test_time_limit_interrupts_and_leaves_no_alarm_behind():
    with pytest.raises(JobTimeout), time_limit(0.05):
        time.sleep(5)
    with time_limit(5):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
