"""Alembic's environment: the connection is given by :mod:`qlvb.content.index.schema`."""

from alembic import context
from qlvb.content.index.tables import metadata


connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
