"""Queues with what failed, backups that were told, tiles of administrators."""

from datetime import timedelta
from given_tasks import Tasks
import pytest
from qlvb.content import clock
from qlvb.content.violations import Refused
from qlvb.policy.operations import queues
from qlvb.policy.operations.backups import Backups
from qlvb.policy.operations.exchange import exchange_times
from qlvb.policy.operations.state import system_state
from qlvb.policy.shell.facts import fact_groups
from qlvb.workflows.outbox import queue
from qlvb.workflows.outbox.interfaces import IJobHandler
from qlvb.workflows.outbox.interfaces import IJobs
from qlvb.workflows.outbox.interfaces import IRunner
from qlvb.workflows.outbox.interfaces import JobFailed
from zope.component import getGlobalSiteManager
from zope.component import getUtilitiesFor
from zope.component import getUtility


class GivesUp:
    """A handler that fails until it is told to work."""

    works = False
    max_attempts = 1

    def run(self, record, job):
        if not self.works:
            raise JobFailed("Máy chủ không trả lời", retry=False)

    def failed(self, record, job):
        pass


@pytest.fixture
def handler():
    manager, found = getGlobalSiteManager(), GivesUp()
    before = manager.queryUtility(IJobHandler, name="recall")
    manager.registerUtility(found, IJobHandler, name="recall")
    yield found
    manager.registerUtility(before, IJobHandler, name="recall")


@pytest.fixture
def record(province, login_as):
    return Tasks(login_as).give()


def line(group):
    return next(line for line in queues.lines() if line.group == group)


def test_what_failed_is_listed_and_set_going_again(record, handler):
    job = IJobs(record).enqueue("recall", "a")
    assert line("exchange").waiting == 1 and line("all").waiting >= 1
    getUtility(IRunner).run_pending()
    assert (line("exchange").waiting, line("exchange").failed, line("recognition").failed) == (0, 1, 0)
    (failed,), total = queues.failed_jobs("exchange")
    assert (failed.id, failed.kind, failed.error, failed.attempts, total) == (job.id, "recall", "Máy chủ không trả lời", 1, 1)
    assert queues.failed_jobs("recognition") == ([], 0)
    handler.works = True
    queues.retry(job.id, "quantri")
    assert line("exchange").failed == 0 and line("exchange").waiting == 1
    getUtility(IRunner).run_pending()
    assert job.state == "done" and queue.failed() == []
    with pytest.raises(Refused) as refused:
        queues.retry(job.id, "quantri")
    assert refused.value.status == 404


def test_jobs_of_an_earlier_release_are_counted(record):
    job = IJobs(record).enqueue("recall", "a", due=clock.now() + timedelta(days=1))
    shard = queue._shard(queue.ANNOTATION, job.id)
    shard[job.id] = shard[job.id][:3]
    assert line("other").waiting == 1 and line("exchange").waiting == 0
    assert [entry[1] for entry in queue.pending()] == [job.id]


def test_backups_are_what_somebody_told(province):
    assert Backups().last_good() is None and system_state().fresh is False
    Backups().note("system", "Kho ngoài", when=clock.now() - timedelta(hours=2), size=10)
    Backups().note("system", good=False, note="Đĩa đầy")
    assert [one.good for one in Backups().newest()] == [False, True]
    state = system_state()
    assert state.backup.place == "Kho ngoài" and state.fresh
    with pytest.raises(Refused):
        Backups().note("system")
    assert len(Backups().newest()) == 2


def test_nothing_was_sent_so_nothing_is_measured(province):
    assert exchange_times().count == 0


def test_tiles_of_administrators(province):
    agency = [(group.id, [tile.id for tile in group.tiles]) for group in fact_groups({"agency_admin", "member"}, "skhcn")]
    assert agency == [
        ("requests", ["submitted", "processing", "done"]),
        ("accounts", ["current", "first_password", "inactive", "soon", "suspended"]),
        ("handover", ["leaving"]),
        ("feedback", ["feedback"]),
    ]
    system = {group.id: {tile.id: tile.value for tile in group.tiles} for group in fact_groups({"manager"}, None)}
    assert set(system) == {"system", "safety", "province-accounts", "organisation", "feedback-all"}
    assert system["safety"] == {"safety-sign_in": 0, "safety-file": 0, "secret-reports": 0}
    assert system["system"]["backup"] == "backup_never" and system["system"]["times"] == "–"
    assert fact_groups({"leader", "member"}, "skhcn") == []


def test_every_job_has_words(province):
    """The administrator reads what failed, not the name of a utility."""
    assert sorted(name for name, _handler in getUtilitiesFor(IJobHandler)) == sorted(queues.KIND_TITLES)
