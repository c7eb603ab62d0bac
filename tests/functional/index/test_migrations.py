"""The migrations make the tables that :mod:`qlvb.content.index.tables` describes, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from functools import partial
from qlvb.content.index import schema
from qlvb.content.index.boxes import order_in
from qlvb.content.index.boxes import place_of
from qlvb.content.index.interfaces import IBox
from qlvb.content.index.tables import metadata
from sqlalchemy import inspect
from zope.component import getUtilitiesFor


def ours(dialect, found, name, kind, reflected, _counterpart):
    """Not the tables of the full-text index, which are its own matter, nor an index of the other database."""
    if kind == "index":
        return found.info.get("only", dialect) == dialect
    return not (kind == "table" and reflected and name not in metadata.tables)


def test_migrations_and_tables_say_the_same(connection):
    """Whoever changes a table adds a revision."""
    schema.migrate(connection)
    assert schema.revision(connection) == schema.HEAD
    # SQLite tells an empty default in other words than it was given.
    options = {"include_object": partial(ours, connection.dialect.name)}
    options["compare_server_default"] = connection.dialect.name == "postgresql"
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


#: Scopes whose boxes were there before entries had places.
BEFORE = ("incoming", "outgoing", "tasks", "notes", "delegations")
#: Boxes of these scopes that came later.
LATER = ("delegations.ending", "notes.information", "outgoing.consulted", "outgoing.issued_today", "outgoing.refused_today", "tasks.province")
#: What a site of revision 0001 held: enough of a row to be carried over.
OLD = "INSERT INTO records (uid, path, subject, facts) VALUES ('a', '/skhcn/a', 'Một văn bản cũ', '{}')"


def test_an_older_index_is_brought_up_and_told_incomplete(connection):
    schema.migrate(connection, "0001")
    connection.exec_driver_sql(OLD)
    connection.exec_driver_sql("INSERT INTO about (name, value) VALUES ('rebuild', '{}')")
    schema.migrate(connection)
    row = connection.exec_driver_sql("SELECT subject, parent, signatory, retention_years, progress FROM records").one()
    assert tuple(row) == ("Một văn bản cũ", "", "", 0, None)
    told = dict(connection.exec_driver_sql("SELECT name, value FROM about").all())
    assert told["incomplete"] == "0009"  # the newest that has columns to fill
    assert "rebuild" not in told


def test_an_empty_index_is_complete_at_once(connection):
    schema.migrate(connection)
    assert "incomplete" not in connection.exec_driver_sql("SELECT name FROM about").scalars().all()


def test_entries_of_boxes_get_their_places_from_their_records(connection):
    schema.migrate(connection, "0004")
    connection.exec_driver_sql(
        "INSERT INTO records (uid, path, facts, priority, arrival_day, modified)"
        " VALUES ('a', '/skhcn/a', '{}', 7, 739000, 1700000000.75)"
    )
    boxes = ("incoming.unread", "incoming.done", "outgoing.mine", "incoming.unfinished")
    for box in boxes:
        connection.exec_driver_sql(
            f"INSERT INTO box_entries (principal, box, record_id) SELECT 'p', '{box}', id FROM records"
        )
    schema.migrate(connection, "0007")
    found = dict(connection.exec_driver_sql("SELECT box, place FROM box_entries").all())
    assert found == dict(zip(boxes, (7, 739000, 1700000000, 7), strict=True))
    assert "incomplete" not in connection.exec_driver_sql("SELECT name FROM about").scalars().all()


def test_every_box_of_today_gets_the_place_that_the_code_would_say(connection, functional_province):
    """As long as no box changes its order, which asks for a rebuild."""
    schema.migrate(connection, "0004")
    row = {"priority": 7, "arrival_day": 11, "issue_day": 12, "deadline_day": 13, "modified": 14.9}
    names = ", ".join(row)
    said = ", ".join(map(str, row.values()))
    connection.exec_driver_sql(f"INSERT INTO records (uid, path, facts, {names}) VALUES ('a', '/a', '{{}}', {said})")
    known = [name for name, box in getUtilitiesFor(IBox) if name.partition(".")[0] in BEFORE and box.members == (name,)]
    boxes = [name for name in known if name not in LATER]
    assert len(boxes) > 30
    for box in boxes:
        connection.exec_driver_sql(
            f"INSERT INTO box_entries (principal, box, record_id) SELECT 'p', '{box}', id FROM records"
        )
    schema.migrate(connection)
    found = dict(connection.exec_driver_sql("SELECT box, place FROM box_entries").all())
    assert found == {box: place_of(order_in(box), row) for box in boxes}


def test_the_planner_knows_an_index_that_was_made_anew(connection):
    """Without statistics among others with, SQLite would take it for every list."""
    schema.migrate(connection, "0006")
    connection.exec_driver_sql(OLD)
    connection.exec_driver_sql("ANALYZE")
    schema.migrate(connection)
    if connection.dialect.name == "sqlite":
        known = connection.exec_driver_sql("SELECT idx FROM sqlite_stat1 WHERE tbl = 'records'").scalars().all()
        assert {"records_heading", "records_registered"} <= set(known)
    assert connection.exec_driver_sql("SELECT uid FROM records").scalars().all() == ["a"]
