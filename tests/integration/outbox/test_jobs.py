"""Jobs of a record, run in savepoints of the test's transaction."""

from datetime import timedelta
from plone import api
import pytest
from qlvb.content.clock import held
from qlvb.content.clock import now
from qlvb.content.interfaces import IRecord
from qlvb.content.journal.interfaces import IJournal
from qlvb.content.violations import Refused
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outbox.interfaces import JobFailed
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.component import getUtility
from zope.interface import alsoProvides
from zope.interface import implementer


@implementer(IJobHandler)
class Handler:
    """Writes into the record's title what it was asked to, or fails as told."""

    max_attempts = 3

    def __init__(self):
        self.failure = None
        self.told = []

    def run(self, record, job):
        record.title += job.params.get("text", "x")
        if self.failure is not None:
            raise self.failure

    def failed(self, record, job):
        self.told.append((record.getId(), job.error))


@pytest.fixture
def handler():
    handler = Handler()
    manager = getGlobalSiteManager()
    manager.registerUtility(handler, IJobHandler, name="write")
    yield handler
    manager.unregisterUtility(handler, IJobHandler, name="write")


@pytest.fixture
def record(portal):
    with api.env.adopt_roles(["Manager"]):
        record = api.content.create(portal, "Document", "record", title="")
    alsoProvides(record, IRecord)
    return record


@pytest.fixture
def runner():
    return getUtility(IRunner)


def test_reading_makes_nothing(record):
    assert IJobs(record).all() == []
    assert queue.pending() == []
    assert "qlvb.jobs" not in IAnnotations(record)


def test_a_job_runs_once(record, handler, runner):
    job = IJobs(record).enqueue("write", "1", {"text": "văn"})
    assert [entry[1] for entry in queue.pending()] == [job.id]
    assert runner.run_pending() == 1
    assert (job.state, job.attempts, record.title) == ("done", 1, "văn")
    assert job.finished is not None
    assert queue.pending() == []
    assert runner.run_pending() == 0


def test_one_live_job_per_kind_and_key(record, handler, runner):
    first = IJobs(record).enqueue("write", "1")
    assert IJobs(record).enqueue("write", "1") is first
    assert IJobs(record).enqueue("write", "2") is not first
    runner.run_pending()
    assert IJobs(record).enqueue("write", "1") is not first


def test_limit(record, handler, runner):
    for key in "abc":
        IJobs(record).enqueue("write", key)
    assert runner.run_pending(limit=2) == 2
    assert len(queue.pending()) == 1


def test_a_failed_attempt_leaves_nothing_and_waits(record, handler, runner):
    handler.failure = JobFailed("Nơi nhận không trả lời")
    with held(now()) as start:
        job = IJobs(record).enqueue("write", "1")
        runner.run_pending()
        assert record.title == ""
        assert (job.state, job.attempts, job.error) == ("queued", 1, "Nơi nhận không trả lời")
        assert job.next_try == start + timedelta(seconds=5)
        assert runner.run_pending() == 0
    with held(start + timedelta(seconds=6)):
        runner.run_pending()
        assert job.next_try == start + timedelta(seconds=16)
    handler.failure = None
    with held(start + timedelta(seconds=20)):
        runner.run_pending()
    assert (job.state, job.error, record.title) == ("done", "", "x")
    assert handler.told == []


def test_it_gives_up_after_the_last_attempt_and_says_so(record, handler, runner):
    handler.failure = JobFailed("Nơi nhận không trả lời")
    job = IJobs(record).enqueue("write", "1")
    start = now()
    for minutes in (0, 5, 10):
        with held(start + timedelta(minutes=minutes)):
            runner.run_pending()
    assert (job.state, job.attempts) == ("failed", 3)
    assert handler.told == [("record", "Nơi nhận không trả lời")]
    assert queue.pending() == []
    assert IJournal(record).count("job.failed") == 1


def test_a_hopeless_failure_is_not_tried_again(record, handler, runner):
    handler.failure = JobFailed("Tệp hỏng", retry=False)
    job = IJobs(record).enqueue("write", "1")
    runner.run_pending()
    assert (job.state, job.attempts) == ("failed", 1)


def test_a_broken_handler_does_not_stop_the_others(record, handler, runner):
    handler.failure = ZeroDivisionError()
    broken = IJobs(record).enqueue("write", "1")
    other = IJobs(record).enqueue("nobody", "1")
    assert runner.run_pending() == 2
    assert (broken.state, broken.attempts) == ("queued", 1)
    assert broken.error == "job_broke"
    assert (other.state, other.error) == ("failed", "job_no_handler")


def test_retry_by_hand(record, handler, runner):
    handler.failure = JobFailed("Tệp hỏng", retry=False)
    job = IJobs(record).enqueue("write", "1")
    with pytest.raises(Refused) as refused:
        IJobs(record).retry(job.id, by="leminhanh")
    assert refused.value.status == 409
    runner.run_pending()
    handler.failure = None
    IJobs(record).retry(job.id, by="leminhanh")
    runner.run_pending()
    assert job.state == "done"
    with pytest.raises(Refused) as refused:
        IJobs(record).retry("unknown", by="leminhanh")
    assert refused.value.status == 404


def test_a_job_asked_for_by_a_job_runs_too(record, handler, runner):
    def run(record, job):
        if job.key == "1":
            IJobs(record).enqueue("write", "2")

    handler.run = run
    IJobs(record).enqueue("write", "1")
    assert runner.run_pending() == 2


def test_a_job_outlives_a_move_but_not_its_record(portal, record, handler, runner):
    job = IJobs(record).enqueue("write", "1")
    with api.env.adopt_roles(["Manager"]):
        record._p_jar.savepoint()
        moved = api.content.rename(record, new_id="moved")
    runner.run_pending()
    assert (job.state, moved.title) == ("done", "x")
    IJobs(moved).enqueue("write", "2")
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(moved, check_linkintegrity=False)
    assert runner.run_pending() == 0
    assert queue.pending() == []
