"""How far a job has come is seen by everybody, and never keeps it from working."""

import pytest
from qlvb.content.index import database
from qlvb.content.index import progress
from qlvb.content.index.refusals import IndexUnavailable
from qlvb.content.index.tables import job_progress
from sqlalchemy import select
import transaction


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr(progress, "PACE", 0)


def test_it_is_seen_by_others_while_the_job_runs(functional_province, spoil, at_once):
    with progress.telling("export x", 200) as tell:
        assert progress.percent("export x") == 0
        tell(100)
        with spoil() as other:
            assert [tuple(row) for row in other.execute(select(job_progress))] == [("export x", 100, 200)]
        transaction.abort()
        assert progress.percent("export x") == 50
        tell(200)
        assert progress.percent("export x") == 99
    assert progress.percent("export x") is None


def test_a_job_that_fails_leaves_nothing_behind(functional_province, at_once):
    with pytest.raises(ZeroDivisionError), progress.telling("export y", 0) as tell:
        tell(1 / 0)
    assert progress.percent("export y") is None


def test_it_is_not_told_more_often_than_people_look(functional_province):
    with progress.telling("export z", 10) as tell:
        tell(9)
        assert progress.percent("export z") == 0


def test_an_index_that_cannot_be_written_is_no_trouble(functional_province, at_once, monkeypatch):
    def busy():
        raise IndexUnavailable("busy")

    monkeypatch.setattr(database, "engine", busy)
    with progress.telling("export x", 5) as tell:
        tell(3)
        assert progress.percent("export x") is None
