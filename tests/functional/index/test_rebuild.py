"""``bin/qlvb index rebuild``: everything again, from where it was cut off, whatever state the tables are in."""

from pickle import dumps
from pickle import loads
from plone import api
import pytest
from qlvb.content.index import database
from qlvb.content.index import making
from qlvb.content.index import rebuilding
from qlvb.content.index import schema
from qlvb.content.index.rebuilding import rebuild
from qlvb.content.index.rebuilding import unfinished
from qlvb.content.index.tables import about
from qlvb.content.index.tables import records
from qlvb.content.index.verifying import verify
from sqlalchemy import delete
from sqlalchemy import insert
from sqlalchemy import select
from sqlalchemy import update
import transaction


@pytest.fixture(autouse=True)
def short_batches(monkeypatch):
    monkeypatch.setattr(rebuilding, "BATCH", 3)
    monkeypatch.setattr(rebuilding, "SECONDS", 0)
    monkeypatch.setattr(rebuilding, "PAUSE", 0)


def uids():
    with database.engine().connect() as connection:
        return sorted(connection.scalars(select(records.c.uid)))


def file_of_site():
    return database.file_of(api.portal.get().getId())


def test_what_an_upgrade_asks_for_is_done_by_the_rebuild(make):
    make(4)
    schema.ask_for_rebuild()
    schema.ask_for_rebuild()
    assert schema.is_incomplete()
    rebuild()
    assert not schema.is_incomplete()


def test_everything_is_there_again(make, spoil):
    made = make(7)
    with spoil() as connection:
        connection.execute(delete(records))
    assert uids() == []
    assert rebuild() == 7
    assert uids() == sorted(made)
    assert verify().differences == []


def test_rows_without_a_record_go_and_wrong_ones_are_said_anew(make, spoil):
    made = make(4)
    with spoil() as connection:
        connection.execute(insert(records).values(uid="ghost", path="/skhcn/incoming/ghost", facts={}))
        connection.execute(update(records).where(records.c.uid == made[0]).values(subject="Sai", uid="other"))
    rebuild()
    assert uids() == sorted(made)
    assert verify().differences == []


def test_cut_off_it_goes_on(make, spoil):
    made = make(8)
    with spoil() as connection:
        connection.execute(delete(records))

    def stop(done, total):
        if done == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild(stop)
    assert (len(uids()), unfinished()) == (6, 6)
    told = []
    assert rebuild(lambda done, total: told.append(done)) == 8
    assert told[0] == 6
    assert unfinished() is None
    assert uids() == sorted(made)


def test_what_changes_meanwhile_stays_as_it_was_said_last(make):
    made = make(8)
    catalogue = api.portal.get_tool("portal_catalog")
    changed = []

    def change(done, total):
        if not changed:
            for brain in catalogue.unrestrictedSearchResults(UID=made):
                document = brain._unrestrictedGetObject()
                document.subject = f"Sửa {document.subject}"
                document.reindexObject()
            transaction.commit()
            changed.append(done)

    rebuild(change)
    assert changed
    assert verify().differences == []
    with database.engine().connect() as connection:
        assert all(subject.startswith("Sửa") for subject in connection.scalars(select(records.c.subject)))


def test_a_missing_file_is_made(make):
    made = make(2)
    database.dispose()
    file_of_site().unlink()
    assert rebuild() == 2
    assert uids() == sorted(made)


def test_a_broken_file_is_put_away(make):
    made = make(2)
    database.dispose()
    file_of_site().write_bytes(b"no database at all" * 1000)
    assert rebuild() == 2
    assert uids() == sorted(made)
    kept = [path for path in file_of_site().parent.iterdir() if path.name.startswith(f"{file_of_site().name}.2")]
    assert [path.read_bytes()[:11] for path in kept] == [b"no database"]


def test_the_file_of_another_site_is_put_away(make, spoil):
    made = make(2)
    with spoil() as connection:
        connection.execute(update(about).where(about.c.name == "site").values(value="another"))
    schema.forget_checks()
    assert rebuild() == 2
    assert uids() == sorted(made)


class Inline:
    """Stands for processes beside this one: asks the functions here, with what a process would get of it."""

    ready = True

    def __init__(self):
        self.asked = []

    def each(self, function, parts, here=None):
        for part in parts:
            self.asked.append((function.__name__, loads(dumps(part))))
            yield loads(dumps(function(self.asked[-1][1])))


class Dead(Inline):
    """The processes have died: everything is left to the one who asked."""

    def each(self, function, parts, here=None):
        return map(here or function, parts)


@pytest.mark.parametrize("kind", [Inline, Dead])
@pytest.mark.parametrize("fresh", [True, False])
def test_others_make_the_same_rows(make, spoil, monkeypatch, kind, fresh):
    monkeypatch.setattr(making, "PART", 2)
    made = make(8)
    with spoil() as connection:
        if fresh:
            connection.execute(delete(records))
        else:
            connection.execute(update(records).values(subject="Sai"))
    beside = kind()
    assert rebuild(beside=beside) == 8
    assert uids() == sorted(made)
    assert verify().differences == []
    if kind is Inline:
        rows = [part for name, part in beside.asked if name == "rows_at"]
        # Batches of three in parts of two, each batch a moment of its own.
        assert [(moment, len(places)) for moment, places in rows] == [(0, 2), (0, 1), (1, 2), (1, 1), (2, 2)]


def test_others_begin_a_snapshot_younger_than_the_lock(make, monkeypatch):
    """What was committed after the walk, and before the lock, is what they say."""
    made = make(5)
    catalogue = api.portal.get_tool("portal_catalog")

    def change(done, total):
        if not done:
            document = catalogue.unrestrictedSearchResults(UID=made[0])[0]._unrestrictedGetObject()
            document.subject = "Sửa ngay trước"
            document.reindexObject()
            transaction.commit()

    rebuild(change, Inline())
    assert verify().differences == []
