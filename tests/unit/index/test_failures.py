"""Errors of the databases in words for people."""

from live.postgresql import free_port
import psycopg2
import pytest
from qlvb.content.index import database
from qlvb.content.index.failures import IndexConflict
from qlvb.content.index.failures import said_plainly
from qlvb.content.index.refusals import IndexUnavailable
from sqlalchemy.exc import DBAPIError
import sqlite3


@pytest.fixture
def away(monkeypatch):
    """A PostgreSQL server that is not there."""
    monkeypatch.setenv("QLVB_INDEX_DSN", f"dbname='qlvb' host='127.0.0.1' port='{free_port()}'")
    yield
    database.dispose()


def told(error):
    """Code of the refusal that an error of SQLite becomes."""
    with pytest.raises(IndexUnavailable) as caught, said_plainly():
        raise DBAPIError("SELECT 1", {}, error)
    assert caught.value.status == 503
    return caught.value.violations[0].code


@pytest.mark.parametrize("way", [lambda: database.engine("qlvb").connect(), lambda: database.new_engine("qlvb")])
def test_a_server_that_is_away(away, way):
    with pytest.raises(IndexUnavailable) as caught, said_plainly():
        way()
    assert (caught.value.status, caught.value.violations[0].code) == (503, "index_unreachable")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("database is locked", "index_busy"),
        ("database disk image is malformed", "index_broken"),
        ("file is not a database", "index_broken"),
        ("database or disk is full", "index_unwritable"),
        ("attempt to write a readonly database", "index_unwritable"),
        ("no such table: records", "index_outdated"),
        ("unable to open database file", "index_missing"),
    ],
)
def test_what_sqlite_says(words, code):
    assert told(sqlite3.OperationalError(words)) == code


class Postgresql(Exception):
    def __init__(self, pgcode):
        super().__init__(pgcode)
        self.pgcode = pgcode


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("55P03", "index_busy"),
        ("53100", "index_unwritable"),
        ("42P01", "index_outdated"),
        ("57P01", "index_unreachable"),
    ],
)
def test_what_postgresql_says(state, code):
    assert told(Postgresql(state)) == code


@pytest.mark.parametrize("state", ["40001", "40P01", "23505"])
def test_writers_who_met_are_tried_again(state):
    with pytest.raises(IndexConflict), said_plainly():
        raise DBAPIError("INSERT", {}, Postgresql(state))


class Driver(Postgresql, psycopg2.Error):
    """As the driver itself raises it: COPY is no statement of SQLAlchemy."""

    pgcode = None


@pytest.mark.parametrize("state", ["40P01", "23505"])
def test_writers_who_met_in_a_copy_are_tried_again(state):
    with pytest.raises(IndexConflict), said_plainly():
        raise Driver(state)
