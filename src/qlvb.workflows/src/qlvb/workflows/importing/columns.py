"""The columns of an import file: the fields of the documents, and what an import needs besides."""

from functools import cache
from qlvb.content import _
from qlvb.content.documents.rules import SCHEMAS
from qlvb.content.text import fold
import re
from zope.schema import getFields


PORTAL_TYPES = {"outgoing": "OutgoingDocument", "incoming": "IncomingDocument"}
#: Columns that are no field of a document, or have another title here.
OWN = {
    "key": _("import_column_key", default="Mã bản ghi cũ"),
    "direction": _("import_column_direction", default="Loại sổ"),
    "agency": _("import_column_agency", default="Cơ quan"),
    "register": _("import_column_register", default="Sổ đăng ký"),
    "reference": _("import_column_reference", default="Số, ký hiệu"),
    "readers": _("import_column_readers", default="Người được xem"),
    "files": _("import_column_files", default="Tệp"),
}
_SHARED = (
    "document_type",
    "subject",
    "issuing_body",
    "signatory_position",
    "signatory_name",
    "urgency",
    "secrecy",
    "field_of_work",
    "language",
    "page_count",
    "paper",
    "note",
)
FIELDS = {
    "OutgoingDocument": (
        "document_number",
        "document_symbol",
        "issue_date",
        *_SHARED,
        "recipients",
        "issued_copies",
        "retained_by",
    ),
    "IncomingDocument": (
        "arrival_number",
        "arrival_date",
        "original_number",
        "document_symbol",
        "issue_date",
        *_SHARED,
        "arrival_channel",
        "arrival_extra_number",
        "sheet_count",
        "copies_count",
        "paper_received",
        "to_places",
    ),
}
#: What the name of a sheet, or the column ``direction``, says.
DIRECTIONS = {
    "outgoing": "outgoing",
    "di": "outgoing",
    "van ban di": "outgoing",
    "so van ban di": "outgoing",
    "incoming": "incoming",
    "den": "incoming",
    "van ban den": "incoming",
    "so van ban den": "incoming",
}


def columns(portal_type):
    """Ids of the columns of a direction, in their order: tuple."""
    return (*OWN, *FIELDS[portal_type])


def title(portal_type, column):
    """Message id of a column."""
    if column in OWN:
        return OWN[column]
    return SCHEMAS[portal_type][column].title


def plain(text):
    """``text`` as headings are compared: folded, letters and digits only, single spaces."""
    return " ".join(re.sub(r"[^a-z0-9_]+", " ", fold(str(text or ""))).split())


@cache
def headings():
    """dict heading as compared -> column id: ids, and titles in Vietnamese."""
    found = {}
    for portal_type, names in FIELDS.items():
        fields = getFields(SCHEMAS[portal_type])
        for name in names:
            found.setdefault(plain(fields[name].title.default), name)
            found[name] = name
    for name, message in OWN.items():
        found[plain(message.default)] = found[name] = name
    return found


def direction_of(text):
    """``outgoing``, ``incoming`` or "" for what a sheet or cell says."""
    return DIRECTIONS.get(plain(text), "")
