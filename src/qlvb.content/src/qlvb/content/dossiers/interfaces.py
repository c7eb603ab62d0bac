"""Dossier catalogues and dossiers.

``DossierCatalogue`` lives at ``<agency>/dossiers/<year>``; ``Dossier`` inside it. Fields of a catalogue: year, headings (list of
rows: key, symbol, title), entries (list of rows: number (int), heading (key), title, retention_kind, retention_years, holder
(userid), note); entry code is ``02.CNTT``. Fields of a dossier: code ("02.CNTT"), title, year, entry (code or ""), retention_kind,
retention_years, retention_basis, holder (userid), access_conditions, language, start_date, end_date, note.
"""

from qlvb.content.interfaces import IRecord
from zope.interface import Attribute
from zope.interface import Interface


class IDossierCatalogue(IRecord):
    """Danh mục hồ sơ of an agency and year."""


class IDossier(IRecord):
    """Hồ sơ."""


class IDossierItem(Interface):
    order = Attribute("int, from 1, never reused in the dossier")
    uid = Attribute("UID of the document")
    by = Attribute("userid")
    when = Attribute("datetime, aware")


class IDossierContents(Interface):
    """Adapter of IDossier."""

    def add(document, by):
        """Reference the document; returns IDossierItem; a second time returns the first item.

        :raises Refused: 409 dossier closed.
        """

    def remove(document, by, reason):
        """Take the reference out; the document stays. :raises Refused: 409 closed."""

    def items():
        """By order: list of IDossierItem."""

    def totals():
        """(documents, pages)"""


class IDossierFinder(Interface):
    """Utility."""

    def dossiers_of(document):
        """Dossiers that reference the document: list of objects."""

    def open_from_entry(catalogue, code, by, **changes):
        """Open a dossier from a catalogue entry; returns it. :raises Refused: unknown entry, not approved."""

    def open_dossiers(agency_id, holder=None, text=""):
        """list of open dossiers."""
