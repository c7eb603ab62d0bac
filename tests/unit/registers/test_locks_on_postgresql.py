"""The locks of registers on a real server."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from live.postgresql import Server
from live.postgresql import binaries
import psycopg2
import pytest
from qlvb.content.registers.locking.files import LockTimeout
from qlvb.content.registers.locking.postgresql import PostgresLocks
from threading import Barrier


pytestmark = pytest.mark.postgresql


@pytest.fixture(scope="module")
def dsn():
    if binaries() is None:
        pytest.skip("no PostgreSQL server is installed")
    with Server() as server:
        server.database("locks")
        yield f"dbname=locks user=qlvb host=127.0.0.1 port={server.port}"


@pytest.fixture
def locks(dsn):
    return PostgresLocks(dsn)


def sessions(dsn):
    with closing(psycopg2.connect(dsn)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT pid) FROM pg_locks WHERE locktype = 'advisory'")
        return cursor.fetchone()[0]


def in_another_thread(function, *arguments):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(function, *arguments).result()


def is_free(locks, name):
    try:
        locks.acquire(name, 0.05)()
    except LockTimeout:
        return False
    return True


def test_many_registers_take_one_connection(locks, dsn):
    """More than the server has connections for: an import numbers in every register of every year."""
    releases = [locks.acquire(f"register:{number}", 1) for number in range(200)]
    assert sessions(dsn) == 1
    assert not in_another_thread(is_free, locks, "register:7")
    releases[7]()
    assert in_another_thread(is_free, locks, "register:7")
    assert not in_another_thread(is_free, locks, "register:8")
    for release in releases[:7] + releases[8:]:
        release()
    assert sessions(dsn) == 0


def test_what_a_thread_holds_is_not_given_to_it_again(locks):
    release = locks.acquire("a", 1)
    assert not is_free(locks, "a")
    release()
    assert is_free(locks, "a")


def test_a_lock_that_could_not_be_had_leaves_the_others(locks):
    held = locks.acquire("mine", 1)
    theirs = in_another_thread(locks.acquire, "theirs", 1)
    with pytest.raises(LockTimeout):
        locks.acquire("theirs", 0.05)
    assert not in_another_thread(is_free, locks, "mine")
    theirs()
    held()


def test_of_two_who_wait_for_each_other_one_goes_on(locks):
    both_hold = Barrier(2)

    def take(first, second):
        release = locks.acquire(first, 20)
        both_hold.wait()
        try:
            locks.acquire(second, 20)()
            return "went on"
        except LockTimeout:
            return "gave up"
        finally:
            release()

    with ThreadPoolExecutor(2) as pool:
        outcomes = [pool.submit(take, *pair) for pair in (("a", "b"), ("b", "a"))]
    assert sorted(outcome.result() for outcome in outcomes) == ["gave up", "went on"]


def test_a_session_that_the_server_ended_is_replaced(locks, dsn):
    release = locks.acquire("a", 1)
    with closing(psycopg2.connect(dsn)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'")
    release()
    assert is_free(locks, "a")
