"""A word of a destroyed file is found in no store: database file, blob directory. RelStorage on SQLite, as it runs."""

from pathlib import Path
import pytest
from qlvb.content.disposals.wiping import wipe
from relstorage.adapters.sqlite.adapter import Sqlite3Adapter
from relstorage.options import Options
from relstorage.storage import RelStorage
import transaction
from ZODB import DB
from ZODB.blob import Blob


WORD = b"tuyet-mat-khong-con-8841"


@pytest.fixture
def store(tmp_path):
    options = Options(blob_dir=str(tmp_path / "blobs"), shared_blob_dir=True, keep_history=False, cache_local_mb=1)
    storage = RelStorage(Sqlite3Adapter(str(tmp_path / "data"), {}, options=options), options=options)
    database = DB(storage)
    yield database, tmp_path
    transaction.abort()
    database.close()


def places(folder):
    """Names of files below that hold the word."""
    return [path.name for path in Path(folder).rglob("*") if path.is_file() and WORD in path.read_bytes()]


def keep(database, data):
    connection = database.open()
    blob = connection.root()["blob"] = Blob()
    with blob.open("w") as stream:
        stream.write(data)
    transaction.commit()
    return connection, blob


def empty(blob):
    with blob.open("w"):
        pass
    transaction.commit()


def test_nothing_is_left(store):
    database, folder = store
    connection, blob = keep(database, WORD * 50)
    assert places(folder)
    empty(blob)
    assert wipe(database.storage, [blob._p_oid.hex()]) == 1
    assert places(folder) == []
    with blob.open("r") as stream:
        assert stream.read() == b""
    connection.close()


def test_cut_off_and_done_again(store):
    database, folder = store
    connection, blob = keep(database, WORD)
    empty(blob)
    assert places(folder), "until it is wiped, the older revision lies there"
    assert wipe(database.storage, [blob._p_oid.hex()]) == 1
    assert wipe(database.storage, [blob._p_oid.hex()]) == 0
    connection.close()
    database.pack()
    assert places(folder) == []


def test_others_stay(store):
    database, folder = store
    connection, blob = keep(database, WORD)
    other = connection.root()["other"] = Blob()
    with other.open("w") as stream:
        stream.write(b"another file")
    transaction.commit()
    empty(blob)
    wipe(database.storage, [blob._p_oid.hex()])
    with other.open("r") as stream:
        assert stream.read() == b"another file"
    connection.close()
