"""The tables of the records index.

Derived data: everything in them is computed from the ZODB and can be computed again (``bin/qlvb index rebuild``).
A row of ``records`` is one record; the other tables hang on its ``id`` and go with it. Days are ordinal numbers
(``date.toordinal``), 0 for none where a list sorts by it; moments are seconds since 1970 (UTC).

Rights: the principals that may view a record are the catalogue's ``allowedRolesAndUsers``. Many records have the same
set, so a set is kept once (``acl_principals``) under a number computed from its members
(:mod:`qlvb.content.index.acl`); two writers that meet the same new set write the same rows.
"""

from sqlalchemy import JSON
from sqlalchemy import BigInteger
from sqlalchemy import Boolean
from sqlalchemy import Column
from sqlalchemy import Float
from sqlalchemy import ForeignKey
from sqlalchemy import Index
from sqlalchemy import Integer
from sqlalchemy import MetaData
from sqlalchemy import Table
from sqlalchemy import Text


metadata = MetaData()

#: SQLite makes an automatic key of INTEGER only.
_Key = BigInteger().with_variant(Integer, "sqlite")


def _text(name, **options):
    return Column(name, Text, nullable=False, server_default="", **options)


def _number(name, **options):
    return Column(name, BigInteger, nullable=False, server_default="0", **options)


def _record():
    return Column("record_id", _Key, ForeignKey("records.id", ondelete="CASCADE"), nullable=False)


records = Table(
    "records",
    metadata,
    Column("id", _Key, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    _text("path"),  # below the site: /skhcn/incoming/2026/03/…
    _text("portal_type"),
    _text("direction"),  # incoming, outgoing, "" for dossiers
    _text("agency"),
    _text("state"),
    _text("document_type"),
    _text("urgency"),
    _text("secrecy"),
    _text("register"),
    _number("year"),
    _number("issue_day"),
    _number("arrival_day"),
    _number("deadline_day"),  # the earliest open deadline; NO_DEADLINE for none
    _number("number_sort"),
    _text("reference"),
    _text("reference_key"),  # letters and digits only, without accents: 123ubndvx
    _text("subject"),
    _text("subject_sort"),
    _text("issuing_body"),
    _text("in_reply_to"),  # UID
    _text("holder"),  # of a dossier: userid
    _text("parent"),  # UID of the record above: of a task, what it came from; of a dossier, its catalogue
    _text("signatory"),  # userid, or the name of one who is not of this site
    _text("field_of_work"),
    _text("symbol"),  # of a document, letters and digits only: ubndvx
    _text("heading"),  # of a dossier: the symbol of its heading in the catalogue
    _text("retention"),  # of a dossier: a kind in qlvb.retention_kinds
    _number("retention_years"),
    _number("retention_due_day"),  # of a dossier: the first day of its appraisal, 0 for none or not known yet
    Column("progress", Integer),  # percent; None where nobody says
    Column("created", Float, nullable=False, server_default="0"),
    Column("modified", Float, nullable=False, server_default="0"),
    _number("priority"),  # most urgent first, then the nearest deadline, then what waits longest
    Column("acl", BigInteger, nullable=False, server_default="0"),
    Column("facts", JSON, nullable=False),  # what a row shows besides
    _text("digest"),  # of all that the record says of itself here; what verify compares
    Index("records_path", "path"),
    Index("records_acl", "acl"),
    Index("records_reference", "reference_key"),
    Index("records_answers", "in_reply_to"),
    Index("records_state", "portal_type", "agency", "state"),
    Index("records_modified", "portal_type", "agency", "modified", "id", "acl"),
    Index("records_arrived", "portal_type", "agency", "arrival_day", "id", "acl"),
    Index("records_issued", "portal_type", "agency", "issue_day", "id", "acl"),
    Index("records_numbered", "portal_type", "agency", "number_sort", "id", "acl"),
    # With all that registers and the lists of a year ask besides: the rows themselves are not read to count them.
    Index("records_registered", "register", "number_sort", "id", "acl", "portal_type", "agency"),
    Index("records_parent", "parent"),
    Index("records_signed", "signatory", "issue_day", "id", "acl"),
    Index("records_fields", "field_of_work", "id", "acl"),
    Index("records_symbol", "symbol", "id", "acl"),
    Index("records_heading", "portal_type", "agency", "year", "heading", "id", "acl"),
    # What is asked of every hit of a search. SQLite finds a row by its id as fast as an entry of an index.
    Index("records_rights", "id", "acl", "portal_type", info={"only": "postgresql"}).ddl_if(dialect="postgresql"),
    # The day first: with the type or agency first SQLite takes it for every list of a type, and sorts all of it.
    Index("records_retention_due", "retention_due_day", "agency"),
)

#: The distinct values of columns that are asked for by a part of them (``records.symbol``, ``field_of_work``), few
#: beside the records: a part is looked for here, and the records by their indexes. ``key`` is what is compared.
known_values = Table(
    "known_values",
    metadata,
    Column("kind", Text, primary_key=True),  # the name of the column
    Column("value", Text, primary_key=True),
    _text("key"),
    sqlite_with_rowid=False,
)

acl_principals = Table(
    "acl_principals",
    metadata,
    Column("principal", Text, primary_key=True),  # as Plone says it: user:leminhanh, user:skhcn.clerk, Manager
    Column("agency", Text, primary_key=True),  # whose records have this set; part of its number
    Column("acl", BigInteger, primary_key=True, autoincrement=False),
    Index("acl_principals_acl", "acl"),
    sqlite_with_rowid=False,
)

#: In which boxes of whom a record sits. ``open``: the principal itself is among those who may view the record, so
#: whoever acts for it may see it, and nothing else has to be asked. ``place``: by what the box is sorted (a column of
#: ``records``, moments in whole seconds), so that its pages are read in order.
box_entries = Table(
    "box_entries",
    metadata,
    Column("principal", Text, primary_key=True),
    Column("box", Text, primary_key=True),
    Column("record_id", _Key, ForeignKey("records.id", ondelete="CASCADE"), primary_key=True),
    _text("agency"),
    _number("deadline_day"),
    Column("acl", BigInteger, nullable=False, server_default="0"),
    Column("open", Boolean, nullable=False, server_default="0"),
    _number("place"),
    Index("box_entries_record", "record_id"),
    # All that pages and counts of a box ask for: the table itself is not read.
    Index("box_entries_open", "principal", "box", "open", "place", "record_id", "deadline_day", "acl", "agency"),
    sqlite_with_rowid=False,
)

assignment_lines = Table(
    "assignment_lines",
    metadata,
    Column("id", _Key, primary_key=True),
    _record(),
    _text("line"),  # id of the line on the record
    _text("recipient"),
    _text("assigned_by"),
    _text("role"),
    _text("state"),
    _number("deadline_day"),
    _number("assigned_day"),
    _number("finished_day"),
    Index("assignment_lines_record", "record_id"),
    Index("assignment_lines_recipient", "recipient", "state", "deadline_day"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", _Key, primary_key=True),
    _record(),
    _text("delivery"),  # id of the delivery on the record
    _text("recipient"),  # id of the agency, "" for one outside the site
    _text("name"),
    _text("channel"),
    _text("state"),
    Column("sent", Float, nullable=False, server_default="0"),
    Column("changed", Float, nullable=False, server_default="0"),
    Index("deliveries_record", "record_id"),
    Index("deliveries_state", "state"),
)

#: The contents of dossiers; ``record_id`` is the dossier. ``document`` is a UID: it may be filed before it is indexed.
dossier_items = Table(
    "dossier_items",
    metadata,
    Column("id", _Key, primary_key=True),
    _record(),
    _text("document"),
    _number("position"),
    Column("filed", Float, nullable=False, server_default="0"),
    Index("dossier_items_record", "record_id", "position"),
    Index("dossier_items_document", "document"),
)

#: How often the files of a document were looked at, a row per day (NĐ 30/2020 Phụ lục VI, 6a).
looks = Table(
    "looks",
    metadata,
    Column("id", _Key, primary_key=True),
    _record(),
    _number("day"),
    _number("count"),
    Index("looks_record", "record_id", "day"),
    Index("looks_day", "day", "record_id"),
)

#: Under which words the same document would come again, if it came (see qlvb.workflows.incoming.duplicates).
identities = Table(
    "identities",
    metadata,
    Column("id", _Key, primary_key=True),
    _record(),
    _text("identity"),
    Index("identities_record", "record_id"),
    Index("identities_identity", "identity"),
)

#: The numbers of registers, a row each, by the UID of the register. ``document`` is a UID, "" for a number without one.
numbers = Table(
    "numbers",
    metadata,
    Column("register", Text, primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    _text("status"),
    _text("document"),
    _text("reference"),
    _text("reference_key"),
    _number("day"),  # of the document, else when it was set aside
    Index("numbers_document", "document"),
    Index("numbers_status", "register", "status", "number"),
    Index("numbers_day", "register", "day", "number"),
    Index("numbers_reference", "register", "reference_key", "number"),
    sqlite_with_rowid=False,
)

#: The words of a record as they are shown (composed, with accents), a field of the search each; snippets are cut here.
#: The full-text index over them depends on the database: see :mod:`qlvb.content.index.fulltext`.
record_texts = Table(
    "record_texts",
    metadata,
    Column("record_id", _Key, ForeignKey("records.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    _text("subject"),
    _text("reference"),
    _text("people"),  # drafter, signatory, persons with lines, bodies, recipients
    _text("fields"),  # every other field of the decree's input standard
    _text("content"),  # the text of the files
    _text("scope"),  # id of the agency: the coarse part of rights that a full-text index can ask for at once
)

#: Not derived: how far jobs have come that run just now (:mod:`qlvb.content.index.progress`).
job_progress = Table(
    "job_progress",
    metadata,
    Column("job", Text, primary_key=True),
    _number("done"),
    _number("total"),
)

#: Single facts about the index itself: ``site``: UUID that the site knows too, so a foreign file is found out;
#: ``rebuild``: how far one came; ``incomplete``: the revision whose columns are empty until the next rebuild.
about = Table(
    "about",
    metadata,
    Column("name", Text, primary_key=True),
    _text("value"),
)

#: Tables whose rows belong to a record and are written anew when they change; by the name under which rooms give them.
SATELLITES = {
    "lines": assignment_lines,
    "deliveries": deliveries,
    "items": dossier_items,
    "identities": identities,
    "looks": looks,
}
