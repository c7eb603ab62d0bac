"""The records index when the product is installed or upgraded."""

from plone import api
from qlvb.content.index import schema
from qlvb.content.index.plone_indexes import leave_documents_out
from qlvb.content.index.plone_indexes import leave_records_out_of_title


#: Indexes and metadata of portal_catalog that the records index took over in 1001.
INDEXES = (
    "agency_id",
    "arrival_day",
    "boxes",
    "deadline_day",
    "document_type",
    "folded_reference",
    "in_reply_to",
    "incoming_identity",
    "issue_day",
    "number_sort",
    "priority",
    "record_text",
    "register",
    "secrecy",
    "urgency",
    "year",
)
COLUMNS = ("agency_id", "direction", "document_type", "reference", "row_facts", "secrecy", "urgency")


def install(tool):
    """Make the tables. They are outside the ZODB: a transaction that is taken back leaves them empty."""
    schema.create()
    leave_records_out_of_title(api.portal.get_tool("portal_catalog"))


def to_1001(tool):
    """Make the tables and take from Plone's catalogue what they keep; ``bin/qlvb index rebuild`` fills them."""
    catalogue = api.portal.get_tool("portal_catalog")
    for name in INDEXES:
        if name in catalogue.indexes():
            catalogue.delIndex(name)
    for name in COLUMNS:
        if name in catalogue.schema():
            catalogue.delColumn(name)
    schema.create()


def to_1003(tool):
    """Make the columns of revision 0002; ``bin/qlvb index rebuild`` fills them."""
    schema.create()


def to_1002(tool):
    """Take the titles of records out of Plone's index of titles."""
    leave_records_out_of_title(api.portal.get_tool("portal_catalog"))


def to_1005(tool):
    """Take documents out of the indexes of Plone's catalogue in which only the records index looks for them."""
    leave_documents_out(api.portal.get_tool("portal_catalog"))
