"""Two hundred numbers asked for at once: two hundred consecutive numbers, no error (design decision 5)."""

from live import numbering
from live import postgresql
from pathlib import Path
import pytest
import subprocess
import sys
from tempfile import gettempdir
from uuid import uuid4
from zope.component.testing import setUp
from zope.component.testing import tearDown


@pytest.fixture(autouse=True)
def wired():
    setUp()
    numbering.wire()
    yield
    tearDown()


@pytest.fixture
def sqlite(tmp_path):
    place = str(tmp_path / "sqlite")
    prepare(place)
    return place


@pytest.fixture
def postgres():
    if postgresql.binaries() is None:
        pytest.skip("no PostgreSQL server installed")
    with postgresql.Server(Path(gettempdir()) / f"qlvb-{uuid4().hex}") as server:
        place = server.database("qlvb")
        prepare(place)
        yield place


def prepare(place):
    database = numbering.open_database(place)
    numbering.create_register(database)
    database.close()


def book(place):
    """(number, reference, record) of every entry stored, and the gaps."""
    database = numbering.open_database(place)
    with database.transaction() as connection:
        numbers = numbering.NumberBook(connection.root()["register"])
        stored = [(entry.number, entry.reference, entry.record) for entry in numbers.entries()]
        gaps = numbers.gaps()
    database.close()
    return stored, gaps


def check(place, taken):
    assert sorted(taken) == list(range(1, 201))
    stored, gaps = book(place)
    assert [number for number, _, _ in stored] == list(range(1, 201))
    assert [reference for _, reference, _ in stored] == [f"{number:02d}/SKHCN-VP" for number in range(1, 201)]
    assert len({record for _, _, record in stored}) == 200
    assert gaps == []


def in_processes(place):
    """Two processes with four threads each; (numbers, what they said went wrong)."""
    command = [sys.executable, str(Path(numbering.__file__)), place, "4", "25"]
    environment = {"PYTHONPATH": ":".join(sys.path), "PATH": "/usr/bin:/bin"}
    processes = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        for _ in range(2)
    ]
    answers = [process.communicate(timeout=120) for process in processes]
    numbers = [int(number) for out, _ in answers for number in out.split()]
    return numbers, [error for process, (_, error) in zip(processes, answers, strict=True) if process.returncode]


def test_threads_on_sqlite(sqlite):
    taken, errors = numbering.run(sqlite, threads=8, count=25)
    assert errors == []
    check(sqlite, taken)


def test_processes_on_sqlite(sqlite):
    taken, errors = in_processes(sqlite)
    assert errors == []
    check(sqlite, taken)


@pytest.mark.postgresql
def test_threads_on_postgresql(postgres):
    taken, errors = numbering.run(postgres, threads=8, count=25)
    assert errors == []
    check(postgres, taken)


@pytest.mark.postgresql
def test_processes_on_postgresql(postgres):
    taken, errors = in_processes(postgres)
    assert errors == []
    check(postgres, taken)
