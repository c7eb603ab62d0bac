"""The migrations make the tables that :mod:`qlvb.content.index.tables` describes, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from live.postgresql import Server
import pytest
from qlvb.content.index import schema
from qlvb.content.index.tables import metadata
from sqlalchemy import create_engine
from sqlalchemy import inspect
from uuid import uuid4


@pytest.fixture(scope="module")
def server():
    with Server() as server:
        yield server


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def connection(request, tmp_path):
    if request.param == "sqlite":
        engine = create_engine(f"sqlite:///{tmp_path}/index.sqlite3")
    else:
        server, name = request.getfixturevalue("server"), f"migrations_{uuid4().hex}"
        server.database(name)
        engine = create_engine(f"postgresql+psycopg2://qlvb@127.0.0.1:{server.port}/{name}")
    with engine.connect() as connection, connection.begin():
        yield connection
    engine.dispose()


def ours(_object, name, kind, reflected, _counterpart):
    """Not the tables of the full-text index, which are its own matter."""
    return not (kind == "table" and reflected and name not in metadata.tables)


def test_migrations_and_tables_say_the_same(connection):
    """Whoever changes a table adds a revision."""
    schema.migrate(connection)
    assert schema.revision(connection) == schema.HEAD
    # SQLite tells an empty default in other words than it was given.
    options = {"include_object": ours, "compare_server_default": connection.dialect.name == "postgresql"}
    context = MigrationContext.configure(connection, opts=options)
    assert compare_metadata(context, metadata) == []


def test_they_lead_back_to_nothing(connection):
    schema.migrate(connection)
    schema.unmake(connection)
    assert set(inspect(connection).get_table_names()) <= {"alembic_version"}


def test_a_second_time_changes_nothing(connection):
    schema.migrate(connection)
    schema.migrate(connection)
    assert schema.revision(connection) == schema.HEAD


def test_the_code_asks_for_the_newest_revision():
    assert ScriptDirectory.from_config(schema.alembic_config(None)).get_current_head() == schema.HEAD
