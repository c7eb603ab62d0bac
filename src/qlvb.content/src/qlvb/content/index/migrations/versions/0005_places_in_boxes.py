"""Entries of boxes say where they stand in their box, so that its pages are read in order instead of sorted."""

from alembic import op
import sqlalchemy as sa


revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

#: Boxes that are not sorted by priority, as they were when this revision was written.
_SORTED = {
    "arrival_day": (
        "incoming.done",
        "incoming.forwarded",
        "incoming.information",
        "incoming.information_read",
        "incoming.refused",
        "tasks.done",
        "transfers.due",
        "transfers.overdue",
        "transfers.to_deposit",
    ),
    "issue_day": (
        "holds.active",
        "notes.approved",
        "outgoing.change_to_approve",
        "outgoing.issued",
        "outgoing.not_arrived",
        "outgoing.published",
        "outgoing.recall_awaited",
        "outgoing.refused",
        "outgoing.replaced",
        "outgoing.to_post",
        "readings.mine",
    ),
    "deadline_day": ("readings.lent", "readings.waiting", "tasks.assigned", "tasks.instructions"),
    "number_sort": ("stores.kept",),
    # In whole seconds.
    "modified": (
        "delegations.done",
        "notes.mine",
        "outgoing.drafts",
        "outgoing.mine",
        "outgoing.signed_by_me",
        "stores.damaged",
        "tasks.documents",
        "transfers.accepted",
        "transfers.checking",
        "transfers.mine",
        "transfers.returned",
        "transfers.waiting",
    ),
}


def upgrade():
    op.add_column("box_entries", sa.Column("place", sa.BigInteger(), server_default="0", nullable=False))
    postgresql = op.get_bind().dialect.name == "postgresql"
    columns = {"modified": "floor(records.modified)" if postgresql else "CAST(records.modified AS INTEGER)"}
    cases = " ".join(
        f"WHEN box IN ({', '.join(repr(box) for box in boxes)}) THEN {columns.get(column, f'records.{column}')}"
        for column, boxes in _SORTED.items()
    )
    # What is there already is enough to fill it: nothing has to be said anew.
    op.execute(
        f"UPDATE box_entries SET place = (SELECT CASE {cases} ELSE records.priority END FROM records"
        " WHERE records.id = box_entries.record_id)"
    )
    op.create_index("box_entries_place", "box_entries", ["principal", "box", "place", "record_id"], unique=False)


def downgrade():
    op.drop_index("box_entries_place", table_name="box_entries")
    op.drop_column("box_entries", "place")
