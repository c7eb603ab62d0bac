"""Columns for what lists are filtered by: signatory, field of work, symbol, heading, retention; progress and parent.

The new columns are empty until ``bin/qlvb index rebuild`` has said every record anew (``index upgrade`` does it).
"""

from alembic import op
import sqlalchemy as sa


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TEXTS = ("parent", "signatory", "field_of_work", "symbol", "heading", "retention")


def upgrade():
    for name in _TEXTS:
        op.add_column("records", sa.Column(name, sa.Text(), server_default="", nullable=False))
    op.add_column("records", sa.Column("retention_years", sa.BigInteger(), server_default="0", nullable=False))
    op.add_column("records", sa.Column("progress", sa.Integer(), nullable=True))
    op.create_index("records_parent", "records", ["parent"], unique=False)
    op.create_index("records_signed", "records", ["signatory", "issue_day", "id", "acl"], unique=False)
    op.create_index("records_fields", "records", ["field_of_work", "id", "acl"], unique=False)
    op.create_index("records_symbol", "records", ["symbol", "id", "acl"], unique=False)
    op.create_index("records_heading", "records", ["portal_type", "agency", "year", "heading"], unique=False)
    op.create_table(
        "known_values",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("kind", "value"),
        sqlite_with_rowid=False,
    )
    # A rebuild that was cut off would go on behind the records that it wrote without these columns.
    op.execute("DELETE FROM about WHERE name = 'rebuild'")
    op.execute("INSERT INTO about (name, value) SELECT 'incomplete', '0002' WHERE EXISTS (SELECT 1 FROM records)")


def downgrade():
    op.execute("DELETE FROM about WHERE name = 'incomplete'")
    op.drop_table("known_values")
    for name in ("records_heading", "records_symbol", "records_fields", "records_signed", "records_parent"):
        op.drop_index(name, table_name="records")
    for name in ("progress", "retention_years", *reversed(_TEXTS)):
        op.drop_column("records", name)
