"""What a box is, and the columns of lists (product/screens: list columns per role)."""

from dataclasses import dataclass
from qlvb.content import _
from qlvb.content.index.interfaces import IBox
from zope.component import queryUtility
from zope.interface import implementer


OUTGOING_COLUMNS = ("ordinal", "urgency", "reference", "subject", "document_type", "received", "due", "holder", "state")
ISSUED_COLUMNS = ("ordinal", "reference", "issue_date", "subject", "document_type", "urgency", "signatory", "state")
INCOMING_COLUMNS = (
    "arrival_number",
    "arrival_date",
    "reference",
    "subject",
    "issuing_body",
    "document_type",
    "urgency",
    "due",
    "line_role",
    "state",
)
TASK_COLUMNS = (
    "ordinal",
    "urgency",
    "subject",
    "executor",
    "assignee",
    "assigner",
    "assigned_on",
    "due",
    "progress",
    "chases",
    "state",
)
READING_COLUMNS = (
    "ordinal",
    "asked_on",
    "reader",
    "reading_of",
    "reference",
    "reading_kind",
    "purpose_text",
    "lent_on",
    "loan_due",
    "state",
)
#: Dossiers as archivists list them (product/screens 2.5).
ARCHIVE_COLUMNS = (
    "dossier_code",
    "dossier_title",
    "heading_unit",
    "span",
    "documents",
    "pages",
    "kept_for",
    "access",
    "place",
    "intake",
    "state",
)
#: What lists of incoming documents call two columns whose usual titles are long.
_SHORT_TITLES = {
    "issuing_body": _("column_issuing_body_short", default="CQ ban hành"),
    "document_type": _("column_document_type_short", default="Loại VB"),
}
MIXED_COLUMNS = ("urgency", "direction", "reference", "subject", "issuing_body", "received", "due", "state")


#: By which column of ``records`` a box is sorted that says nothing else.
USUAL = ("priority", False)


def titles_in(columns):
    """Titles that a list which begins with these columns (ids) has of its own: dict id -> message."""
    return _SHORT_TITLES if tuple(columns) == INCOMING_COLUMNS else {}


def order_in(box_id):
    """Name of the column of ``records`` by which entries of a box are sorted: what ``box_entries.place`` holds."""
    box = queryUtility(IBox, name=box_id)
    return (box.sort if box is not None else USUAL)[0]


def place_of(order, row):
    """``box_entries.place`` of a row of ``records`` (dict) in a box with this order: a whole number."""
    return int(row.get(order) or 0)


@implementer(IBox)
@dataclass(frozen=True, eq=False)
class Box:
    """A list with a name; see :class:`IBox`."""

    id: str
    title: str
    empty: str
    columns: tuple = OUTGOING_COLUMNS
    sort: tuple = USUAL
    members: tuple = ()
    types: tuple = ()
    relay: str = ""

    def __post_init__(self):
        if not self.members and not self.types:
            object.__setattr__(self, "members", (self.id,))

    @property
    def scope(self):
        """First word of the id, "all" where it has only one."""
        return self.id.partition(".")[0] if "." in self.id else "all"

    def deadlines(self, today):
        """See :class:`IBox`."""
        return


@dataclass(frozen=True, eq=False)
class DeadlineBox(Box):
    """Unfinished work whose deadline lies from ``after`` (``None``: however long ago) to ``until`` days from today."""

    after: int | None = None
    until: int = 0

    def deadlines(self, today):
        first = 1 if self.after is None else today.toordinal() + self.after
        return first, today.toordinal() + self.until
