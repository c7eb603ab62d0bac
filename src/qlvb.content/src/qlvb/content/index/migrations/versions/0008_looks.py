"""How often documents were looked at, by day.

The table is empty until ``bin/qlvb index rebuild`` has said every record anew (``index upgrade`` does it).
"""

from alembic import op
import sqlalchemy as sa


revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade():
    key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "looks",
        sa.Column("id", key, nullable=False),
        sa.Column("record_id", key, nullable=False),
        sa.Column("day", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("count", sa.BigInteger(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("looks_record", "looks", ["record_id", "day"], unique=False)
    op.create_index("looks_day", "looks", ["day", "record_id"], unique=False)
    # A rebuild that was cut off would go on behind the records that it wrote without this table.
    op.execute("DELETE FROM about WHERE name IN ('rebuild', 'incomplete')")
    op.execute("INSERT INTO about (name, value) SELECT 'incomplete', '0008' WHERE EXISTS (SELECT 1 FROM records)")


def downgrade():
    op.execute("DELETE FROM about WHERE name = 'incomplete'")
    op.drop_table("looks")
