"""Statements that the writers of several tables share."""

from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects import sqlite


#: How many ids or UIDs one statement names.
BATCH = 500


def insert_new(connection, table):
    """An INSERT that passes over rows that are there already."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    return dialect.insert(table).on_conflict_do_nothing()
