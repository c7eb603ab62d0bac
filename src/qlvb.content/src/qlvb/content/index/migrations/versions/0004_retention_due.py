"""The day from which a dossier may be appraised, so that "what is due until a date" is a range of an index.

The column is empty until ``bin/qlvb index rebuild`` has said every record anew (``index upgrade`` does it).
"""

from alembic import op
import sqlalchemy as sa


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("records", sa.Column("retention_due_day", sa.BigInteger(), server_default="0", nullable=False))
    op.create_index("records_retention_due", "records", ["retention_due_day", "agency"], unique=False)
    # A rebuild that was cut off would go on behind the records that it wrote without this column.
    op.execute("DELETE FROM about WHERE name IN ('rebuild', 'incomplete')")
    op.execute("INSERT INTO about (name, value) SELECT 'incomplete', '0004' WHERE EXISTS (SELECT 1 FROM records)")


def downgrade():
    op.execute("DELETE FROM about WHERE name = 'incomplete'")
    op.drop_index("records_retention_due", table_name="records")
    op.drop_column("records", "retention_due_day")
