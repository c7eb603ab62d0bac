"""The first tables."""

from alembic import op
from qlvb.content.index import fulltext
from qlvb.content.index.tables import metadata


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    connection = op.get_bind()
    metadata.create_all(connection)
    fulltext.create(connection)


def downgrade():
    connection = op.get_bind()
    fulltext.drop(connection)
    metadata.drop_all(connection)
