"""Pages and counts of boxes are answered from one index, without a look at the entries themselves."""

from alembic import op


revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_COLUMNS = ["principal", "box", "open", "place", "record_id", "deadline_day", "acl", "agency"]


def upgrade():
    op.create_index("box_entries_open", "box_entries", _COLUMNS, unique=False)
    op.drop_index("box_entries_place", table_name="box_entries")


def downgrade():
    op.create_index("box_entries_place", "box_entries", ["principal", "box", "place", "record_id"], unique=False)
    op.drop_index("box_entries_open", table_name="box_entries")
