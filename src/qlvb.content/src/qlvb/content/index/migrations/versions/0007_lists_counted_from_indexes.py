"""Registers and the lists of a year are counted from their indexes, and rights to hits of a search seen from one,
without a look at the rows themselves.
"""

from alembic import op


revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_WIDER = {
    "records_registered": (["register", "number_sort"], ["id", "acl", "portal_type", "agency"]),
    "records_heading": (["portal_type", "agency", "year", "heading"], ["id", "acl"]),
}


def upgrade():
    for name, (columns, more) in _WIDER.items():
        op.drop_index(name, table_name="records")
        op.create_index(name, "records", [*columns, *more], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        op.create_index("records_rights", "records", ["id", "acl", "portal_type"], unique=False)
    else:
        _count_as_the_others()


def _count_as_the_others():
    """Where SQLite has statistics of the other indexes and not of these, it takes these for every list, and sorts all
    of it.
    """
    asked = "SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'"
    if op.get_bind().exec_driver_sql(asked).first():
        for name in _WIDER:
            op.execute(f"ANALYZE {name}")


def downgrade():
    if op.get_bind().dialect.name == "postgresql":
        op.drop_index("records_rights", table_name="records")
    for name, (columns, _more) in _WIDER.items():
        op.drop_index(name, table_name="records")
        op.create_index(name, "records", columns, unique=False)
