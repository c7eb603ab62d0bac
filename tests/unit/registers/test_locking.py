"""The lock of a transaction: taken before the snapshot, given back with the transaction, never held by the dead."""

from pathlib import Path
import pytest
from qlvb.content.registers.locking.backend import locks_for
from qlvb.content.registers.locking.files import FileLocks
from qlvb.content.registers.locking.files import LockTimeout
from qlvb.content.registers.locking.postgresql import PostgresLocks
from qlvb.content.registers.locking.postgresql import lock_key
from qlvb.content.registers.locking.serialiser import Serialiser
from qlvb.content.registers.locking.serialiser import UnsavedChanges
from qlvb.content.violations import Refused
import subprocess
import sys
from threading import Thread
import transaction
from types import SimpleNamespace
import ZODB


@pytest.fixture
def locks(tmp_path):
    return FileLocks(tmp_path / "locks")


@pytest.fixture
def serialiser(locks):
    yield Serialiser(locks)
    transaction.abort()


@pytest.fixture
def root():
    database = ZODB.DB(None)
    connection = database.open()
    yield connection.root()
    transaction.abort()
    connection.close()
    database.close()


def is_free(locks, name):
    """bool: somebody else could take the lock now."""
    found = []

    def attempt():
        try:
            locks.acquire(name, 0.05)()
            found.append(True)
        except LockTimeout:
            found.append(False)

    thread = Thread(target=attempt)
    thread.start()
    thread.join()
    return found[0]


@pytest.mark.parametrize("end", [transaction.commit, transaction.abort, transaction.begin])
def test_lock_ends_with_the_transaction(serialiser, locks, end):
    serialiser.serialised("a")
    assert serialiser.holds("a")
    assert not is_free(locks, "a")
    assert is_free(locks, "b")
    end()
    assert not serialiser.holds("a")
    assert is_free(locks, "a")


def test_lock_ends_when_the_commit_fails(serialiser, locks):
    class Broken:
        transaction_manager = transaction.manager

        def sortKey(self):
            return "broken"

        def tpc_begin(self, txn):
            raise ValueError("broken")

        commit = tpc_vote = tpc_finish = tpc_abort = abort = lambda self, txn: None

    serialiser.serialised("a")
    transaction.get().join(Broken())
    with pytest.raises(ValueError):
        transaction.commit()
    assert is_free(locks, "a")


def test_lock_can_be_asked_for_again(serialiser, locks, root):
    serialiser.serialised("a")
    first = transaction.get()
    root["x"] = 1
    serialiser.serialised("a")
    assert transaction.get() is first
    transaction.commit()
    assert is_free(locks, "a")
    assert root["x"] == 1


def test_second_lock_keeps_the_first(serialiser, locks):
    serialiser.serialised("a")
    serialiser.serialised("b")
    assert not is_free(locks, "a")
    assert not is_free(locks, "b")
    transaction.commit()
    assert is_free(locks, "a")
    assert is_free(locks, "b")


def test_snapshot_is_younger_than_the_lock(serialiser, root):
    other = root._p_jar.db().open(transaction.TransactionManager())
    assert root.get("x") is None
    other.root()["x"] = 1
    other.transaction_manager.commit()
    assert root.get("x") is None
    serialiser.serialised("a")
    assert root["x"] == 1
    other.close()


def test_changes_before_the_lock_are_a_mistake(serialiser, locks, root):
    root["x"] = 1
    with pytest.raises(UnsavedChanges):
        serialiser.serialised("a")
    assert is_free(locks, "a")
    transaction.savepoint()
    with pytest.raises(UnsavedChanges):
        serialiser.serialised("a")


def test_note_of_the_transaction_is_kept(serialiser):
    transaction.get().note("đường dẫn")
    transaction.get().setUser("vanthuskhcn")
    serialiser.serialised("a")
    assert transaction.get().description == "đường dẫn"
    assert transaction.get().user.endswith("vanthuskhcn")


def test_time_out_is_refused_with_503(serialiser, locks):
    release = locks.acquire("a", 1)
    with pytest.raises(Refused) as caught:
        serialiser.serialised("a", timeout=0.05)
    assert (caught.value.status, caught.value.violations[0].code) == (503, "busy")
    release()
    serialiser.serialised("a", timeout=0.05)


HOLD = """
import sys, time
from qlvb.content.registers.locking.files import FileLocks
FileLocks(sys.argv[1]).acquire("a", 5)
print("held", flush=True)
time.sleep(60)
"""


def test_other_process_waits_and_the_dead_hold_nothing(locks, tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path / "locks")],
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert process.stdout.readline().strip() == b"held"
    assert not is_free(locks, "a")
    process.kill()
    process.wait()
    assert is_free(locks, "a")
    process.stdout.close()


def database(**adapter):
    return SimpleNamespace(
        storage=SimpleNamespace(_adapter=SimpleNamespace(**adapter), getName=lambda: "name"), database_name="main"
    )


def test_backend_fits_the_storage(monkeypatch, tmp_path):
    monkeypatch.delenv("QLVB_DSN", raising=False)
    monkeypatch.delenv("QLVB_LOCKS", raising=False)
    assert locks_for(database(data_dir="/site/sqlite")).directory == Path("/site/sqlite/locks")
    assert locks_for(database(_dsn="dbname='qlvb'")).dsn == "dbname='qlvb'"
    in_memory = ZODB.DB(None)
    assert locks_for(in_memory).directory.name.startswith("qlvb-locks-")
    in_memory.close()
    monkeypatch.setenv("QLVB_LOCKS", str(tmp_path))
    assert locks_for(database(data_dir="/site/sqlite")).directory == tmp_path
    monkeypatch.setenv("QLVB_DSN", "dbname='other'")
    assert isinstance(locks_for(database(data_dir="/site/sqlite")), PostgresLocks)


def test_keys_fit_the_servers_integers():
    keys = {lock_key(f"register:{number}") for number in range(1000)}
    assert len(keys) == 1000
    assert all(-(2**63) <= key < 2**63 for key in keys)
