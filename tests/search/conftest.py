"""The corpus of the gold set, in an index of each database."""

from live.postgresql import Server
from live.postgresql import binaries
import pytest
from qlvb.content.index import fulltext
from qlvb.content.index import tables
from search.corpus import documents
from sqlalchemy import create_engine
from sqlalchemy import insert


@pytest.fixture(scope="session")
def corpus():
    return documents()


def fill(engine, corpus):
    records, texts = [], []
    for one in corpus:
        records.append(
            {
                "id": one["id"],
                "uid": f"u{one['id']}",
                "agency": one["agency"],
                "acl": 1 + one["id"] % 3,
                "issue_day": one["day"],
                "facts": {},
            }
        )
        texts.append({"record_id": one["id"], **one["texts"]})
    with engine.begin() as connection:
        tables.metadata.create_all(connection)
        connection.execute(insert(tables.records), records)
        connection.execute(insert(tables.record_texts), texts)
        rights = [
            {"principal": principal, "agency": "", "acl": acl}
            for acl in (1, 2, 3)
            for principal in ("Manager", f"user:of{acl}")
        ]
        connection.execute(insert(tables.acl_principals), rights)
        fulltext.create(connection)
        fulltext.rebuild(connection)


@pytest.fixture(
    scope="session", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)], name="engine"
)
def filled_engine(request, corpus, tmp_path_factory):
    if request.param == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path_factory.mktemp('search') / 'index.sqlite3'}")
        fill(engine, corpus)
        yield engine
        return
    if binaries() is None:
        pytest.skip("no PostgreSQL server is installed")
    with Server() as server:
        server.database("search")
        engine = create_engine(f"postgresql+psycopg2://qlvb@127.0.0.1:{server.port}/search")
        fill(engine, corpus)
        yield engine
        engine.dispose()


@pytest.fixture
def connection(engine):
    with engine.connect() as connection:
        yield connection
