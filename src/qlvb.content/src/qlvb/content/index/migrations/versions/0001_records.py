"""The first tables."""

from alembic import op
from qlvb.content.index import fulltext
import sqlalchemy as sa


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_Key = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade():
    _about()
    _acl_principals()
    _numbers()
    _records()
    _assignment_lines()
    _box_entries()
    _deliveries()
    _dossier_items()
    _identities()
    _record_texts()
    fulltext.create(op.get_bind())


def downgrade():
    fulltext.drop(op.get_bind())
    op.drop_table("record_texts")
    op.drop_table("identities")
    op.drop_table("dossier_items")
    op.drop_table("deliveries")
    op.drop_table("box_entries")
    op.drop_table("assignment_lines")
    op.drop_table("records")
    op.drop_table("numbers")
    op.drop_table("acl_principals")
    op.drop_table("about")


def _about():
    op.create_table(
        "about",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )


def _acl_principals():
    op.create_table(
        "acl_principals",
        sa.Column("principal", sa.Text(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("acl", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("principal", "agency", "acl"),
        sqlite_with_rowid=False,
    )
    op.create_index("acl_principals_acl", "acl_principals", ["acl"], unique=False)


def _numbers():
    op.create_table(
        "numbers",
        sa.Column("register", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("status", sa.Text(), server_default="", nullable=False),
        sa.Column("document", sa.Text(), server_default="", nullable=False),
        sa.Column("reference", sa.Text(), server_default="", nullable=False),
        sa.Column("reference_key", sa.Text(), server_default="", nullable=False),
        sa.Column("day", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("register", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index("numbers_day", "numbers", ["register", "day", "number"], unique=False)
    op.create_index("numbers_document", "numbers", ["document"], unique=False)
    op.create_index("numbers_reference", "numbers", ["register", "reference_key", "number"], unique=False)
    op.create_index("numbers_status", "numbers", ["register", "status", "number"], unique=False)


def _records():
    op.create_table(
        "records",
        sa.Column("id", _Key, nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), server_default="", nullable=False),
        sa.Column("portal_type", sa.Text(), server_default="", nullable=False),
        sa.Column("direction", sa.Text(), server_default="", nullable=False),
        sa.Column("agency", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("document_type", sa.Text(), server_default="", nullable=False),
        sa.Column("urgency", sa.Text(), server_default="", nullable=False),
        sa.Column("secrecy", sa.Text(), server_default="", nullable=False),
        sa.Column("register", sa.Text(), server_default="", nullable=False),
        sa.Column("year", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("issue_day", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("arrival_day", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("deadline_day", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("number_sort", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("reference", sa.Text(), server_default="", nullable=False),
        sa.Column("reference_key", sa.Text(), server_default="", nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("subject_sort", sa.Text(), server_default="", nullable=False),
        sa.Column("issuing_body", sa.Text(), server_default="", nullable=False),
        sa.Column("in_reply_to", sa.Text(), server_default="", nullable=False),
        sa.Column("holder", sa.Text(), server_default="", nullable=False),
        sa.Column("created", sa.Float(), server_default="0", nullable=False),
        sa.Column("modified", sa.Float(), server_default="0", nullable=False),
        sa.Column("priority", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("acl", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("digest", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("uid"),
    )
    op.create_index("records_acl", "records", ["acl"], unique=False)
    op.create_index("records_answers", "records", ["in_reply_to"], unique=False)
    op.create_index("records_arrived", "records", ["portal_type", "agency", "arrival_day", "id", "acl"], unique=False)
    op.create_index("records_issued", "records", ["portal_type", "agency", "issue_day", "id", "acl"], unique=False)
    op.create_index("records_modified", "records", ["portal_type", "agency", "modified", "id", "acl"], unique=False)
    op.create_index("records_numbered", "records", ["portal_type", "agency", "number_sort", "id", "acl"], unique=False)
    op.create_index("records_path", "records", ["path"], unique=False)
    op.create_index("records_reference", "records", ["reference_key"], unique=False)
    op.create_index("records_registered", "records", ["register", "number_sort"], unique=False)
    op.create_index("records_state", "records", ["portal_type", "agency", "state"], unique=False)


def _assignment_lines():
    op.create_table(
        "assignment_lines",
        sa.Column("id", _Key, nullable=False),
        sa.Column("record_id", _Key, nullable=False),
        sa.Column("line", sa.Text(), server_default="", nullable=False),
        sa.Column("recipient", sa.Text(), server_default="", nullable=False),
        sa.Column("assigned_by", sa.Text(), server_default="", nullable=False),
        sa.Column("role", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("deadline_day", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("assigned_day", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("finished_day", sa.BigInteger(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(
        "assignment_lines_recipient", "assignment_lines", ["recipient", "state", "deadline_day"], unique=False
    )
    op.create_index("assignment_lines_record", "assignment_lines", ["record_id"], unique=False)


def _box_entries():
    op.create_table(
        "box_entries",
        sa.Column("principal", sa.Text(), nullable=False),
        sa.Column("box", sa.Text(), nullable=False),
        sa.Column("record_id", _Key, nullable=False),
        sa.Column("agency", sa.Text(), server_default="", nullable=False),
        sa.Column("deadline_day", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("acl", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("open", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("principal", "box", "record_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("box_entries_record", "box_entries", ["record_id"], unique=False)


def _deliveries():
    op.create_table(
        "deliveries",
        sa.Column("id", _Key, nullable=False),
        sa.Column("record_id", _Key, nullable=False),
        sa.Column("delivery", sa.Text(), server_default="", nullable=False),
        sa.Column("recipient", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("channel", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("sent", sa.Float(), server_default="0", nullable=False),
        sa.Column("changed", sa.Float(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("deliveries_record", "deliveries", ["record_id"], unique=False)
    op.create_index("deliveries_state", "deliveries", ["state"], unique=False)


def _dossier_items():
    op.create_table(
        "dossier_items",
        sa.Column("id", _Key, nullable=False),
        sa.Column("record_id", _Key, nullable=False),
        sa.Column("document", sa.Text(), server_default="", nullable=False),
        sa.Column("position", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("filed", sa.Float(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("dossier_items_document", "dossier_items", ["document"], unique=False)
    op.create_index("dossier_items_record", "dossier_items", ["record_id", "position"], unique=False)


def _identities():
    op.create_table(
        "identities",
        sa.Column("id", _Key, nullable=False),
        sa.Column("record_id", _Key, nullable=False),
        sa.Column("identity", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("identities_identity", "identities", ["identity"], unique=False)
    op.create_index("identities_record", "identities", ["record_id"], unique=False)


def _record_texts():
    op.create_table(
        "record_texts",
        sa.Column("record_id", _Key, autoincrement=False, nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column("reference", sa.Text(), server_default="", nullable=False),
        sa.Column("people", sa.Text(), server_default="", nullable=False),
        sa.Column("fields", sa.Text(), server_default="", nullable=False),
        sa.Column("content", sa.Text(), server_default="", nullable=False),
        sa.Column("scope", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("record_id"),
    )
