"""A field that takes a record by the name people call it."""

from plone.uuid.interfaces import IUUID
from qlvb.content.lookup import may_view
from qlvb.content.organisation.interfaces import IDirectory
from qlvb.workflows.readings.records import found_by
import re
from zope import schema
from zope.component import getUtility


UID = re.compile(r"^[0-9a-f]{32}$")


class RecordName(schema.TextLine):
    """A dossier or document of the agency: its UID, the code of a dossier (``01.CNTT/2024``) or the number and symbol
    of a document. The value is the UID; what names nothing that the person may see stays as typed, for the act to
    refuse.
    """

    def read(self, text):
        """The value that ``text`` (str, one line) stands for: str."""
        return uid_of(text, self.context)


def uid_of(text, context):
    """UID of what ``text`` names in the agency of ``context``; ``text`` itself when it is one, or names nothing."""
    if not text or UID.match(text):
        return text
    record = found_by(text, getUtility(IDirectory).agency_of(context).id)
    return IUUID(record) if record is not None and may_view(record) else text
