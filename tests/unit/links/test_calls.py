"""How often a system calls, and which signed calls came already: counted by several processes together, on both storages."""

from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
import doctest
from live.postgresql import Server
import multiprocessing
import pytest
from qlvb.content.index import database
from qlvb.content.index.refusals import IndexUnavailable
from qlvb.workflows.links import calls
from qlvb.workflows.links import incoming
from qlvb.workflows.links import signed


PROCESSES, TRIES, MOST = 3, 30, 50
NOW = 1_800_000_000.0


@contextmanager
def sqlite(_monkeypatch, _path):
    yield


@contextmanager
def postgresql(monkeypatch, _path):
    with Server() as server:
        monkeypatch.setenv("QLVB_INDEX_DSN", server.database("calls"))
        yield
        database.dispose()


@pytest.fixture(params=[sqlite, pytest.param(postgresql, marks=pytest.mark.postgresql)])
def tables(request, monkeypatch, tmp_path):
    """Where the tables lie; they are made by whoever comes first."""
    monkeypatch.delenv("QLVB_INDEX_DSN", raising=False)
    monkeypatch.setenv("QLVB_INDEX_DIRECTORY", str(tmp_path))
    monkeypatch.setattr(database, "current_site", lambda: "qlvb")
    with request.param(monkeypatch, tmp_path):
        yield tmp_path
    database.dispose()


@pytest.mark.parametrize("module", [incoming, signed])
def test_examples(module):
    assert doctest.testmod(module).failed == 0


def call_often(_process):
    return sum(calls.counted("a", MOST, NOW) == 0 for _try in range(TRIES)), calls.first_time("a", "once", NOW + 300, NOW)


def test_processes_count_together(tables):
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("fork")) as pool:
        answers = list(pool.map(call_often, range(PROCESSES), timeout=60))
    assert sum(let for let, _first in answers) == MOST
    assert sum(first for _let, first in answers) == 1


def test_a_minute_moves(tables):
    assert [calls.counted("a", 2, NOW + at) for at in (0, 10, 20, 59.5)] == [0, 0, 40, 0.5]
    assert calls.counted("b", 2, NOW + 20) == 0
    assert [calls.counted("a", 2, NOW + at) for at in (60, 61, 70)] == [0, 9, 0]
    assert calls.counted("a", 3, NOW + 71) == 0  # another number begins anew
    assert calls.counted("a", 2, NOW - 86_400) == 0  # a clock that was put back locks nobody out


def test_a_nonce_is_forgotten_when_its_call_would_be_late(tables):
    assert [calls.first_time("a", "n1", NOW + 300, NOW + at) for at in (0, 299)] == [True, False]
    assert calls.first_time("b", "n1", NOW + 300, NOW)
    assert calls.first_time("a", "n1", NOW + 900, NOW + 301)


def test_tables_that_cannot_be_written_are_told(tables, monkeypatch):
    if database.dsn():
        monkeypatch.setenv("QLVB_INDEX_DSN", "dbname='none' host='127.0.0.1' port='1'")
    else:
        (tables / "qlvb-calls.sqlite3").write_bytes(b"not a database at all, but long enough to be looked at" * 20)
    with pytest.raises(IndexUnavailable) as refused:
        calls.counted("a", 2, NOW)
    assert refused.value.status == 503
