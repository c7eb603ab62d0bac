"""Every version of every file is found by its bytes, whichever agency has it (reports of secret material).

No table is new: the identities of records are more. They are there when ``bin/qlvb index rebuild`` has said every
record anew (``index upgrade`` does it).
"""

from alembic import op


revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade():
    # A rebuild that was cut off would go on behind the records that it wrote without these identities.
    op.execute("DELETE FROM about WHERE name IN ('rebuild', 'incomplete')")
    op.execute("INSERT INTO about (name, value) SELECT 'incomplete', '0009' WHERE EXISTS (SELECT 1 FROM records)")


def downgrade():
    op.execute("DELETE FROM about WHERE name = 'incomplete'")
    op.execute("DELETE FROM identities WHERE identity LIKE 'bytes|%'")
