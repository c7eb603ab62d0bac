"""Two who write the same records in opposite order wait for each other in a line, never in a ring (PostgreSQL)."""

from plone import api
import pytest
from qlvb.content.index import database
from qlvb.content.index import schema
from qlvb.content.index.exclusive import announce
from qlvb.content.index.indexed import Indexed
from qlvb.content.index.pending import Changes
from qlvb.content.index.tables import records
from qlvb.content.index.verifying import verify
from qlvb.content.index.writing import write
from sqlalchemy import create_engine
from sqlalchemy import select
from Testing.makerequest import makerequest
from threading import Barrier
from threading import Thread
import transaction
from uuid import uuid4
from ZODB.POSException import ConflictError
from zope.component.hooks import setSite


pytestmark = pytest.mark.postgresql
ROUNDS = 25
MANY = [f"{number:03d}" for number in range(150)]


def together(*calls):
    """Run them in threads of their own until all have ended; what they raised: list."""
    failures = []

    def run(call):
        try:
            call()
        except Exception as error:  # whatever it is, the test names it
            failures.append(error)

    threads = [Thread(target=run, args=[call], daemon=True) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    return failures + [thread for thread in threads if thread.is_alive()]


def said(uid, word):
    row = {"path": f"/skhcn/{uid}", "agency": "skhcn", "deadline_day": 0, "facts": {}, "subject": word, "symbol": word}
    who = f"p{len(word)}{word[-1]}{uid}"
    return Indexed(uid, row, frozenset([f"user:{who}"]), frozenset([("todo", who)]), texts={"subject": word})


def test_tables_are_written_in_one_order(server):
    server.database(name := f"tables_{uuid4().hex}")
    engine = create_engine(f"postgresql+psycopg2://qlvb@127.0.0.1:{server.port}/{name}")
    with engine.begin() as connection:
        schema.migrate(connection)
        write(connection, Changes({uid: said(uid, "cũ") for uid in MANY}))
    line = Barrier(2)

    def writer(name, uids):
        for turn in range(ROUNDS):
            line.wait(60)
            with engine.begin() as connection:
                announce(connection)
                write(connection, Changes({uid: said(uid, f"{name} {turn}") for uid in uids}))

    assert together(lambda: writer("a", MANY), lambda: writer("b", MANY[::-1])) == []
    with engine.connect() as connection:
        (last,) = set(connection.scalars(select(records.c.subject)))
    assert last in (f"a {ROUNDS - 1}", f"b {ROUNDS - 1}")
    engine.dispose()


@pytest.fixture
def on_postgresql(server, make, monkeypatch):
    """Four committed documents of a site whose index lies in PostgreSQL: their paths."""
    monkeypatch.setenv("QLVB_INDEX_DSN", server.database(f"site_{uuid4().hex}"))
    schema.forget_checks()
    schema.create()
    transaction.commit()
    uids = make(4)
    catalogue = api.portal.get_tool("portal_catalog")
    yield [brain.getPath() for brain in catalogue.unrestrictedSearchResults(UID=uids, sort_on="path")]
    transaction.abort()
    database.dispose()
    schema.forget_checks()


def test_storage_and_index_are_locked_in_one_order(on_postgresql):
    site_path = "/".join(api.portal.get().getPhysicalPath())
    storage = api.portal.get()._p_jar.db()
    line, conflicts = Barrier(2), []

    def writer(name, paths):
        for turn in range(ROUNDS):
            line.wait(60)
            while not written(f"{name} {turn}", paths):
                conflicts.append(turn)

    def written(subject, paths):
        connection = storage.open()
        try:
            site = makerequest(connection.root()["Application"]).unrestrictedTraverse(site_path)
            setSite(site)
            with api.env.adopt_roles(["Manager"]):
                for path in paths:
                    record = site.unrestrictedTraverse(path)
                    record.subject = subject
                    record.reindexObject()
                transaction.commit()
            return True
        except ConflictError:
            return False
        finally:
            transaction.abort()
            setSite(None)
            connection.close()

    paths = on_postgresql
    assert together(lambda: writer("a", paths), lambda: writer("b", paths[::-1])) == []
    assert conflicts, "they never met"
    assert verify().differences == []
    with database.engine().connect() as connection:
        (last,) = set(connection.scalars(select(records.c.subject)))
    assert last in (f"a {ROUNDS - 1}", f"b {ROUNDS - 1}")
