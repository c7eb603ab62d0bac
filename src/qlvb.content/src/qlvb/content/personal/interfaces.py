"""Personal documents: ``personal/<userid>/<id>`` of the site. Fields: :class:`schema.IPersonalSchema`.

They lie beside the agencies and not in them, so they stay with their person through every change of post and agency,
and no role of an organisation, nor that of an administrator, opens them. They are no official documents: they have no
number, no state to decide about and are in no dossier.
"""

from qlvb.content.interfaces import IRecord
from zope.interface import Interface


class IPersonalDocument(IRecord):
    """Tài liệu cá nhân."""


class IPersonalDocuments(Interface):
    """Utility. ``userid`` is the owner; nothing here asks who is logged in."""

    def add(userid, values, upload=None):
        """Keep a document: ``values`` dict of fields, ``upload`` None or (filename, bytes or open binary file).
        Without a subject it is called like the file. Returns IPersonalDocument.

        :raises Refused: 400 every mistake, too many documents.
        """

    def change(document, values):
        """Change the fields that ``values`` names. :raises Refused: 400, every mistake."""

    def remove(document):
        """Take the document out of the site, with its files."""

    def count(userid):
        """int: how many the person has."""
