"""The worker with real transactions: lost workers, two workers, wake-up."""

from AccessControl import getSecurityManager
from AccessControl.users import system
from datetime import timedelta
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.documents.interfaces import IDocumentFactory
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox import wake
from qlvb.workflows.outbox.claims import WorkerMark
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outbox.runner import Runner
from qlvb.workflows.outbox.transactions import OwnTransactions
from qlvb.workflows.outbox.worker import loop
from qlvb.workflows.outbox.worker import sweep
import threading
import time
import transaction
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.interface import implementer


@implementer(IJobHandler)
class Handler:
    """Writes a letter into the record's note; ``during`` is called in the middle of the work."""

    max_attempts = 3
    timeout = 30

    def __init__(self):
        self.runs = []
        self.during = None

    def run(self, record, job):
        self.runs.append((job.key, time.monotonic()))
        record.note += "x"
        if self.during is not None:
            self.during()

    def failed(self, record, job):
        record.note += "!"


class Killed(BaseException):
    """What a kill -9 leaves: no clean-up of the job."""


@pytest.fixture
def handler():
    handler = Handler()
    manager = getGlobalSiteManager()
    manager.registerUtility(handler, IJobHandler, name="write")
    yield handler
    manager.unregisterUtility(handler, IJobHandler, name="write")


@pytest.fixture(autouse=True)
def var(tmp_path, monkeypatch):
    monkeypatch.setenv("QLVB_VAR", str(tmp_path))


@pytest.fixture
def record(functional_province):
    record = getUtility(IDocumentFactory).create("OutgoingDocument", "skhcn", {"subject": "V/v thử"}, by="leminhanh")
    transaction.commit()
    return record


def ask(record, *keys):
    jobs = [IJobs(record).enqueue("write", key) for key in keys]
    transaction.commit()
    return jobs


def in_thread(work):
    """Run ``work`` in a thread with the site of this one."""
    site = getSite()

    def run():
        setSite(site)
        work()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_an_aborted_request_asks_for_nothing(record, handler):
    IJobs(record).enqueue("write", "1")
    transaction.abort()
    assert queue.pending() == [] and wake.woken_at() == 0
    assert getUtility(IRunner).run_pending() == 0


def test_a_killed_worker_loses_nothing_and_does_nothing_twice(record, handler):
    (job,) = ask(record, "1")
    dying = WorkerMark()

    def die():
        raise Killed

    handler.during = die
    with pytest.raises(Killed):
        Runner(worker=dying.id).run_pending()
    transaction.abort()
    assert (job.state, job.worker, record.note) == ("running", dying.id, "")
    handler.during = None
    other = Runner(worker="other-machine-1")
    assert other.run_pending() == 0
    dying.release()
    assert other.run_pending() == 1
    transaction.abort()
    assert (job.state, job.attempts, record.note) == ("done", 2, "x")


def test_a_worker_of_another_machine_is_believed_until_its_lease_ends(record, handler):
    (job,) = ask(record, "1")

    def die():
        raise Killed

    handler.during = die
    with pytest.raises(Killed):
        Runner(worker="other-machine-1").run_pending()
    handler.during = None
    assert Runner(worker="here").run_pending() == 0
    with held(now() + timedelta(seconds=handler.timeout + 61)):
        assert Runner(worker="here").run_pending() == 1
    transaction.abort()
    assert (job.state, record.note) == ("done", "x")


def test_two_workers_share_the_jobs(record, handler):
    ask(record, *"abcdefgh")
    handler.during = lambda: time.sleep(0.02)
    threads = [in_thread(lambda number=number: sweep(Runner(worker=f"worker-{number}"))) for number in range(2)]
    for thread in threads:
        thread.join(60)
    transaction.abort()
    assert sorted({key for key, _moment in handler.runs}) == list("abcdefgh")
    assert record.note == "x" * 8
    assert {job.state for job in IJobs(record).all()} == {"done"}


def test_one_job_is_claimed_once(record, handler):
    """Both have read the job as queued; the second commit finds that it is taken."""
    (job,) = ask(record, "1")
    due, job_id, uid, path = queue.pending()[0]

    class Interrupted(OwnTransactions):
        """Lets another worker run the job between reading and commit."""

        done = False

        def attempt(self, work, tries=10):
            if self.done:
                return super().attempt(work, tries)
            self.done = True

            def first():
                result = work()
                thread = in_thread(lambda: sweep(Runner(worker="faster")))
                thread.join(60)
                return result

            return super().attempt(first, tries)

    assert Runner(transactions=Interrupted(), worker="slower")._run(job_id, uid, path) == 0
    transaction.abort()
    assert (job.worker, job.state, record.note) == ("faster", "done", "x")


def test_a_change_by_somebody_else_in_the_middle_is_no_failure(record, handler):
    (job,) = ask(record, "1")
    path = "/".join(record.getPhysicalPath())

    def meddle():
        handler.during = None

        def change():
            import Zope2

            app = Zope2.app()
            app.unrestrictedTraverse(path).note = "đã sửa "
            transaction.commit()
            app._p_jar.close()

        in_thread(change).join(60)

    handler.during = meddle
    assert getUtility(IRunner).run_pending() == 1
    transaction.abort()
    assert (job.state, job.attempts, record.note) == ("done", 1, "đã sửa x")


def test_a_sweep_works_as_the_system(record, handler):
    seen = []
    handler.during = lambda: seen.append(getSecurityManager().getUser().getUserName())
    ask(record, "1")
    assert sweep(Runner()) == 1
    assert seen == ["System Processes"]
    assert getSecurityManager().getUser() is not system


def test_latency_and_sign_of_life(record, handler):
    stop = threading.Event()
    assert wake.worker_seen() is None and not wake.worker_running()
    thread = in_thread(lambda: loop(Runner(worker="worker-1"), stop))
    try:
        until = time.monotonic() + 20
        while wake.worker_seen() is None and time.monotonic() < until:
            time.sleep(0.01)
        assert wake.worker_running()
        time.sleep(0.3)
        asked = time.monotonic()
        ask(record, "1")
        while not handler.runs and time.monotonic() < until:
            time.sleep(0.01)
    finally:
        stop.set()
        thread.join(30)
    assert handler.runs[0][1] - asked < 1
    assert wake.woken_at() > 0
