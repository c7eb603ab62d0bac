"""What a transaction wrote that was taken back stays away: two processes on one SQLite database."""

from persistent.mapping import PersistentMapping
import pytest
from qlvb.content.storage import leftovers
from relstorage.adapters.sqlite.adapter import Sqlite3Adapter
from relstorage.options import Options
from relstorage.storage import RelStorage
import transaction
from types import SimpleNamespace
import ZODB
from ZODB.POSException import ReadConflictError


@pytest.fixture
def open_database(tmp_path):
    """Each call opens the database as another process would: no cache is shared."""
    opened = []

    def open_():
        options = Options(keep_history=False, blob_dir=None)
        adapter = Sqlite3Adapter(str(tmp_path / "zodb"), pragmas={}, options=options)
        opened.append(ZODB.DB(RelStorage(adapter, options=options)))
        return opened[-1]

    yield open_
    for database in opened:
        database.close()


def stored_after_a_conflict(ours, open_database):
    """What ``record`` holds after a transaction that changed it lost and another one, of something else, won."""
    manager, others = transaction.TransactionManager(), transaction.TransactionManager()
    connection = ours.open(manager)
    root = connection.root()
    for name in ("read", "record", "other"):
        root[name] = PersistentMapping(value="first")
    manager.commit()
    theirs = open_database().open(others)
    connection.readCurrent(root["read"])
    root["record"]["value"] = "taken back"
    theirs.root()["read"]["value"] = "changed meanwhile"
    others.commit()
    with pytest.raises(ReadConflictError):
        manager.commit()
    manager.abort()
    root["other"]["value"] = "second"
    manager.commit()
    return open_database().open().root()["record"]["value"]


def test_writes_of_an_aborted_transaction_are_not_stored_with_the_next(open_database):
    database = open_database()
    leftovers.guard_at_start(SimpleNamespace(database=database))
    assert stored_after_a_conflict(database, open_database) == "first"


def test_storages_of_other_kinds_are_left_alone():
    leftovers.guard(ZODB.DB(None))
