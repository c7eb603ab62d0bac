"""A word of a destroyed file is found in no store: database, blob directory or cache. RelStorage as it runs on SQLite, with
the blobs in a directory, and on PostgreSQL, with the blobs in the database and a cache in a directory.
"""

from live.postgresql import Server
from live.postgresql import binaries
from live.postgresql import dump
from live.postgresql import rewrite
from pathlib import Path
import pytest
from qlvb.content.disposals.wiping import revisions
from qlvb.content.disposals.wiping import wipe
from relstorage.adapters.postgresql.adapter import PostgreSQLAdapter
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


@pytest.fixture
def served(tmp_path):
    """(database, directory of the cache, server, DSN)"""
    if binaries() is None:
        pytest.skip("no PostgreSQL server is installed")
    with Server() as server:
        dsn = server.database("zodb")
        options = Options(blob_dir=str(tmp_path / "cache"), shared_blob_dir=False, keep_history=False, cache_local_mb=1)
        database = DB(RelStorage(PostgreSQLAdapter(dsn, options=options), options=options))
        yield database, tmp_path, server, dsn
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


def in_database(dsn):
    """bool: the word is in a row or a large object, as PostgreSQL gives them."""
    said = dump(dsn)
    return WORD in said or WORD.hex().encode() in said


@pytest.mark.postgresql
def test_nothing_is_left_in_postgresql_and_its_cache(served):
    database, folder, server, dsn = served
    connection, blob = keep(database, WORD * 50)
    connection.root()["fields"] = {"letter": WORD.decode()}
    other = connection.root()["other"] = Blob()
    with other.open("w") as stream:
        stream.write(b"another file")
    transaction.commit()
    with blob.open("r") as stream:
        stream.read()
    assert places(folder) and in_database(dsn)
    connection.root()["fields"] = {}
    empty(blob)
    wipe(database.storage, [blob._p_oid.hex()])
    assert places(folder) == []
    assert not in_database(dsn)
    database.pack()
    assert not in_database(dsn)
    with other.open("r") as stream:
        assert stream.read() == b"another file"
    connection.close()
    database.close()  # a table is written anew while nobody reads it
    rewrite(dsn, "object_state, blob_chunk, pg_largeobject")
    assert places(server.data / "base") == [], "what docs/administration.rst says: until then the bytes lie in free space"


@pytest.mark.postgresql
def test_others_in_the_same_directory_of_the_cache_stay(served):
    """The cache has 997 directories for all blobs: one of another blob stays, byte for byte."""
    database, _folder, _server, _dsn = served
    connection, blob = keep(database, WORD)
    (path,) = revisions(database.storage, blob._p_oid)
    neighbour = path.with_name(f"1{path.name}")
    neighbour.write_bytes(b"of another blob")
    stale = path.with_name(path.name.replace(".", ".0", 1))
    empty(blob)
    stale.write_bytes(WORD)
    assert wipe(database.storage, [blob._p_oid.hex()])
    assert [path.stat().st_size for path in revisions(database.storage, blob._p_oid)] == [0]
    assert not stale.exists() and neighbour.read_bytes() == b"of another blob"
    connection.close()
